package sqlgen

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// needsQuotes is SQLAlchemy's test for a name.
func (d *Dialect) needsQuotes(name string) bool {
	if name == "" {
		return true
	}
	lower := strings.ToLower(name)
	if lower != name || d.traits().reserved[lower] {
		return true
	}
	if c := name[0]; c >= '0' && c <= '9' || c == '$' {
		return true
	}
	return illegalChars(name)
}

func illegalChars(name string) bool {
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '$':
		case r == 'ı' || r == 'ſ' || r == 'K':
			// Python's re.I maps these to ASCII letters.
		default:
			return true
		}
	}
	return name == ""
}

// Quote returns an identifier, quoted if the dialect needs it.
func (d *Dialect) Quote(name string) string {
	if d.needsQuotes(name) {
		return d.forceQuote(name)
	}
	return name
}

func (d *Dialect) forceQuote(name string) string {
	q := d.traits().quote
	name = strings.ReplaceAll(name, q, q+q)
	if d.doublePercents() {
		name = strings.ReplaceAll(name, "%", "%%")
	}
	return q + name + q
}

// quoteTri quotes as quoted_name(name, quote) asks.
func (d *Dialect) quoteTri(name string, t schema.Tri) string {
	switch t {
	case schema.Yes:
		return d.forceQuote(name)
	case schema.No:
		return name
	}
	return d.Quote(name)
}

// effectiveSchema applies schema_translate_map.
func (d *Dialect) effectiveSchema(s string) string {
	if to, ok := d.SchemaTranslate[s]; ok {
		return to
	}
	return s
}

// TableName is the quoted [schema.]name of a table.
func (d *Dialect) TableName(n schema.Name) string {
	return d.schemaPrefix(n) + d.quoteTri(n.Name, n.Quote)
}

func (d *Dialect) schemaPrefix(n schema.Name) string {
	if d.SchemaSymbols {
		if n.Schema != "" {
			return "__[SCHEMA_" + n.Schema + "]."
		}
		if _, ok := d.SchemaTranslate[""]; ok {
			return "__[SCHEMA__none]."
		}
		return ""
	}
	s := d.effectiveSchema(n.Schema)
	if s == "" {
		return ""
	}
	return d.quoteTri(s, n.QuoteSchema) + "."
}

// alterName is the name of a table as Alembic's own ALTER elements write it: a
// dotted schema is taken apart.
func (d *Dialect) alterName(n schema.Name) string {
	if n.Schema == "" {
		return d.quoteTri(n.Name, n.Quote)
	}
	if n.QuoteSchema != schema.Unset {
		return d.quoteTri(n.Schema, n.QuoteSchema) + "." + d.quoteTri(n.Name, n.Quote)
	}
	parts := strings.Split(n.Schema, ".")
	for i, p := range parts {
		parts[i] = d.Quote(p)
	}
	return strings.Join(parts, ".") + "." + d.quoteTri(n.Name, n.Quote)
}

// constraintName renders the name of a constraint or index: names made by a
// convention (or op.f) are cut to the dialect's limit, given ones are refused
// beyond it.
func (d *Dialect) constraintName(n schema.ConstraintName) (string, error) {
	return d.limitedName(n, d.traits().maxName)
}

// limitedName is constraintName with the limit given; 0 is that of identifiers.
func (d *Dialect) limitedName(n schema.ConstraintName, limit int) (string, error) {
	t := d.traits()
	if limit == 0 {
		limit = t.maxIdentifier
	}
	text := n.Text
	length := utf8.RuneCountInString(text)
	if n.State == schema.NameFinal {
		if length > limit {
			sum := md5.Sum([]byte(text))
			h := hex.EncodeToString(sum[:])
			text = string([]rune(text)[:max(limit-8, 0)]) + "_" + h[len(h)-4:]
		}
	} else if length > t.maxIdentifier {
		return "", &Error{Type: "IdentifierError", Message: fmt.Sprintf("Identifier '%s' exceeds maximum length of %d characters", text, t.maxIdentifier)}
	}
	return d.quoteTri(text, n.Quote), nil
}
