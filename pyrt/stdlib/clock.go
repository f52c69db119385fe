package stdlib

import (
	"time"

	"github.com/mrt-tools/mrt/pyrt"
)

// epoch is what the clock shows when the Thread has none.
var epoch = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

func now(t *pyrt.Thread) time.Time {
	if t.Clock == nil {
		return epoch.Add(t.Slept())
	}
	return t.Clock().Add(t.Slept())
}

// clockModule is the Go half of module time. All its clocks are the Thread's;
// sleep puts them forward and returns at once.
func clockModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_time")
	for _, name := range []string{"time", "monotonic", "perf_counter", "process_time", "thread_time"} {
		m.Define(name+"()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Float(float64(now(t).UnixMicro()) / 1e6), nil
		})
		m.Define(name+"_ns()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return pyrt.Int(now(t).UnixNano()), nil })
	}
	m.Define("sleep(seconds, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, err := pyrt.RealNumber(t, a[0])
		if err == nil && s < 0 {
			return nil, pyrt.Errorf(pyrt.ValueError, "sleep length must be non-negative")
		}
		if err != nil {
			return nil, err
		}
		if m := t.Modules["threading"]; m != nil && t.Strands() > 0 {
			return pyrt.CallMethod(t, m, "_sleep", a[0])
		}
		t.Sleep(s)
		return pyrt.None, nil
	})
	return m
}
