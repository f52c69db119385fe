package dump

import (
	"fmt"
	"strconv"
	"strings"
)

// batch is how many rows of a COPY go into one INSERT.
const batch = 200

// A block is the rows of one COPY.
type block struct {
	line   int    // of the COPY
	into   string // table and columns
	values []string
	from   int // line of the first of values
}

// row reads a line of a COPY block.
func (r *reader) row(line string) error {
	b := r.rows
	if line == `\.` {
		r.rows = nil
		r.insert(b)
		return nil
	}
	if len(b.values) == 0 {
		b.from = r.line
	}
	fields := strings.Split(line, "\t")
	if line == "" && !strings.Contains(b.into, ",") {
		fields = []string{""}
	}
	for i, f := range fields {
		v, err := field(f)
		if err != nil {
			return &Error{r.line, err.Error()}
		}
		fields[i] = v
	}
	b.values = append(b.values, "("+strings.Join(fields, ", ")+")")
	if len(b.values) == batch {
		r.insert(b)
	}
	return nil
}

// insert adds the rows that are there. Why OVERRIDING: a dump holds the values of
// columns that are always generated as well.
func (r *reader) insert(b *block) {
	if len(b.values) == 0 {
		return
	}
	r.pieces = append(r.pieces, Piece{SQL: "INSERT INTO " + b.into + " OVERRIDING SYSTEM VALUE VALUES " + strings.Join(b.values, ", "), Line: b.from})
	b.values = nil
}

// field turns a value in COPY's text format into a literal.
func field(s string) (string, error) {
	if s == `\N` {
		return "NULL", nil
	}
	if !strings.Contains(s, `\`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'", nil
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) {
			return "", fmt.Errorf(`a value ends in a single backslash`)
		}
		i += escape(&b, s[i:]) - 1
	}
	return "'" + strings.ReplaceAll(b.String(), "'", "''") + "'", nil
}

// escape writes what the backslash before s stands for, and returns how much of s
// that took.
func escape(b *strings.Builder, s string) int {
	if at := strings.IndexByte("bfnrtv", s[0]); at >= 0 {
		b.WriteByte("\b\f\n\r\t\v"[at])
		return 1
	}
	from, base, most := 0, 8, 3
	if s[0] == 'x' {
		from, base, most = 1, 16, 3
	}
	for n := min(most, len(s)); n > from; n-- {
		if v, err := strconv.ParseUint(s[from:n], base, 8); err == nil {
			b.WriteByte(byte(v))
			return n
		}
	}
	b.WriteByte(s[0])
	return 1
}
