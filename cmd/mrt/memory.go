package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
)

// firstCollection is how far the heap may grow before garbage is collected for
// the first time, in bytes. Most runs end before, and a run of a second should
// not spend a quarter of it on collecting its first few megabytes.
const firstCollection = 40 << 20

// A heap of less than smallHeap is collected early, since a run of ordinary size
// should not need much, but not before it has reached usualPeak, which such a run
// needs in any case; a larger one seldom, since its run is long. A verification
// keeps more than it throws away, so it is collected at somewhat less growth; the
// databases of its jobs are not on this heap. Paces are percents of growth.
const (
	smallHeap  = 24 << 20
	usualPeak  = 34 << 20
	smallPace  = 80
	largerPace = 130
	verifyPace = 80
)

// postponeCollection switches the collector off until the heap has reached
// firstCollection, and gives it its pace after each collection from then on.
// $GOGC overrules.
func postponeCollection(args []string) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	verify := slices.Contains(args, "verify")
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	afterCollection(func() {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(paceFor(verify))
		if !verify {
			followHeap()
		}
	})
}

// followHeap sets the pace again after each collection.
func followHeap() {
	afterCollection(func() {
		debug.SetGCPercent(paceFor(false))
		followHeap()
	})
}

// paceFor is the growth, in percent, after which the heap that lives now is to
// be collected.
func paceFor(verify bool) int {
	if verify {
		return verifyPace
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return largerPace
	}
	heap := live[0].Value.Uint64()
	if heap >= smallHeap {
		return largerPace
	}
	return max(smallPace, usualPeak*100/int(max(heap, 1<<20))-100)
}

// afterCollection calls f once, when the next collection is done: that one finds
// a value unreachable.
func afterCollection(f func()) {
	runtime.AddCleanup(new([4]*byte), func(struct{}) { f() }, struct{}{})
}
