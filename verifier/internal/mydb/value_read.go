package mydb

import (
	"database/sql/driver"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// decode is a cell as PyMySQL hands it over. What Python has no value for, such as
// a zero date, stays a text.
func decode(v driver.Value, kind string) any {
	switch x := v.(type) {
	case uint64:
		if x > math.MaxInt64 {
			d, _, _ := apd.NewFromString(strconv.FormatUint(x, 10))
			return d
		}
		return int64(x)
	case float32: // PyMySQL reads the text that the server wrote
		f, _ := strconv.ParseFloat(strconv.FormatFloat(float64(x), 'g', -1, 32), 64)
		return f
	case []byte:
		return decodeText(string(x), kind)
	}
	return v
}

func decodeText(s, kind string) any {
	switch kind {
	case "DECIMAL":
		if d, _, err := apd.NewFromString(s); err == nil {
			return d
		}
	case "BIT", "GEOMETRY", "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB":
		return []byte(s)
	case "DATE":
		if t, err := time.Parse("2006-01-02", s); err == nil {
			return schema.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
		}
	case "DATETIME", "TIMESTAMP":
		if t, err := time.Parse("2006-01-02 15:04:05.999999", s); err == nil {
			return t
		}
	case "TIME":
		if i, ok := duration(s); ok {
			return i
		}
	}
	return s
}

// duration reads a TIME, which is a timedelta to Python: [-]hours:minutes:seconds.
func duration(s string) (schema.Interval, bool) {
	rest, negative := strings.CutPrefix(s, "-")
	parts := strings.Split(rest, ":")
	if len(parts) != 3 {
		return schema.Interval{}, false
	}
	hours, err1 := strconv.ParseInt(parts[0], 10, 32)
	minutes, err2 := strconv.ParseInt(parts[1], 10, 32)
	seconds, fraction, _ := strings.Cut(parts[2], ".")
	whole, err3 := strconv.ParseInt(seconds, 10, 32)
	micros, err4 := strconv.ParseInt((fraction + "000000")[:6], 10, 32)
	if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
		return schema.Interval{}, false
	}
	const day = 86400 * 1_000_000
	n := ((hours*60+minutes)*60+whole)*1_000_000 + micros
	if negative {
		n = -n
	}
	days, left := n/day, n%day
	if left < 0 {
		days, left = days-1, left+day
	}
	return schema.Interval{Days: days, Seconds: left / 1_000_000, Micros: left % 1_000_000}, true
}
