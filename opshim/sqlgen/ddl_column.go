package sqlgen

import (
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

func (d *ddl) postgresColumn(t *schema.Table, col *schema.Column) string {
	spec := d.d.quoteTri(col.Name, col.Quote)
	id, hasIdentity := col.ServerDefault.(*schema.Identity)
	hasIdentity = hasIdentity && d.d.traits().identity
	seqOK := col.Default == nil && (col.Sequence == nil || col.Sequence.Optional)
	if col.PrimaryKey && t != nil && col == d.d.autoincrementColumn(t) && !hasIdentity && seqOK {
		spec += " " + d.serial(col.Type)
	} else {
		spec += " " + d.typeText(inTable(col.Type, t.Name))
		if def, ok := d.defaultText(col); ok {
			spec += " DEFAULT " + def
		}
	}
	spec += d.computed(col)
	if hasIdentity {
		spec += " " + identityText(id)
	}
	switch {
	case !col.IsNullable() && !hasIdentity:
		spec += " NOT NULL"
	case col.IsNullable() && hasIdentity:
		spec += " NULL"
	}
	return spec
}

func (d *ddl) serial(t schema.Type) string {
	u, err := d.d.implType(t)
	if err != nil {
		return d.c.failErr(err)
	}
	switch u.Kind {
	case "BigInteger", "BIGINT":
		return "BIGSERIAL"
	case "SmallInteger", "SMALLINT":
		return "SMALLSERIAL"
	}
	return "SERIAL"
}

var (
	quotedStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*['"(]`) })
	hasNonWord  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`.*[^\p{L}\p{N}_].*`) })
	onUpdate    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)ON +UPDATE`) })
	nowCall     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)^(now\(\d+\)|current_timestamp\(\d+\))`) })
)

// needsParens reports whether a default is an expression that stands bare.
func needsParens(def string) bool {
	first := def
	if i := strings.IndexByte(def, '\n'); i >= 0 {
		// Python's \W matches the line feed, too.
		first = def[:i+1]
	}
	return !quotedStart().MatchString(def) && hasNonWord().MatchString(first)
}

func (d *ddl) sqliteColumn(t *schema.Table, col *schema.Column) string {
	spec := d.d.quoteTri(col.Name, col.Quote) + " " + d.typeText(inTable(col.Type, t.Name))
	if def, ok := d.defaultText(col); ok {
		if needsParens(def) {
			def = "(" + def + ")"
		}
		spec += " DEFAULT " + def
	}
	if !col.IsNullable() {
		spec += " NOT NULL"
		if oc := col.Options.Text("sqlite_on_conflict_not_null"); oc != "" {
			spec += " ON CONFLICT " + oc
		}
	}
	if col.PrimaryKey && t != nil {
		pk := t.PrimaryKey()
		single := pk != nil && len(pk.Columns) == 1
		if col.Autoincrement == "true" && !single {
			return d.c.fail("CompileError", "SQLite does not support autoincrement for composite primary keys")
		}
		if single && d.inlinePK(t, col) {
			spec += " PRIMARY KEY"
			if oc := col.Options.Text("sqlite_on_conflict_primary_key"); oc != "" {
				spec += " ON CONFLICT " + oc
			}
			spec += " AUTOINCREMENT"
		}
	}
	return spec + d.computed(col)
}

// inlinePK reports whether SQLite's AUTOINCREMENT puts the key on the column.
func (d *ddl) inlinePK(t *schema.Table, col *schema.Column) bool {
	return t.Options.Bool("sqlite_autoincrement") && expr.Affinity(col.Type) == "Integer" && !isForeign(t, col)
}

func (d *ddl) mysqlColumn(t *schema.Table, col *schema.Column) string {
	parts := []string{d.d.quoteTri(col.Name, col.Quote), d.typeText(inTable(col.Type, t.Name))}
	nullable := col.IsNullable()
	if _, ok := col.ServerDefault.(*schema.Computed); ok {
		parts = append(parts, strings.TrimPrefix(d.computed(col), " "))
		if d.d.isMariaDB() && col.Nullable == schema.Unset {
			nullable = true
		}
	}
	impl, err := d.d.implType(col.Type)
	if err != nil {
		return d.c.failErr(err)
	}
	switch {
	case !nullable:
		parts = append(parts, "NOT NULL")
	case impl.Kind == "TIMESTAMP":
		parts = append(parts, "NULL")
	}
	if col.Comment != nil {
		parts = append(parts, "COMMENT "+d.c.literal(*col.Comment, schema.Type{Kind: "String"}))
	}
	_, identity := col.ServerDefault.(*schema.Identity)
	if t != nil && col == d.d.autoincrementColumn(t) && (col.ServerDefault == nil || identity) {
		parts = append(parts, "AUTO_INCREMENT")
	} else if def, ok := d.defaultText(col); ok {
		if d.d.defaultFunctions() && needsParens(def) && !onUpdate().MatchString(def) && !nowCall().MatchString(def) {
			def = "(" + def + ")"
		}
		parts = append(parts, "DEFAULT "+def)
	}
	return strings.Join(parts, " ")
}
