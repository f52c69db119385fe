package pyrt

import (
	"runtime"
)

// outOfMemory is called when the estimate passed the limit. The estimate only
// grows, because nobody tells when a value dies, so it first asks the Go
// runtime what is really in use and goes on when that is well below.
func (t *Thread) outOfMemory(limit int64) error {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if int64(m.HeapAlloc) > limit {
		runtime.GC()
		runtime.ReadMemStats(&m)
	}
	if int64(m.HeapAlloc) <= limit*3/4 {
		t.memory = int64(m.HeapAlloc) / 2
		return nil
	}
	return &LimitError{"bytes of memory", limit, nil}
}
