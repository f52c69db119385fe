package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
)

// firstCollection is how far the heap may grow before garbage is collected for
// the first time, in bytes. Most runs end before, and a run of a second should
// not spend a quarter of it on collecting its first few megabytes.
const firstCollection = 40 << 20

// postponeCollection switches the collector off until the heap has reached
// firstCollection, and gives it back its ordinary pace then. $GOGC overrules.
//
// A verification keeps more than it throws away, so it is collected at half the
// growth: a third less memory at its peak.
func postponeCollection(args []string) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	pace := 100
	if slices.Contains(args, "verify") {
		pace = 50
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	// The first collection finds this value unreachable.
	runtime.AddCleanup(new([4]*byte), func(struct{}) {
		debug.SetGCPercent(pace)
		debug.SetMemoryLimit(math.MaxInt64)
	}, struct{}{})
}
