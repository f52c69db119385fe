package rows

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Set is the content of one table: column names and rows in the order in
// which the database gave them. Key is the primary or a unique key that no NULL
// can be in, nil for none. It must not change once it is compared.
type Set struct {
	Columns []string
	Key     []string
	Rows    [][]any
}

// Raw is a value in the text form of its database, for types without a Go one.
type Raw string

// Index returns the position of a column, or -1. Case does not count.
func (s *Set) Index(column string) int {
	for i, c := range s.Columns {
		if strings.EqualFold(c, column) {
			return i
		}
	}
	return -1
}

// Append adds the exact encoding of a value to buf: a tag for its type and its
// bits.
func appendValue(buf []byte, v any) []byte {
	switch x := v.(type) {
	case nil:
		return append(buf, 'n')
	case bool:
		if x {
			return append(buf, 'b', 1)
		}
		return append(buf, 'b', 0)
	case int64:
		return binary.BigEndian.AppendUint64(append(buf, 'i'), uint64(x))
	case float64:
		return binary.BigEndian.AppendUint64(append(buf, 'f'), math.Float64bits(x))
	case string:
		return append(binary.AppendUvarint(append(buf, 's'), uint64(len(x))), x...)
	case []byte:
		return append(binary.AppendUvarint(append(buf, 'x'), uint64(len(x))), x...)
	case Raw:
		return append(binary.AppendUvarint(append(buf, 'r'), uint64(len(x))), x...)
	}
	text := fmt.Sprintf("%T %v", v, v)
	return append(binary.AppendUvarint(append(buf, 'o'), uint64(len(text))), text...)
}

// Same reports whether two values are the same to the bit.
func Same(a, b any) bool {
	switch x := a.(type) {
	case nil:
		return b == nil
	case bool, int64, string, Raw:
		return a == b
	case float64:
		y, ok := b.(float64)
		return ok && math.Float64bits(x) == math.Float64bits(y)
	case []byte:
		y, ok := b.([]byte)
		return ok && string(x) == string(y)
	}
	return string(appendValue(nil, a)) == string(appendValue(nil, b))
}

// encode is the exact encoding of some columns of a row.
func encode(row []any, at []int) string {
	var buf []byte
	for _, i := range at {
		buf = appendValue(buf, row[i])
	}
	return string(buf)
}

var seed = maphash.MakeSeed()

// sum is a hash of the rows that does not depend on their order.
func (s *Set) sum(at []int) uint64 {
	var total uint64
	var buf []byte
	for _, row := range s.Rows {
		buf = buf[:0]
		for _, i := range at {
			buf = appendValue(buf, row[i])
		}
		total += maphash.Bytes(seed, buf)
	}
	return total
}

// Show is a value as a report prints it: short, on one line, strings in quotes.
func Show(v any) string {
	switch x := v.(type) {
	case nil:
		return "NULL"
	case string:
		return "'" + cut(strings.ReplaceAll(x, "'", "''")) + "'"
	case Raw:
		return cut(string(x))
	case []byte:
		return "x'" + cut(fmt.Sprintf("%x", x)) + "'"
	case float64:
		s := strconv.FormatFloat(x, 'g', -1, 64)
		if !strings.ContainsAny(s, ".eIN") {
			s += ".0"
		}
		return s
	}
	return cut(fmt.Sprint(v))
}

func cut(s string) string {
	const limit = 48
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "�")
	}
	s = strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s)
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-8]) + "…" + string(r[len(r)-6:])
	}
	return s
}

// ShowRow is some columns of a row: (id 3, name 'x'), at most six.
func (s *Set) ShowRow(row []any) string {
	var b strings.Builder
	b.WriteByte('(')
	for i, c := range s.Columns {
		if i == 6 {
			b.WriteString(", …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c + " " + Show(row[i]))
	}
	b.WriteByte(')')
	return b.String()
}

// ShowKey is how a report names a row: by its key, else by its content.
func (s *Set) ShowKey(row []any) string {
	if len(s.Key) == 0 {
		return s.ShowRow(row)
	}
	var parts []string
	for _, k := range s.Key {
		if i := s.Index(k); i >= 0 {
			parts = append(parts, k+" "+Show(row[i]))
		}
	}
	return strings.Join(parts, ", ")
}
