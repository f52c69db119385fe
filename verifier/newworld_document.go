package verifier

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// rewritten are the documents of the columns in which the upgrade has made all
// documents of one kind: lists of what were objects, say. The type permits any
// document; an application that belongs to the upgrade writes such alone.
func (t *trip) rewritten(key string, table *shape.Table) map[string][]any {
	out := map[string][]any{}
	before, after := t.old.Rows[key], t.now.Rows[key]
	if before == nil || after == nil || before == after {
		return out
	}
	for _, c := range table.Columns {
		if c.Class != shape.JSON {
			continue
		}
		was, _ := documentsIn(before, c.Name)
		is, list := documentsIn(after, c.Name)
		if len(is) == 1 && was != is {
			out[c.Name] = list
		}
	}
	return out
}

// documentsIn are the documents of a column, and the kinds of them by the
// characters they begin with, each once.
func documentsIn(set *rows.Set, column string) (kinds string, list []any) {
	i := set.Index(column)
	if i < 0 {
		return "", nil
	}
	for _, row := range set.Rows {
		text := documentText(row[i])
		if text == "" {
			continue
		}
		list = append(list, row[i])
		kind := text[:1]
		if strings.Contains("-0123456789", kind) {
			kind = "0"
		}
		if !strings.Contains(kinds, kind) {
			kinds += kind
		}
	}
	return kinds, list
}

// documentText is a document without what stands around it; "" for NULL.
func documentText(v any) string {
	switch x := v.(type) {
	case string:
		return strings.TrimSpace(x)
	case rows.Raw:
		return strings.TrimSpace(string(x))
	case []byte:
		return strings.TrimSpace(string(x))
	}
	return ""
}
