package verifier

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// A migrationSpec is a random migration before it becomes a script: a table, what
// the upgrade does, and what is wrong about the way back. Each part can be left out
// when a failing migration is made smaller.
type migrationSpec struct {
	Dialect string
	Table   *tableSpec
	Steps   []stepSpec
	Wrong   []wrongSpec
}

// A stepSpec is a directive of the upgrade and its inverse.
type stepSpec struct{ Up, Down op.Op }

// A wrongSpec is a mutation of the inverse: the directive there is left out, done
// twice, exchanged with the next one, or asks for something else.
type wrongSpec struct {
	Kind string // out, twice, swap, other
	At   int
}

// A migrationMaker makes random migrations; now is the table as the steps so far
// leave it.
type migrationMaker struct {
	*tableMaker
	now  *tableSpec
	mode []stepSpec // what a step wants before it
	over bool       // the table is gone
	made int
}

func makeMigration(dialect string, seed, number uint64) *migrationSpec {
	g := &migrationMaker{tableMaker: &tableMaker{rand.New(rand.NewPCG(seed, number)), dialect}}
	m := &migrationSpec{Dialect: dialect, Table: g.table()}
	g.now = m.Table.clone()
	for want, try := 1+g.IntN(3), 0; try < 20 && len(m.Steps) < want && !g.over; try++ {
		if s, ok := g.step(); ok {
			m.Steps = append(append(m.Steps, g.mode...), s)
			g.mode = nil
		}
	}
	for range g.IntN(3) {
		if len(m.Steps) > 0 {
			m.Wrong = append(m.Wrong, wrongSpec{[]string{"out", "twice", "swap", "other", "other"}[g.IntN(5)], g.IntN(len(m.Steps))})
		}
	}
	return m
}

func (s *tableSpec) clone() *tableSpec {
	c := *s
	c.Columns, c.Primary, c.Parts = slices.Clone(s.Columns), slices.Clone(s.Primary), nil
	for _, p := range s.Parts {
		p.Columns = slices.Clone(p.Columns)
		c.Parts = append(c.Parts, p)
	}
	return &c
}

func (g *migrationMaker) step() (stepSpec, bool) {
	g.made++
	switch g.IntN(19) {
	case 0, 1:
		return g.addColumn()
	case 2:
		return g.dropColumn()
	case 3:
		return g.nullable()
	case 4:
		return g.retype()
	case 5:
		return g.redefault()
	case 6:
		return g.renameColumn()
	case 7, 8:
		return g.addPart()
	case 9:
		return g.dropPart()
	case 10:
		to := fmt.Sprintf("renamed_%d", g.made)
		s := stepSpec{&op.RenameTable{Table: g.name(), New: to}, &op.RenameTable{Table: schema.Name{Name: to}, New: g.now.Name}}
		g.now.Name = to
		return s, true
	case 11:
		return g.wholeTable()
	}
	if g.one(4) {
		return g.rows()
	}
	return g.more()
}

func (g *migrationMaker) name() schema.Name { return schema.Name{Name: g.now.Name} }

// in puts a directive that SQLite's ALTER TABLE does not have into a batch block.
func (g *migrationMaker) in(table schema.Name, o op.Op) op.Op {
	if g.dialect != "sqlite" {
		return o
	}
	return &op.BatchAlterTable{Table: table, Ops: []op.Op{o}}
}

func (g *migrationMaker) addColumn() (stepSpec, bool) {
	c := g.column(fmt.Sprintf("added_%d", g.made), g.made)
	c.Unique, c.Index = false, false
	if c.NotNull && c.Default == "" && !g.one(4) {
		c.NotNull = false
	}
	if g.dialect == "sqlite" && (c.SQL != "" || c.Stored) {
		return stepSpec{}, false // no constant
	}
	t := g.name()
	g.now.Columns = append(g.now.Columns, c)
	return stepSpec{&op.AddColumn{Table: t, Column: c.build(&schema.Order{}, g.now)}, &op.DropColumn{Table: t, Column: c.Name}}, true
}

// column picks one that no key, constraint or index has; -1 for none.
func (g *migrationMaker) loose() int {
	var free []int
	for i, c := range g.now.Columns {
		used := slices.Contains(g.now.Primary, i) || c.Unique || c.Index || slices.ContainsFunc(g.now.Parts, func(p partSpec) bool { return slices.Contains(p.Columns, i) })
		if !used && c.Computed == "" && c.Identity == nil {
			free = append(free, i)
		}
	}
	if len(free) == 0 {
		return -1
	}
	return free[g.IntN(len(free))]
}

func (g *migrationMaker) dropColumn() (stepSpec, bool) {
	i := g.loose()
	if i < 0 || len(g.now.Columns) < 2 {
		return stepSpec{}, false
	}
	c, t := g.now.Columns[i], g.name()
	s := stepSpec{&op.DropColumn{Table: t, Column: c.Name}, &op.AddColumn{Table: t, Column: c.build(&schema.Order{}, g.now)}}
	g.now.withoutColumn(i)
	return s, true
}

// alter is a change of a column with the one back.
func (g *migrationMaker) alter(i int, up, down op.AlterColumn) (stepSpec, bool) {
	c, t := g.now.Columns[i], g.name()
	for _, a := range []*op.AlterColumn{&up, &down} {
		a.Table = t
		if g.mysql() {
			g.existing(i, a)
		}
		if a.Column == "" {
			a.Column = c.Name
		}
	}
	return stepSpec{g.in(t, &up), g.in(t, &down)}, true
}

func (g *migrationMaker) nullable() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	c.NotNull = !c.NotNull
	return g.alter(i, op.AlterColumn{Nullable: schema.TriOf(!c.NotNull), ExistingType: &c.Type}, op.AlterColumn{Nullable: schema.TriOf(c.NotNull), ExistingType: &c.Type})
}

func (g *migrationMaker) retype() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	was, size := c.Type, 20+g.IntN(400)
	now := schema.Type{Kind: "Text"}
	switch {
	case whole(was):
		now.Kind = []string{"Integer", "BigInteger", "SmallInteger"}[g.IntN(3)]
	case textual(was) && g.one(2):
		now = schema.Type{Kind: "String", Length: &size}
	case !textual(was) && was.Kind != "Date":
		return stepSpec{}, false // needs USING on the way back
	}
	c.Type = now
	return g.alter(i, op.AlterColumn{Type: &now, ExistingType: &was}, op.AlterColumn{Type: &was, ExistingType: &now})
}

func (g *migrationMaker) redefault() (stepSpec, bool) {
	i := g.loose()
	if i < 0 || !whole(g.now.Columns[i].Type) {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	was := c.build(&schema.Order{}, g.now).ServerDefault
	c.SQL, c.Default = "", []string{"", "8"}[g.IntN(2)]
	now := c.build(&schema.Order{}, g.now).ServerDefault
	return g.alter(i, op.AlterColumn{ServerDefault: op.DefaultArg{Given: true, Value: now}, ExistingType: &c.Type},
		op.AlterColumn{ServerDefault: op.DefaultArg{Given: true, Value: was}, ExistingType: &c.Type})
}

func (g *migrationMaker) renameColumn() (stepSpec, bool) {
	i := g.IntN(len(g.now.Columns))
	c := &g.now.Columns[i]
	was, to := c.Name, fmt.Sprintf("named_%d", g.made)
	c.Name = to
	return g.alter(i, op.AlterColumn{Column: was, NewName: &to, ExistingType: &c.Type}, op.AlterColumn{Column: to, NewName: &was, ExistingType: &c.Type})
}

// create and drop are the directives about a constraint or an index.
func (g *migrationMaker) create(item schema.Item) op.Op {
	t := g.name()
	switch x := item.(type) {
	case *schema.Index:
		return &op.CreateIndex{Table: t, Index: x}
	case *schema.Unique:
		return g.in(t, &op.CreateUniqueConstraint{Table: t, Constraint: x})
	case *schema.Check:
		return g.in(t, &op.CreateCheckConstraint{Table: t, Constraint: x})
	case *schema.ForeignKey:
		return g.in(t, &op.CreateForeignKey{Table: t, Constraint: x})
	}
	return nil
}

func (g *migrationMaker) drop(item schema.Item) op.Op {
	t := g.name()
	switch x := item.(type) {
	case *schema.Index:
		return &op.DropIndex{Name: x.Name, Table: t.Name}
	case *schema.Unique:
		return g.in(t, &op.DropConstraint{Table: t, Name: x.Name, Type: "unique"})
	case *schema.Check:
		return g.in(t, &op.DropConstraint{Table: t, Name: x.Name, Type: "check"})
	case *schema.ForeignKey:
		return g.in(t, &op.DropConstraint{Table: t, Name: x.Name, Type: "foreignkey"})
	}
	return nil
}

func (g *migrationMaker) addPart() (stepSpec, bool) {
	p, ok := g.part(g.now)
	if !ok {
		return stepSpec{}, false
	}
	item := p.build(100+g.made, &schema.Order{}, g.now)
	// Its name is not that of its place, so that dropPart leaves it alone.
	return stepSpec{g.create(item), g.drop(item)}, true
}

func (g *migrationMaker) dropPart() (stepSpec, bool) {
	if len(g.now.Parts) == 0 {
		return stepSpec{}, false
	}
	last := len(g.now.Parts) - 1 // names tell places
	item := g.now.Parts[last].build(last, &schema.Order{}, g.now)
	g.now.Parts = g.now.Parts[:last]
	return stepSpec{g.drop(item), g.create(item)}, true
}

func (g *migrationMaker) wholeTable() (stepSpec, bool) {
	if g.one(2) {
		s := g.table()
		s.Name, s.Parts = fmt.Sprintf("fresh_%d", g.made), nil
		if o, err := s.build(); err == nil {
			return stepSpec{o, &op.DropTable{Table: o.Table.Name}}, true
		}
		return stepSpec{}, false
	}
	o, err := g.now.build()
	g.over = true
	return stepSpec{&op.DropTable{Table: g.name()}, o}, err == nil
}

// rows changes or removes rows; there is no way back.
func (g *migrationMaker) rows() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	column := g.quote(g.now.Columns[i].Name)
	sql := fmt.Sprintf(`DELETE FROM %s WHERE %s IS NULL`, g.quoted(), column)
	if g.one(2) && !g.now.Columns[i].NotNull {
		sql = fmt.Sprintf(`UPDATE %s SET %s = NULL`, g.quoted(), column)
	}
	return stepSpec{&op.Execute{Stmt: &expr.Text{SQL: sql}}, nil}, true
}
