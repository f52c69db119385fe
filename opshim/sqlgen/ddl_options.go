package sqlgen

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// tableSuffix is what follows the closing parenthesis of CREATE TABLE.
func (d *ddl) tableSuffix(t *schema.Table) string {
	switch {
	case d.d.Name == "postgresql":
		return d.postgresSuffix(t.Options)
	case d.d.isMySQL():
		return d.mysqlSuffix(t)
	case d.d.Name == "sqlite":
		var parts []string
		if t.Options.Get("sqlite_with_rowid") != nil && !t.Options.Bool("sqlite_with_rowid") {
			parts = append(parts, "WITHOUT ROWID")
		}
		if t.Options.Bool("sqlite_strict") {
			parts = append(parts, "STRICT")
		}
		if len(parts) > 0 {
			return "\n " + strings.Join(parts, ",\n ")
		}
	}
	return ""
}

func (d *ddl) postgresSuffix(o schema.Options) string {
	s, inherits := "", ""
	switch v := o.Get("postgresql_inherits").(type) {
	case schema.OptString:
		inherits = d.d.Quote(string(v))
	case schema.OptExpr:
		inherits = d.sql(v.Expr, kw{})
	case schema.OptList:
		var names []string
		for _, x := range v {
			names = append(names, d.d.Quote(optionText(x)))
		}
		inherits = strings.Join(names, ", ")
	}
	switch {
	case inherits != "" && d.d.is21():
		s += "\n INHERITS (" + inherits + ")"
	case inherits != "":
		s += "\n INHERITS ( " + inherits + " )"
	}
	if p := o.Text("postgresql_partition_by"); p != "" {
		s += "\n PARTITION BY " + p
	}
	if u := o.Text("postgresql_using"); u != "" {
		s += "\n USING " + u
	}
	if w := d.withOptions(o.Get("postgresql_with")); w != "" {
		s += "\n WITH (" + w + ")"
	}
	if v, ok := o.Get("postgresql_with_oids").(schema.OptBool); ok {
		if v {
			s += "\n WITH OIDS"
		} else {
			s += "\n WITHOUT OIDS"
		}
	}
	if c := o.Text("postgresql_on_commit"); c != "" {
		s += "\n ON COMMIT " + strings.ToUpper(strings.ReplaceAll(c, "_", " "))
	}
	if ts := o.Text("postgresql_tablespace"); ts != "" {
		s += "\n TABLESPACE " + d.d.Quote(ts)
	}
	return s
}

// withOptions are the storage parameters in WITH (...); SQLAlchemy 2.1 writes
// booleans in SQL's words and None as a name alone.
func (d *ddl) withOptions(v schema.OptionValue) string {
	with, ok := v.(schema.OptMap)
	if !ok {
		return ""
	}
	var pairs []string
	for _, w := range with {
		switch b := w.Value.(type) {
		case schema.OptBool:
			if d.d.is21() {
				pairs = append(pairs, w.Name+" = "+strings.ToLower(optionText(b)))
				continue
			}
		case schema.OptNone:
			if d.d.is21() {
				pairs = append(pairs, w.Name)
				continue
			}
		}
		pairs = append(pairs, w.Name+" = "+optionText(w.Value))
	}
	return strings.Join(pairs, ", ")
}

// stringOptions are MySQL's table options whose value is a quoted string.
var stringOptions = map[string]bool{"COMMENT": true, "DATA DIRECTORY": true, "INDEX DIRECTORY": true, "PASSWORD": true, "CONNECTION": true}

// spacedOptions have blanks for their underscores.
var spacedOptions = map[string]bool{"DATA_DIRECTORY": true, "INDEX_DIRECTORY": true, "DEFAULT_CHARACTER_SET": true, "CHARACTER_SET": true,
	"DEFAULT_CHARSET": true, "DEFAULT_COLLATE": true}

// unjoined options stand before their value without "=".
var unjoined = map[string]bool{"TABLESPACE": true, "DEFAULT CHARACTER SET": true, "CHARACTER SET": true, "COLLATE": true}

var partitionOptions = []string{"PARTITION_BY", "PARTITIONS", "SUBPARTITION_BY", "SUBPARTITIONS"}

// mysqlSuffix writes the table options in the order given, COLLATE after the
// character set, COMMENT after the options (SQLAlchemy 2.0 itself has no fixed
// order), partitioning last.
func (d *ddl) mysqlSuffix(t *schema.Table) string {
	prefix := d.d.pyName() + "_"
	vals := map[string]string{}
	var order []string
	for _, o := range t.Options {
		if !strings.HasPrefix(o.Name, prefix) {
			continue
		}
		key := strings.ToUpper(strings.TrimPrefix(o.Name, prefix))
		if _, none := o.Value.(schema.OptNone); none {
			continue
		}
		if _, seen := vals[key]; !seen {
			order = append(order, key)
		}
		vals[key] = optionText(o.Value)
	}
	if t.Comment != nil {
		if _, seen := vals["COMMENT"]; !seen {
			order = append(order, "COMMENT")
		}
		vals["COMMENT"] = *t.Comment
	}
	var parts []string
	for _, key := range collateLast(order) {
		if isPartition(key) {
			continue
		}
		arg := vals[key]
		if stringOptions[key] {
			arg = d.c.literal(arg, schema.Type{Kind: "String"})
		}
		if spacedOptions[key] {
			key = strings.ReplaceAll(key, "_", " ")
		}
		join := "="
		if unjoined[key] {
			join = " "
		}
		parts = append(parts, key+join+arg)
	}
	for _, key := range partitionOptions {
		if arg, ok := vals[key]; ok {
			parts = append(parts, strings.ReplaceAll(key, "_", " ")+" "+arg)
		}
	}
	return strings.Join(parts, " ")
}

func isCharset(key string) bool {
	switch key {
	case "DEFAULT_CHARSET", "DEFAULT_CHARACTER_SET", "CHARSET", "CHARACTER_SET":
		return true
	}
	return false
}

func isPartition(key string) bool {
	for _, p := range partitionOptions {
		if p == key {
			return true
		}
	}
	return false
}

// collateLast moves COLLATE behind everything else if there is a character set that
// it has to follow.
func collateLast(order []string) []string {
	var out []string
	late := false
	for _, k := range order {
		if k == "COLLATE" {
			late = slices.ContainsFunc(order, isCharset)
		}
		if k != "COLLATE" || !late {
			out = append(out, k)
		}
	}
	if late {
		out = append(out, "COLLATE")
	}
	return out
}

// createType is CREATE TYPE ... AS ENUM or CREATE DOMAIN.
func (d *ddl) createType(t schema.Type) string {
	if d.d.Name != "postgresql" {
		return d.c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type <class "+
			"'sqlalchemy.dialects.postgresql.named_types.CreateEnumType'>", d.ddlRepr())
	}
	if t.Enum != nil {
		t.Kind = "ENUM" // the type that PostgreSQL makes of any Enum
	}
	name, err := d.d.typeName(t)
	if err != nil {
		return d.c.failErr(err)
	}
	if t.Domain != nil {
		return d.createDomain(t, name)
	}
	return "CREATE TYPE " + name + " AS ENUM (" + strings.Join(d.labelTexts(t, labels(t)), ", ") + ")"
}

// labelTexts are an Enum's labels as literals.
func (d *ddl) labelTexts(t schema.Type, labels []string) []string {
	if t.Enum != nil && t.Enum.NotText != "" && len(labels) > 0 {
		d.c.fail("CompileError", "No literal value renderer is available for literal value %s with datatype NULL", Repr(labels[0]))
		return nil
	}
	var out []string
	for _, l := range labels {
		out = append(out, d.c.literal(l, schema.Type{Kind: "String"}))
	}
	return out
}

func (d *ddl) createDomain(t schema.Type, name string) string {
	var opts []string
	dom := t.Domain
	if dom.Collation != "" {
		name := d.d.Quote(dom.Collation)
		if dom.CollationSchema != "" {
			name = d.d.Quote(dom.CollationSchema) + "." + name
		}
		opts = append(opts, "COLLATE "+name)
	}
	if def, ok := d.serverDefault(dom.Default); ok {
		opts = append(opts, "DEFAULT "+def)
	}
	if dom.ConstraintName != "" {
		n, err := d.d.constraintName(schema.Given(dom.ConstraintName))
		if err != nil {
			return d.c.failErr(err)
		}
		opts = append(opts, "CONSTRAINT "+n)
	}
	if dom.NotNull == schema.Yes {
		opts = append(opts, "NOT NULL")
	}
	if dom.Check != nil {
		opts = append(opts, "CHECK ("+d.sql(dom.Check, kw{noTable: true})+")")
	}
	item := schema.Type{}
	if t.Item != nil {
		item = *t.Item
	}
	return "CREATE DOMAIN " + name + " AS " + d.typeText(item) + " " + strings.Join(opts, " ")
}

func (d *ddl) dropType(t schema.Type) string {
	if d.d.Name != "postgresql" {
		return d.c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type <class "+
			"'sqlalchemy.dialects.postgresql.named_types.DropEnumType'>", d.ddlRepr())
	}
	name, err := d.d.typeName(t)
	if err != nil {
		return d.c.failErr(err)
	}
	if t.Domain != nil {
		return "DROP DOMAIN " + name
	}
	return "DROP TYPE " + name
}
