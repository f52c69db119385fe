package schema

import "testing"

func TestTemporalTexts(t *testing.T) {
	plus, minus := 7200, -16200
	for _, c := range []struct{ got, want string }{
		{Date{2020, 1, 2}.ISO(), "2020-01-02"},
		{Clock{Hour: 3, Minute: 4, Second: 5}.ISO(), "03:04:05"},
		{Clock{Hour: 3, Micro: 678, Offset: &plus}.ISO(), "03:00:00.000678+02:00"},
		{Clock{Offset: &minus}.ISO(), "00:00:00-04:30"},
		{DateTime{Date{1, 1, 1}, Clock{}}.ISO(" "), "0001-01-01 00:00:00"},
		{Interval{Days: -1, Seconds: 86399}.String(), "-1 day, 23:59:59"},
		{Interval{Seconds: 60, Micros: 5}.String(), "0:01:00.000005"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
