package draft

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// A Schema is a draft: SQL text, and how much of it is known.
type Schema struct {
	Text    string
	Schemas []string // that its tables stand in, but for the default one
	Tables  int
	Unknown int // columns of whose type nothing is known
}

// Make drafts what was there before the first revision. Guesses are what the
// prediction assumed, first the revisions that need it first.
func Make(ctx context.Context, e *opshim.Environment, order []*script.Revision, d *sqlgen.Dialect, guesses []catalog.Guess, first map[string]string) (*Schema, error) {
	b := &base{tables: map[string]*table{}, now: map[string]string{}, made: map[string]bool{}, fold: func(s string) string { return s }}
	if d.Name == "sqlite" {
		b.fold = strings.ToLower
	}
	for _, rev := range order {
		if rev.Tree == nil {
			continue
		}
		down, _ := directives(ctx, e, rev, opshim.Down, d)
		up, whole := directives(ctx, e, rev, opshim.Up, d)
		back := remakes(down)
		for _, o := range up {
			b.follow(o, back)
		}
		if !whole {
			b.blind = append(b.blind, string(rev.Tree.Source.Text))
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	b.keep(guesses)
	return b.write(ctx, d, first)
}

// keep takes the tables that the prediction assumed as well, with the columns
// that SQL text names, and leaves out those that it knows a revision makes.
func (b *base) keep(guesses []catalog.Guess) {
	assumed := map[string]bool{}
	for _, g := range guesses {
		if g.Kind != "table" {
			continue
		}
		key := b.fold(g.Name.String())
		assumed[key] = true
		if b.tables[key] == nil {
			b.tables[key] = &table{name: schema.Name{Schema: g.Name.Schema, Name: g.Name.Name}}
			b.order = append(b.order, key)
		}
		for _, c := range g.Columns {
			if !b.made[key+"."+b.fold(c)] && !slices.ContainsFunc(b.blind, func(text string) bool { return adds(text, c) }) {
				b.tables[key].column(c, b.fold)
			}
		}
	}
	b.order = slices.DeleteFunc(b.order, func(key string) bool { return !assumed[key] })
}

// write prints the draft: tables, then what refers from one to another.
func (b *base) write(ctx context.Context, d *sqlgen.Dialect, first map[string]string) (*Schema, error) {
	out := &Schema{Tables: len(b.order)}
	var text strings.Builder
	text.WriteString("-- A draft of what was there before the first revision, as far as the revisions tell.\n" +
		"-- Complete it, or put a dump of that moment in its place.\n\n")
	session := &sqlgen.Session{}
	var later []op.Op
	made := map[string]bool{}
	for _, key := range b.order {
		t := b.tables[key]
		if s := t.name.Schema; s != "" && !slices.Contains(out.Schemas, s) {
			out.Schemas = append(out.Schemas, s)
		}
		guessed := t.identify(b)
		def, unknown, after := t.definition(d.Name)
		later = append(later, after...)
		fmt.Fprintf(&text, "-- %s", t.name)
		if rev := first[t.name.String()]; rev != "" {
			fmt.Fprintf(&text, ": needed first by %s", rev)
		}
		text.WriteString("\n")
		if guessed {
			text.WriteString("-- its key is not known: id is a guess\n")
		}
		if len(unknown) > 0 {
			out.Unknown += len(unknown)
			fmt.Fprintf(&text, "-- of unknown type: %s\n", strings.Join(unknown, ", "))
		}
		b.compile(ctx, &text, d, session, &op.CreateTable{Table: def}, made)
	}
	for _, o := range later {
		b.compile(ctx, &text, d, session, o, made)
	}
	slices.Sort(b.gone)
	for _, g := range slices.Compact(b.gone) {
		fmt.Fprintf(&text, "-- not known: %s, which a revision drops\n", g)
	}
	slices.Sort(out.Schemas)
	out.Text = text.String()
	return out, nil
}

// numbering is a default that takes numbers from a sequence which is not there.
var numbering = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i) DEFAULT nextval\([^)]*\)`) })

// identify gives a table of which no key is known a column id, unless a revision
// adds one.
func (t *table) identify(b *base) bool {
	if slices.ContainsFunc(t.constraints, func(k schema.Constraint) bool { _, is := k.(*schema.PrimaryKey); return is }) ||
		slices.ContainsFunc(t.columns, func(c *column) bool { return c.def.PrimaryKey || c.def.Name == "id" }) || b.made[b.fold(t.name.String())+".id"] {
		return false
	}
	t.columns = append([]*column{{def: schema.Column{Name: "id", Type: schema.Type{Kind: "Integer"}}, known: true}}, t.columns...)
	return true
}

// compile writes the statements of a directive, each once; one that cannot be
// written is told of.
func (b *base) compile(ctx context.Context, text *strings.Builder, d *sqlgen.Dialect, s *sqlgen.Session, o op.Op, made map[string]bool) {
	own := *d
	own.LiteralBinds, own.Offline = true, true
	list, err := own.Compile(ctx, s, o, nil)
	for _, st := range list {
		sql := numbering().ReplaceAllString(strings.TrimSuffix(strings.TrimSpace(st.Text), ";"), "")
		if sql != "" && !st.Comment && !made[sql] {
			made[sql] = true
			text.WriteString(sql + ";\n\n")
		}
	}
	if err != nil {
		fmt.Fprintf(text, "-- cannot be written: %s\n\n", strings.ReplaceAll(err.Error(), "\n", " "))
	}
}

// definition is the table as a directive makes it, the columns of unknown type,
// and what must wait until all tables are there.
func (t *table) definition(dialect string) (def *schema.Table, unknown []string, later []op.Op) {
	def = &schema.Table{Name: t.name}
	primary := false
	for _, k := range t.constraints {
		_, is := k.(*schema.PrimaryKey)
		primary = primary || is
	}
	for _, c := range t.columns {
		col := c.def
		col.ForeignKeys, col.Checks, col.Attached, col.AttachedIndexes = nil, nil, nil, nil
		if !c.known {
			unknown = append(unknown, col.Name)
			col.Type = schema.Type{Kind: "Text"}
			if col.Name == "id" || strings.HasSuffix(col.Name, "_id") {
				col.Type = schema.Type{Kind: "Integer"}
			}
		}
		if !primary && (col.PrimaryKey || col.Name == "id") {
			col.PrimaryKey = true
		}
		def.Columns = append(def.Columns, &col)
	}
	var keys []string
	for _, c := range def.Columns {
		if c.PrimaryKey {
			keys = append(keys, c.Name)
		}
	}
	if !primary && len(keys) > 0 {
		def.Constraints = append(def.Constraints, &schema.PrimaryKey{Columns: keys})
	}
	for _, k := range t.constraints {
		if fk, ok := k.(*schema.ForeignKey); ok && dialect != "sqlite" {
			later = append(later, &op.CreateForeignKey{Table: t.name, Constraint: fk})
			continue
		}
		def.Constraints = append(def.Constraints, k)
	}
	for _, x := range t.indexes {
		later = append(later, &op.CreateIndex{Table: t.name, Index: x})
	}
	return def, unknown, later
}
