package pgdb

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

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
