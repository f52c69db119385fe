package litedb

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"modernc.org/libc"
	lite "modernc.org/sqlite/lib"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
)

// stmt is a prepared statement.
type stmt struct {
	c    *conn
	p    uintptr
	cols int
	tail string // what follows the statement in its text
}

// prepare compiles the first statement of sql; p is 0 for text without one.
func (c *conn) prepare(sql string) (*stmt, error) {
	if err := c.settle(); err != nil {
		return nil, err
	}
	text, err := libc.CString(sql)
	if err != nil {
		return nil, err
	}
	defer libc.Xfree(c.tls, text)
	rc := lite.Xsqlite3_prepare_v2(c.tls, c.db, text, int32(len(sql)+1), c.out, c.out+8)
	if rc != lite.SQLITE_OK {
		return nil, c.fail(rc)
	}
	s := &stmt{c: c, p: c.word(0)}
	if used := int(c.word(1) - text); used < len(sql) {
		s.tail = sql[used:]
	}
	if s.p != 0 {
		s.cols = int(lite.Xsqlite3_column_count(c.tls, s.p))
	}
	return s, nil
}

func (s *stmt) close() { lite.Xsqlite3_finalize(s.c.tls, s.p) }

func (s *stmt) reset() { lite.Xsqlite3_reset(s.c.tls, s.p) }

// bind sets all parameters, by position.
func (s *stmt) bind(args []any) error {
	n := int(lite.Xsqlite3_bind_parameter_count(s.c.tls, s.p))
	if n != len(args) {
		return &Error{lite.SQLITE_MISUSE, fmt.Sprintf("Incorrect number of bindings supplied. The current statement uses %d, and there are %d supplied.", n, len(args))}
	}
	for i, v := range args {
		if err := s.bind1(int32(i+1), v); err != nil {
			return err
		}
	}
	return nil
}

func (s *stmt) bind1(i int32, v any) error {
	var rc int32
	tls := s.c.tls
	switch x := v.(type) {
	case nil:
		rc = lite.Xsqlite3_bind_null(tls, s.p, i)
	case bool:
		var n lite.Tsqlite_int64
		if x {
			n = 1
		}
		rc = lite.Xsqlite3_bind_int64(tls, s.p, i, n)
	case int:
		rc = lite.Xsqlite3_bind_int64(tls, s.p, i, lite.Tsqlite_int64(x))
	case int64:
		rc = lite.Xsqlite3_bind_int64(tls, s.p, i, lite.Tsqlite_int64(x))
	case float64:
		rc = lite.Xsqlite3_bind_double(tls, s.p, i, x)
	case string:
		rc = s.bindBytes(i, unsafe.Slice(unsafe.StringData(x), len(x)), false)
	case []byte:
		rc = s.bindBytes(i, x, true)
	case time.Time:
		text := x.Format("2006-01-02 15:04:05.000000")
		rc = s.bindBytes(i, []byte(text), false)
	case [16]byte:
		text := fmt.Sprintf("%x", x[:])
		rc = s.bindBytes(i, []byte(text), false)
	case rows.Raw:
		return s.bind1(i, number(string(x)))
	case fmt.Stringer:
		text := x.String()
		rc = s.bindBytes(i, []byte(text), false)
	default:
		return &Error{lite.SQLITE_MISUSE, fmt.Sprintf("Error binding parameter %d: type '%T' is not supported", i, v)}
	}
	if rc != lite.SQLITE_OK {
		return s.c.fail(rc)
	}
	return nil
}

func (s *stmt) bindBytes(i int32, b []byte, blob bool) int32 {
	tls := s.c.tls
	p := lite.Xsqlite3_malloc64(tls, lite.Tsqlite3_uint64(len(b)+1))
	if p == 0 {
		return lite.SQLITE_NOMEM
	}
	defer lite.Xsqlite3_free(tls, p)
	copyIn(p, b)
	if blob {
		return lite.Xsqlite3_bind_blob(tls, s.p, i, p, int32(len(b)), transient)
	}
	return lite.Xsqlite3_bind_text(tls, s.p, i, p, int32(len(b)), transient)
}

// step goes to the next row; false at the end.
func (s *stmt) step() (bool, error) {
	switch rc := lite.Xsqlite3_step(s.c.tls, s.p); rc {
	case lite.SQLITE_ROW:
		return true, nil
	case lite.SQLITE_DONE:
		return false, nil
	default:
		return false, s.c.fail(rc)
	}
}

func (s *stmt) names() []string {
	out := make([]string, s.cols)
	for i := range out {
		out[i] = strings.Clone(libc.GoString(lite.Xsqlite3_column_name(s.c.tls, s.p, int32(i))))
	}
	return out
}

// row returns the current row.
func (s *stmt) row() []any {
	out := make([]any, s.cols)
	for i := range out {
		out[i] = s.value(int32(i))
	}
	return out
}

func (s *stmt) value(i int32) any {
	tls := s.c.tls
	switch lite.Xsqlite3_column_type(tls, s.p, i) {
	case lite.SQLITE_INTEGER:
		return int64(lite.Xsqlite3_column_int64(tls, s.p, i))
	case lite.SQLITE_FLOAT:
		return lite.Xsqlite3_column_double(tls, s.p, i)
	case lite.SQLITE_TEXT:
		p := lite.Xsqlite3_column_text(tls, s.p, i)
		return string(libc.GoBytes(p, int(lite.Xsqlite3_column_bytes(tls, s.p, i))))
	case lite.SQLITE_BLOB:
		p := lite.Xsqlite3_column_blob(tls, s.p, i)
		if n := int(lite.Xsqlite3_column_bytes(tls, s.p, i)); n > 0 {
			return bytes.Clone(libc.GoBytes(p, n))
		}
		return []byte{}
	}
	return nil
}

// query runs one statement and returns all rows. It stops with an error past
// limit rows.
func (c *conn) query(sql string, args ...any) ([]string, [][]any, error) {
	return c.queryInto(nil, func(_ int, row []any) []any { return row }, sql, args...)
}

// queryInto adds the rows to out, as keep gives them back.
func (c *conn) queryInto(out [][]any, keep func(n int, row []any) []any, sql string, args ...any) ([]string, [][]any, error) {
	s, err := c.prepare(sql)
	if err != nil || s.p == 0 {
		return nil, nil, err
	}
	defer s.close()
	if err := s.bind(args); err != nil {
		return nil, nil, err
	}
	for {
		more, err := s.step()
		if err != nil {
			return nil, nil, err
		}
		if !more {
			break
		}
		if len(out) >= maxRows {
			return nil, nil, fmt.Errorf("more than %d rows", maxRows)
		}
		out = append(out, keep(len(out), s.row()))
	}
	return s.names(), out, nil
}

// maxRows bounds what one query brings into memory.
const maxRows = 2_000_000

// exec runs statements that return nothing of interest.
func (c *conn) exec(sql string, args ...any) error {
	_, _, err := c.query(sql, args...)
	return err
}

// number is a decimal text as SQLite would store it in a NUMERIC column.
func number(s string) any {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return f
	}
	return s
}
