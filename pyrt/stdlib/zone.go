package stdlib

import (
	"time"
	_ "time/tzdata" // zones are the same on every machine

	"github.com/mrt-tools/mrt/pyrt"
)

var zoneClass = pyrt.NewClass(pyrt.ClassSpec{Name: "zone", Module: "_zone", Members: zoneMembers})

// zoneModule is the Go half of module zoneinfo.
func zoneModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_zone")
	m.Define("load(key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		key, ok := pyrt.AsStr(a[0])
		if !ok || key == "" || key == "Local" {
			return pyrt.None, nil
		}
		loc, err := time.LoadLocation(key)
		if err != nil {
			return pyrt.None, nil
		}
		return pyrt.NewObject(zoneClass, loc), nil
	})
	return m
}

func zoneMembers() []pyrt.Member {
	self := func(v pyrt.Value) *time.Location { return v.(*pyrt.Object).Native.(*time.Location) }
	return []pyrt.Member{
		// at_utc gives offset, daylight saving and name at an instant, and
		// whether its wall clock time is the second of two.
		pyrt.Method("at_utc(self, seconds)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, _ := pyrt.AsInt(a[1])
			loc := self(a[0])
			off := zoneOffset(loc, s)
			return zoneTuple(loc, s, zoneInstant(loc, s+off, 0) != s), nil
		}),
		// at_wall does so for a wall clock time.
		pyrt.Method("at_wall(self, seconds, fold)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, _ := pyrt.AsInt(a[1])
			fold, _ := pyrt.AsInt(a[2])
			loc := self(a[0])
			return zoneTuple(loc, zoneInstant(loc, s, fold), fold == 1), nil
		}),
	}
}

func zoneOffset(loc *time.Location, utc int64) int64 {
	_, off := time.Unix(utc, 0).In(loc).Zone()
	return int64(off)
}

// zoneInstant gives an instant whose zone data hold for a wall clock time (PEP
// 495): of two, fold chooses; in a gap the data before or after it.
func zoneInstant(loc *time.Location, wall, fold int64) int64 {
	const day = 86400
	before, after := zoneOffset(loc, wall-day), zoneOffset(loc, wall+day)
	t1, t2 := wall-before, wall-after
	ok1, ok2 := zoneOffset(loc, t1) == before, zoneOffset(loc, t2) == after
	switch {
	case ok1 && ok2:
		if fold == 0 {
			return min(t1, t2)
		}
		return max(t1, t2)
	case ok1:
		return t1
	case ok2:
		return t2
	case fold == 0:
		return wall - max(before, after) // before the gap
	}
	return wall - min(before, after)
}

func zoneTuple(loc *time.Location, utc int64, fold bool) pyrt.Value {
	t := time.Unix(utc, 0).In(loc)
	name, off := t.Zone()
	dst := 0
	if t.IsDST() {
		dst = daylightSaving(loc, name, off)
	}
	return pyrt.NewTuple(pyrt.Int(off), pyrt.Int(dst), pyrt.Str(name), pyrt.Bool(fold))
}

// daylightSaving is what a zone with daylight saving adds: its offset less that
// of the standard time before one of its periods, or after it; an hour where
// it always stands between other such zones.
func daylightSaving(loc *time.Location, name string, off int) int {
	previous := time.Unix(-1<<38, 0).In(loc)
	for previous.Year() < 2038 {
		_, start := previous.ZoneBounds()
		if start.IsZero() {
			break
		}
		if n, o := start.Zone(); n == name && o == off && start.IsDST() {
			_, end := start.ZoneBounds()
			for _, standard := range []time.Time{previous, end} {
				if standard.IsZero() || standard.IsDST() {
					continue
				}
				if _, o := standard.Zone(); o != off {
					return off - o
				}
			}
		}
		previous = start
	}
	return 3600
}
