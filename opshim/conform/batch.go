package conform

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
)

// Live is an in-memory SQLite that runs migrations; the caller of [Run] brings
// it, because packages that connect to databases stand above this one.
type Live interface {
	opshim.Backend
	// Query runs a statement as it stands and returns its rows.
	Query(ctx context.Context, sql string, params []any) ([][]any, error)
	// Sent returns the statements that were sent by the backend's own methods
	// since the last call, as their texts.
	Sent() []string
	// Commit ends the transaction, if there is one.
	Commit(ctx context.Context) error
	// Close throws the database away.
	Close() error
}

type batchCase struct {
	Steps []batchStep `json:"steps"`
}

type batchStep struct {
	SQL    string `json:"sql"`
	Params any    `json:"params"`
	Py     string `json:"py"`
}

func answerBatch(ctx context.Context, line []byte, o Options) (answer, error) {
	if o.SQLite == nil {
		return nil, unsupported{"no SQLite at hand"}
	}
	var c batchCase
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	db, err := o.SQLite(ctx)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	out := make([]map[string]any, len(c.Steps))
	failed := false
	for i, s := range c.Steps {
		out[i] = map[string]any{}
		if failed {
			continue
		}
		switch {
		case s.Py != "":
			f, err := batchPython(ctx, db, s.Py, o.SQLAlchemy)
			if err != nil {
				return nil, err
			}
			out[i]["expected_sql"], out[i]["error"] = texts(changes(db.Sent())), f
			failed = f != nil
		case s.Params != nil:
			if _, err := db.Query(ctx, s.SQL, paramList(s.Params)); err != nil {
				return nil, err
			}
		default:
			if _, err := db.Query(ctx, s.SQL, nil); err != nil {
				return nil, err
			}
		}
		db.Sent()
		if err := db.Commit(ctx); err != nil {
			return nil, err
		}
	}
	schema, data, err := dump(ctx, db)
	if err != nil {
		return nil, err
	}
	return answer{"steps": out, "schema": schema, "data": data}, nil
}

func batchPython(ctx context.Context, db Live, source, release string) (*fault, error) {
	d := *db.Dialect()
	d.SQLAlchemy = release
	err := opshim.RunText(ctx, opshim.Text{Name: "step", Source: source}, &d, db, nil)
	return pythonFault(err)
}

// changes leaves out what only looks.
func changes(sent []string) []string {
	var out []string
	for _, s := range sent {
		t := strings.ToUpper(strings.TrimSpace(s))
		if !strings.HasPrefix(t, "SELECT") && !strings.HasPrefix(t, "PRAGMA") {
			out = append(out, s)
		}
	}
	return out
}

func paramList(v any) []any {
	list, ok := v.([]any)
	if !ok {
		return []any{v}
	}
	out := make([]any, len(list))
	for i, e := range list {
		if f, ok := e.(float64); ok && f == float64(int64(f)) {
			e = int64(f)
		}
		out[i] = e
	}
	return out
}

// dump reads the whole database.
func dump(ctx context.Context, db Live) (schema [][]any, data map[string][][]any, err error) {
	schema, err = db.Query(ctx, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name", nil)
	if err != nil {
		return nil, nil, err
	}
	data = map[string][][]any{}
	for _, row := range schema {
		if row[0] != "table" {
			continue
		}
		name := fmt.Sprint(row[1])
		rows, err := db.Query(ctx, `SELECT * FROM "`+strings.ReplaceAll(name, `"`, `""`)+`"`, nil)
		if err != nil {
			return nil, nil, err
		}
		if rows == nil {
			rows = [][]any{}
		}
		for _, r := range rows {
			for i, v := range r {
				if b, ok := v.([]byte); ok {
					r[i] = base64.StdEncoding.EncodeToString(b)
				}
			}
		}
		data[name] = rows
	}
	return schema, data, nil
}
