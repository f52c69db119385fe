package pgdb

import (
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// decode turns text into what psycopg2 would hand to the script.
func decode(b []byte, oid uint32) (any, error) {
	if b == nil {
		return nil, nil
	}
	s := string(b)
	switch oid {
	case pgtype.BoolOID:
		return s == "t", nil
	case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID, pgtype.OIDOID:
		return strconv.ParseInt(s, 10, 64)
	case pgtype.Float4OID, pgtype.Float8OID:
		return strconv.ParseFloat(s, 64)
	case pgtype.NumericOID:
		d, _, err := apd.NewFromString(s)
		return d, err
	case pgtype.ByteaOID:
		return hex.DecodeString(strings.TrimPrefix(s, `\x`))
	case pgtype.UUIDOID:
		raw, err := hex.DecodeString(strings.ReplaceAll(s, "-", ""))
		if err != nil || len(raw) != 16 {
			return s, err
		}
		return [16]byte(raw), nil
	case pgtype.TimestampOID, pgtype.TimestamptzOID, pgtype.DateOID, pgtype.TimeOID, pgtype.TimetzOID, pgtype.IntervalOID:
		return moment(s, oid), nil
	case pgtype.JSONOID, pgtype.JSONBOID:
		return schema.Document(s), nil
	}
	if elem, ok := elements[oid]; ok {
		items, rest, ok := array(s, elem, 0)
		if ok && rest == "" {
			return items, nil
		}
	}
	return s, nil
}

// elements are the types of arrays that psycopg2 reads into lists, with those of
// their elements.
var elements = map[uint32]uint32{pgtype.BoolArrayOID: pgtype.BoolOID, pgtype.ByteaArrayOID: pgtype.ByteaOID, pgtype.Int2ArrayOID: pgtype.Int2OID, pgtype.Int4ArrayOID: pgtype.Int4OID,
	pgtype.Int8ArrayOID: pgtype.Int8OID, pgtype.OIDArrayOID: pgtype.OIDOID, pgtype.Float4ArrayOID: pgtype.Float4OID, pgtype.Float8ArrayOID: pgtype.Float8OID, pgtype.NumericArrayOID: pgtype.NumericOID,
	pgtype.TextArrayOID: pgtype.TextOID, pgtype.VarcharArrayOID: pgtype.TextOID, pgtype.BPCharArrayOID: pgtype.TextOID, pgtype.NameArrayOID: pgtype.TextOID, pgtype.DateArrayOID: pgtype.DateOID,
	pgtype.TimeArrayOID: pgtype.TimeOID, pgtype.TimetzArrayOID: pgtype.TimetzOID, pgtype.TimestampArrayOID: pgtype.TimestampOID, pgtype.TimestamptzArrayOID: pgtype.TimestamptzOID,
	pgtype.IntervalArrayOID: pgtype.IntervalOID, pgtype.UUIDArrayOID: pgtype.UUIDOID, pgtype.JSONArrayOID: pgtype.JSONOID, pgtype.JSONBArrayOID: pgtype.JSONBOID,
	pgtype.InetArrayOID: pgtype.TextOID, pgtype.CIDRArrayOID: pgtype.TextOID, pgtype.MacaddrArrayOID: pgtype.TextOID}

// maxDimensions is PostgreSQL's own limit.
const maxDimensions = 6

// array reads an array and returns what follows it; false where there is none.
func array(s string, elem uint32, depth int) ([]any, string, bool) {
	if !strings.HasPrefix(s, "{") || depth > maxDimensions {
		return nil, s, false
	}
	out := []any{}
	body := s[1:]
	for body != "" && body[0] != '}' {
		var item any
		switch body[0] {
		case '{':
			inner, rest, ok := array(body, elem, depth+1)
			if !ok {
				return nil, s, false
			}
			item, body = inner, rest
		case '"':
			var text string
			text, body = unquote(body[1:])
			v, err := decode([]byte(text), elem)
			if err != nil {
				return nil, s, false
			}
			item = v
		default:
			end := strings.IndexAny(body, ",}")
			if end < 0 {
				return nil, s, false
			}
			if text := body[:end]; text != "NULL" {
				v, err := decode([]byte(text), elem)
				if err != nil {
					return nil, s, false
				}
				item = v
			}
			body = body[end:]
		}
		out = append(out, item)
		body = strings.TrimPrefix(body, ",")
	}
	return out, strings.TrimPrefix(body, "}"), body != ""
}

// unquote reads up to the closing quote and returns the rest.
func unquote(s string) (string, string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
			if i < len(s) {
				b.WriteByte(s[i])
			}
		case '"':
			return b.String(), s[i+1:]
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

// moment reads dates and times; what Python has no value for stays a text.
func moment(s string, oid uint32) any {
	if t, ok := endless(s, oid); ok {
		return t
	}
	layouts := []string{"2006-01-02 15:04:05.999999"}
	switch oid {
	case pgtype.IntervalOID:
		if i, ok := interval(s); ok {
			return i
		}
		return s
	case pgtype.DateOID:
		layouts = []string{"2006-01-02"}
	case pgtype.TimestamptzOID:
		layouts = []string{"2006-01-02 15:04:05.999999-07", "2006-01-02 15:04:05.999999-07:00", "2006-01-02 15:04:05.999999-07:00:00"}
	case pgtype.TimeOID:
		layouts = []string{"15:04:05.999999"}
	case pgtype.TimetzOID:
		layouts = []string{"15:04:05.999999-07", "15:04:05.999999-07:00", "15:04:05.999999-07:00:00"}
	}
	for _, layout := range layouts {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		switch oid {
		case pgtype.DateOID:
			return dateOf(t)
		case pgtype.TimeOID:
			return clockOf(t, false)
		case pgtype.TimetzOID:
			return clockOf(t, true)
		}
		return t
	}
	return s
}

func dateOf(t time.Time) schema.Date {
	return schema.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

func clockOf(t time.Time, zoned bool) schema.Clock {
	c := schema.Clock{Hour: t.Hour(), Minute: t.Minute(), Second: t.Second(), Micro: t.Nanosecond() / 1000}
	if zoned {
		_, off := t.Zone()
		c.Offset = &off
	}
	return c
}

// endless is infinity as psycopg2 and asyncpg hand it over: Python's last or
// first moment.
func endless(s string, oid uint32) (any, bool) {
	last := s == "infinity"
	if !last && s != "-infinity" {
		return nil, false
	}
	zone := time.UTC
	if oid == pgtype.TimestamptzOID {
		zone = time.FixedZone("", 0) // time.UTC stands for no zone
	}
	t := time.Date(1, time.January, 1, 0, 0, 0, 0, zone)
	if last {
		t = time.Date(9999, time.December, 31, 23, 59, 59, 999999000, zone)
	}
	if oid == pgtype.DateOID {
		return dateOf(t), true
	}
	return t, oid != pgtype.IntervalOID
}

// daysOf are the units before the clock in an interval's text; to psycopg2 a year
// has 365 days and a month 30.
var daysOf = map[string]int64{"year": 365, "mon": 30, "day": 1}

// interval reads the text of an interval: 1 year 2 mons -3 days +04:05:06.7.
func interval(s string) (schema.Interval, bool) {
	var days, micros int64
	words := strings.Fields(s)
	for i := 0; i < len(words); i++ {
		if strings.Contains(words[i], ":") {
			n, ok := clockMicros(words[i])
			if !ok {
				return schema.Interval{}, false
			}
			micros = n
			continue
		}
		n, err := strconv.ParseInt(words[i], 10, 64)
		if err != nil || i+1 == len(words) {
			return schema.Interval{}, false
		}
		i++
		unit, ok := daysOf[strings.TrimSuffix(words[i], "s")]
		if !ok {
			return schema.Interval{}, false
		}
		days += n * unit
	}
	const day = 86400 * 1e6
	days, micros = days+micros/day, micros%day
	if micros < 0 {
		days, micros = days-1, micros+day
	}
	if days > 999999999 || days < -999999999 {
		return schema.Interval{}, false // more than Python's timedelta holds
	}
	return schema.Interval{Days: days, Seconds: micros / 1e6, Micros: micros % 1e6}, true
}

// clockMicros reads [-]hours:minutes:seconds[.fraction].
func clockMicros(s string) (int64, bool) {
	rest, negative := strings.CutPrefix(s, "-")
	parts := strings.Split(strings.TrimPrefix(rest, "+"), ":")
	if len(parts) != 3 {
		return 0, false
	}
	whole, fraction, _ := strings.Cut(parts[2], ".")
	total := int64(0)
	for i, p := range []string{parts[0], parts[1], whole} {
		n, err := strconv.ParseInt(p, 10, 64)
		if err != nil {
			return 0, false
		}
		total += n * [...]int64{3600, 60, 1}[i]
	}
	total *= 1e6
	if fraction != "" {
		n, err := strconv.ParseInt((fraction + "000000")[:6], 10, 64)
		if err != nil {
			return 0, false
		}
		total += n
	}
	if negative {
		total = -total
	}
	return total, true
}
