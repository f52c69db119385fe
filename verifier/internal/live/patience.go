package live

import (
	"context"
	"crypto/rand"
	"time"
)

// Patiently tries something until it succeeds, fails in a way that waiting does
// not mend, or the time to wait is over; then it returns the last try. Pauses
// double from first to most.
func Patiently[T any](ctx context.Context, wait, first, most time.Duration, mends func(error) bool, try func() (T, error)) (T, error) {
	until := time.Now().Add(wait)
	for pause := first; ; pause = min(pause*2, most) {
		v, err := try()
		if !mends(err) || time.Now().After(until) {
			return v, err
		}
		select {
		case <-ctx.Done():
			var none T
			return none, ctx.Err()
		case <-time.After(jitter(pause)):
		}
	}
}

// jitter is between half of a pause and all of it: runs that started together
// should not come back together.
func jitter(pause time.Duration) time.Duration {
	var b [1]byte
	_, _ = rand.Read(b[:])
	return pause/2 + pause/2*time.Duration(b[0])/255
}
