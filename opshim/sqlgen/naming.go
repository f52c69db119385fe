package sqlgen

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

// ResolveName applies a naming convention to a constraint of a table. The result
// has state NameFinal when the convention made it.
func ResolveName(t *schema.Table, k schema.Constraint) (schema.ConstraintName, error) {
	n := namer{table: t, name: k.Base().Name, constraint: k}
	switch x := k.(type) {
	case *schema.PrimaryKey:
		n.key, n.cols = "pk", x.Columns
	case *schema.Unique:
		n.key, n.cols = "uq", x.Columns
	case *schema.ForeignKey:
		n.key, n.cols, n.fk = "fk", x.Columns, x
	case *schema.Check:
		n.key = "ck"
		if x.Column != "" {
			n.cols = []string{x.Column}
		} else {
			n.cols = checkColumns(x)
		}
	case *schema.Exclude:
		n.key = "exclude"
		for _, e := range x.Elements {
			if c := e.Column; c != "" {
				n.cols = append(n.cols, c)
			}
		}
	}
	return n.resolve()
}

// ResolveIndexName applies a naming convention to an index of a table.
func ResolveIndexName(t *schema.Table, ix *schema.Index) (schema.ConstraintName, error) {
	n := namer{table: t, name: ix.Name, key: "ix", index: ix}
	for _, e := range ix.Elements {
		if e.Column != "" {
			n.cols = append(n.cols, e.Column)
		} else if x, ok := e.Expr.(expr.Expr); ok {
			for _, c := range expr.ColumnsIn(x) {
				n.cols = append(n.cols, c.Name)
			}
		}
	}
	return n.resolve()
}

// namer is the state of one substitution.
type namer struct {
	table      *schema.Table
	name       schema.ConstraintName
	key        string
	cols       []string
	fk         *schema.ForeignKey
	constraint schema.Constraint
	index      *schema.Index
}

var tokenPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%\((\w+)\)s|%%`) })

func (n *namer) resolve() (schema.ConstraintName, error) {
	if n.name.State == schema.NameFinal {
		return n.name, nil
	}
	rule, ok := n.table.Naming.Rule(n.key)
	given := n.name.State == schema.NameGiven
	if !ok || given && !strings.Contains(rule, "constraint_name") {
		return n.name, nil
	}
	if n.name.State == schema.NameNever && !strings.Contains(rule, "constraint_name") && n.key == "ck" {
		// A type's CHECK without a name still takes a convention's.
		given = false
	}
	var failed error
	text := tokenPattern().ReplaceAllStringFunc(rule, func(m string) string {
		if m == "%%" {
			return "%"
		}
		s, err := n.token(m[2 : len(m)-2])
		if err != nil && failed == nil {
			failed = err
		}
		return s
	})
	if failed != nil {
		return schema.ConstraintName{}, failed
	}
	return schema.ConstraintName{Text: text, State: schema.NameFinal}, nil
}

var columnToken = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(referred_)?column_(\d+)(_?N)?_(\w+)$`) })

func (n *namer) token(tok string) (string, error) {
	if n.table.Naming != nil {
		for _, t := range n.table.Naming.Tokens {
			if t.Name == tok {
				return t.Call(n.constraint, n.index, n.table)
			}
		}
	}
	switch tok {
	case "table_name":
		return n.table.Name.Name, nil
	case "constraint_name":
		if n.name.State == schema.NameNone || n.name.State == schema.NameNever {
			return "", &Error{Type: "InvalidRequestError", Message: "Naming convention including %(constraint_name)s token requires " +
				"that constraint is explicitly named."}
		}
		return n.name.Text, nil
	case "referred_table_name":
		if n.fk != nil {
			return n.fk.RefTable.Name, nil
		}
	}
	m := columnToken().FindStringSubmatch(tok)
	if m == nil {
		return "", &Error{Type: "KeyError", Message: "'" + tok + "'"}
	}
	return n.columnToken(m[1] != "", m[2], m[3], m[4])
}

func (n *namer) columnToken(referred bool, index, multi, attr string) (string, error) {
	cols := n.cols
	if referred {
		if n.fk == nil {
			return "", &Error{Type: "KeyError", Message: "'referred_column_" + index + "_" + attr + "'"}
		}
		cols = n.fk.RefColumns
	}
	one := func(i int) string {
		if i >= len(cols) {
			return ""
		}
		if referred {
			return cols[i]
		}
		return n.columnAttr(cols[i], attr)
	}
	if multi == "" {
		i, _ := strconv.Atoi(index)
		return one(i), nil
	}
	var parts []string
	for i := range cols {
		parts = append(parts, one(i))
	}
	sep := ""
	if strings.HasPrefix(multi, "_") {
		sep = "_"
	}
	return strings.Join(parts, sep), nil
}

func (n *namer) columnAttr(name, attr string) string {
	c := n.table.Column(name)
	switch attr {
	case "key":
		if c != nil {
			return c.KeyName()
		}
	case "label":
		if c != nil {
			name = c.Name
		}
		return tableLabel(n.table, name)
	}
	if c != nil {
		return c.Name
	}
	return name
}

// tableLabel is [schema_]table_column, with a number appended when the table has
// a column of that name.
func tableLabel(t *schema.Table, col string) string {
	label := t.Name.Name + "_" + col
	if t.Name.Schema != "" {
		label = strings.ReplaceAll(t.Name.Schema, ".", "_") + "_" + label
	}
	return label
}
