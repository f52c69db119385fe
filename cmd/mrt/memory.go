package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is how far the heap may grow before garbage is collected for
// the first time, in bytes. Most runs end before, and a run of a second should
// not spend a quarter of it on collecting its first few megabytes.
const firstCollection = 40 << 20

// postponeCollection switches the collector off until the heap has reached
// firstCollection, and gives it back its ordinary pace then. $GOGC overrules.
func postponeCollection() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	// The first collection finds this value unreachable.
	runtime.AddCleanup(new([4]*byte), func(struct{}) {
		debug.SetGCPercent(100)
		debug.SetMemoryLimit(math.MaxInt64)
	}, struct{}{})
}
