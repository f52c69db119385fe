package schema

import (
	"fmt"
	"strings"
	"time"
)

// Python values of bind parameters and defaults are held as: nil, bool, int64,
// *big.Int, float64, string, []byte, *apd.Decimal, [16]byte (uuid.UUID), []any
// (list or tuple), *EnumMember, the types below, and Foreign for the rest (dict,
// objects of the script's own).
type (
	// Date is datetime.date.
	Date struct{ Year, Month, Day int }
	// Clock is datetime.time. Offset is the UTC offset in seconds; nil is naive.
	Clock struct {
		Hour, Minute, Second, Micro int
		Offset                      *int
	}
	// DateTime is datetime.datetime.
	DateTime struct {
		Date  Date
		Clock Clock
	}
	// Interval is datetime.timedelta, normalised as Python does: 0 <= Seconds <
	// 86400, 0 <= Micros < 1000000.
	Interval struct{ Days, Seconds, Micros int64 }
)

// Document is the text of a json or jsonb value of a database whose drivers hand
// over what it says, not the text.
type Document string

// Foreign is a Python value without a Go form, such as a dict.
type Foreign interface {
	// Repr is Python's repr(value).
	Repr() (string, error)
	// Text is Python's str(value).
	Text() (string, error)
	// JSON is json.dumps(value); an error when it cannot be serialised.
	JSON() (string, error)
}

// ISO is date.isoformat().
func (d Date) ISO() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// ISO is time.isoformat(): microseconds and offset only when there are some.
func (c Clock) ISO() string {
	s := fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second)
	if c.Micro != 0 {
		s += fmt.Sprintf(".%06d", c.Micro)
	}
	return s + c.Zone()
}

// Zone is the UTC offset as isoformat writes it; empty when naive.
func (c Clock) Zone() string {
	if c.Offset == nil {
		return ""
	}
	o, sign := *c.Offset, "+"
	if o < 0 {
		o, sign = -o, "-"
	}
	s := fmt.Sprintf("%s%02d:%02d", sign, o/3600, o/60%60)
	if o%60 != 0 {
		s += fmt.Sprintf(":%02d", o%60)
	}
	return s
}

// ISO is datetime.isoformat(sep).
func (t DateTime) ISO(sep string) string { return t.Date.ISO() + sep + t.Clock.ISO() }

// Time is the moment as Go has it: in time.UTC when naive, else in a fixed zone of
// its own.
func (t DateTime) Time() time.Time {
	loc := time.UTC
	if t.Clock.Offset != nil {
		loc = time.FixedZone("", *t.Clock.Offset)
	}
	return time.Date(t.Date.Year, time.Month(t.Date.Month), t.Date.Day, t.Clock.Hour, t.Clock.Minute, t.Clock.Second, t.Clock.Micro*1000, loc)
}

// String is str(timedelta).
func (i Interval) String() string {
	var b strings.Builder
	if i.Days != 0 {
		unit := "days"
		if i.Days == 1 || i.Days == -1 {
			unit = "day"
		}
		fmt.Fprintf(&b, "%d %s, ", i.Days, unit)
	}
	fmt.Fprintf(&b, "%d:%02d:%02d", i.Seconds/3600, i.Seconds/60%60, i.Seconds%60)
	if i.Micros != 0 {
		fmt.Fprintf(&b, ".%06d", i.Micros)
	}
	return b.String()
}

// TotalSeconds is timedelta.total_seconds().
func (i Interval) TotalSeconds() float64 {
	return (float64(i.Days*86400+i.Seconds)*1e6 + float64(i.Micros)) / 1e6
}
