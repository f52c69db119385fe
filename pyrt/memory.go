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
	if inUse(&m) > limit {
		runtime.GC()
		runtime.ReadMemStats(&m)
	}
	if used := inUse(&m); used <= limit*3/4 {
		t.memory = used / 2
		return nil
	}
	return &LimitError{"bytes of memory", limit, nil}
}

// inUse counts the stacks, too: suspended generators have one each.
func inUse(m *runtime.MemStats) int64 { return int64(m.HeapAlloc + m.StackInuse) }
