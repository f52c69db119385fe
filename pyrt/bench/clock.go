//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that the process took so far, all threads and
// so the collector's included. Unlike the time on the wall it means the same on a
// machine that does other things meanwhile.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
