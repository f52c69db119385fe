package pgdb

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
)

// text is a value in PostgreSQL's text form; nil for NULL.
func text(v any) []byte {
	switch x := v.(type) {
	case nil:
		return nil
	case string:
		return []byte(x)
	case rows.Raw:
		return []byte(x)
	case bool:
		return strconv.AppendBool(nil, x)
	case int64:
		return strconv.AppendInt(nil, x, 10)
	case float64:
		return strconv.AppendFloat(nil, x, 'g', -1, 64)
	case []byte:
		return []byte(`\x` + hex.EncodeToString(x))
	case time.Time:
		return []byte(x.Format("2006-01-02 15:04:05.999999-07:00"))
	}
	return []byte(fmt.Sprint(v))
}

// collect puts a result of the driver into an answer. The columns are there even
// where no row is.
func collect(a *live.Answer, r *pgconn.ResultReader) error {
	fields := r.FieldDescriptions()
	for _, f := range fields {
		a.Columns = append(a.Columns, f.Name)
	}
	for r.NextRow() {
		row := r.Values()
		out := make([]any, len(row))
		for i, b := range row {
			v, err := decode(b, fields[i].DataTypeOID)
			if err != nil {
				return err
			}
			out[i] = v
		}
		a.Rows = append(a.Rows, out)
	}
	tag, err := r.Close()
	a.RowsAffected = tag.RowsAffected()
	return err
}

// decode turns text into what psycopg would hand to the script.
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
	case pgtype.TimestampOID, pgtype.DateOID, pgtype.TimestamptzOID:
		for _, layout := range []string{"2006-01-02 15:04:05.999999", "2006-01-02", "2006-01-02 15:04:05.999999-07", "2006-01-02 15:04:05.999999-07:00"} {
			if t, err := time.Parse(layout, s); err == nil {
				return t, nil
			}
		}
		return s, nil // infinity, years beyond Python's
	case pgtype.TextArrayOID, pgtype.VarcharArrayOID, pgtype.Int4ArrayOID, pgtype.Int8ArrayOID, pgtype.Int2ArrayOID, pgtype.NameArrayOID:
		return array(s, oid), nil
	}
	return s, nil
}

// array reads a one-dimensional array.
func array(s string, oid uint32) any {
	if !strings.HasPrefix(s, "{") || strings.HasPrefix(s, "{{") {
		return s
	}
	out := []any{}
	body := strings.TrimSuffix(s[1:], "}")
	for len(body) > 0 {
		var item string
		quoted := body[0] == '"'
		if quoted {
			item, body = unquote(body[1:])
		} else if i := strings.IndexByte(body, ','); i >= 0 {
			item, body = body[:i], body[i:]
		} else {
			item, body = body, ""
		}
		body = strings.TrimPrefix(body, ",")
		switch {
		case !quoted && item == "NULL":
			out = append(out, nil)
		case oid == pgtype.Int4ArrayOID || oid == pgtype.Int8ArrayOID || oid == pgtype.Int2ArrayOID:
			n, _ := strconv.ParseInt(item, 10, 64)
			out = append(out, n)
		default:
			out = append(out, item)
		}
	}
	return out
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
