package stdlib

import "github.com/mrt-tools/mrt/pyrt"

const (
	daySeconds = 24 * 60 * 60
	microUnit  = 1_000_000
)

// datetimeModule is the Go half of datetime: the arithmetic of the calendar.
func datetimeModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_datetime")
	m.Define("ymd2ord(year, month, day, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n := integers(a)
		return pyrt.Int(ordinal(n[0], n[1], n[2])), nil
	})
	m.Define("ord2ymd(n, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		y, mo, d := calendarDay(integers(a)[0])
		return pyrt.NewTuple(pyrt.Int(y), pyrt.Int(mo), pyrt.Int(d)), nil
	})
	// join gives the microseconds since year 1, split takes them apart.
	m.Define("join(year, month, day, hour, minute, second, microsecond, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n := integers(a)
		seconds := (ordinal(n[0], n[1], n[2])-1)*daySeconds + n[3]*3600 + n[4]*60 + n[5]
		return pyrt.Int(seconds*microUnit + n[6]), nil
	})
	m.Define("split(us, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		us := integers(a)[0]
		seconds := us / microUnit
		y, mo, d := calendarDay(seconds/daySeconds + 1)
		s := seconds % daySeconds
		out := make([]pyrt.Value, 0, 7)
		for _, n := range []int64{y, mo, d, s / 3600, s / 60 % 60, s % 60, us % microUnit} {
			out = append(out, pyrt.Int(n))
		}
		return pyrt.NewTuple(out...), nil
	})
	return m
}

// integers reads arguments that the Python half has checked.
func integers(a []pyrt.Value) []int64 {
	out := make([]int64, len(a))
	for i, v := range a {
		n, _ := pyrt.AsInt(v)
		out[i] = int64(n)
	}
	return out
}

func leapYear(y int64) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// daysBefore is the number of days of a year before a month.
func daysBefore(year, month int64) int64 {
	n := [13]int64{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}[max(0, min(month, 12))]
	if month > 2 && leapYear(year) {
		n++
	}
	return n
}

// ordinal counts the days from the first of January of year 1, which is 1.
func ordinal(year, month, day int64) int64 {
	y := year - 1
	return y*365 + y/4 - y/100 + y/400 + daysBefore(year, month) + day
}

// calendarDay is the inverse of ordinal.
func calendarDay(n int64) (year, month, day int64) {
	n--
	cycles, n := n/146097, n%146097
	if n < 0 {
		cycles, n = cycles-1, n+146097
	}
	year = cycles*400 + 1
	centuries, n := n/36524, n%36524
	fours, n := n/1461, n%1461
	ones, n := n/365, n%365
	year += centuries*100 + fours*4 + ones
	if ones == 4 || centuries == 4 {
		return year - 1, 12, 31
	}
	month = (n + 50) >> 5
	if daysBefore(year, month) > n {
		month--
	}
	return year, month, n - daysBefore(year, month) + 1
}
