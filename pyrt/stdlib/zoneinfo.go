package stdlib

import (
	"time"
	_ "time/tzdata" // zones must not depend on the machine

	"github.com/mrt-tools/mrt/pyrt"
)

func zone(v pyrt.Value) (*time.Location, error) {
	name, _ := pyrt.AsStr(v)
	if name == "" || name == "Local" {
		return nil, pyrt.Errorf(pyrt.ValueError, "no zone of that name")
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, pyrt.Errorf(pyrt.ValueError, "no zone %s", name)
	}
	return loc, nil
}

// zoneinfoModule is the Go half of zoneinfo, over Go's copy of the database.
func zoneinfoModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_zoneinfo")
	m.Define("exists(key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		_, err := zone(a[0])
		return pyrt.Bool(err == nil), nil
	})
	m.Define("wall(key, seconds, fold)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		loc, err := zone(a[0])
		if err != nil {
			return nil, err
		}
		wall, _ := pyrt.AsInt(a[1])
		fold, _ := pyrt.AsInt(a[2])
		t := resolveWall(loc, wall, fold)
		name, off := t.Zone()
		return pyrt.NewTuple(pyrt.Int(off), pyrt.Str(name), pyrt.Bool(t.IsDST()), pyrt.Int(standardOffset(t))), nil
	})
	m.Define("utc(key, seconds)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		loc, err := zone(a[0])
		if err != nil {
			return nil, err
		}
		s, _ := pyrt.AsInt(a[1])
		t := time.Unix(s, 0).In(loc)
		_, off := t.Zone()
		fold := pyrt.Int(0)
		if first := resolveWall(loc, s+int64(off), 0); first.Unix() < s {
			fold = 1
		}
		return pyrt.NewTuple(pyrt.Int(off), fold), nil
	})
	return m
}

// resolveWall finds the moment at which the clocks of loc show wall (seconds
// since 1970 as if it were UTC). In a repeated hour fold chooses; in a skipped
// one fold 0 takes the offset before the change, fold 1 the one after (PEP 495).
func resolveWall(loc *time.Location, wall, fold int64) time.Time {
	_, before := time.Unix(wall-86400, 0).In(loc).Zone()
	_, after := time.Unix(wall+86400, 0).In(loc).Zone()
	early := time.Unix(wall-int64(before), 0).In(loc)
	late := time.Unix(wall-int64(after), 0).In(loc)
	shows := func(t time.Time) bool {
		_, off := t.Zone()
		return t.Unix()+int64(off) == wall
	}
	okEarly, okLate := shows(early), shows(late)
	switch {
	case before == after || okEarly && !okLate:
		return early
	case okLate && !okEarly:
		return late
	case okEarly && okLate:
		if fold == 1 {
			return late
		}
		return early
	}
	offset := before
	if fold == 1 {
		offset = after
	}
	return time.Unix(wall, 0).In(time.FixedZone(nameAt(loc, wall, offset), offset))
}

func nameAt(loc *time.Location, wall int64, offset int) string {
	for _, d := range []int64{-86400, 86400} {
		if name, off := time.Unix(wall+d, 0).In(loc).Zone(); off == offset {
			return name
		}
	}
	return ""
}

// standardOffset is the zone's offset outside summer time, near t.
func standardOffset(t time.Time) int {
	for months := range 12 {
		u := t.AddDate(0, months, 0)
		if !u.IsDST() {
			_, off := u.Zone()
			return off
		}
	}
	_, off := t.Zone()
	return off
}
