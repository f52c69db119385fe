package inverse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// An action is one way to make differences vanish.
type action struct {
	rank int
	keys []string // of the differences
	ops  []op.Op
	// made is the table or column that it brings back, whose parts may differ yet.
	made string
	// done is called when it was taken.
	done func()
}

// key identifies a difference.
func key(x catalog.Difference) string { return x.Object + "\x00" + x.Attr }

// schema goes from where the way back is to a state, as far as it can.
func (p *planner) schema(target *catalog.State) {
	for range maxActions {
		ds := p.differences(target, p.now)
		if len(ds) == 0 {
			return
		}
		if !p.advance(target, ds, false) && !p.advance(target, ds, true) {
			for _, x := range ds {
				p.given[key(x)] = true
				p.lost(sentence(x))
			}
			return
		}
		if p.tries > maxTries {
			p.lost("more than can be undone")
			return
		}
	}
}

func sentence(x catalog.Difference) string {
	if x.Attr != "" {
		return x.Attr + " of " + x.Object
	}
	return x.Object
}

// differences lists what is known to differ and has not been given up.
func (p *planner) differences(target, now *catalog.State) []catalog.Difference {
	ds := catalog.Diff(target, now)
	return slices.DeleteFunc(ds, func(x catalog.Difference) bool { return x.Unknown || p.given[key(x)] })
}

// advance takes one action; lax permits it to make other differences.
func (p *planner) advance(target *catalog.State, ds []catalog.Difference, lax bool) bool {
	actions := p.actions(target, ds)
	slices.SortStableFunc(actions, func(a, b action) int { return cmp.Compare(a.rank, b.rank) })
	for _, a := range actions {
		p.tries++
		s, err := p.do(a.ops...)
		if err != nil || s.Tainted != "" && p.now.Tainted == "" {
			continue
		}
		if !p.better(target, s, ds, a, lax) {
			continue
		}
		p.now = s
		p.plan.Ops = append(p.plan.Ops, a.ops...)
		if a.done != nil {
			a.done()
		}
		return true
	}
	return false
}

// better reports whether an action did what it is for.
func (p *planner) better(target, s *catalog.State, ds []catalog.Difference, a action, lax bool) bool {
	old := map[string]bool{}
	for _, x := range ds {
		old[key(x)] = true
	}
	for _, x := range p.differences(target, s) {
		if slices.Contains(a.keys, key(x)) {
			return false
		}
		if !old[key(x)] && !lax && (a.made == "" || !strings.HasPrefix(x.Object, a.made) && "table "+x.Table != a.made) {
			return false
		}
	}
	return true
}

// The ranks: what must go before what can come.
const (
	rankDropPart = iota
	rankDropRule
	rankDropTable
	rankMakeType
	rankMakeTable
	rankAlter
	rankMakeRule
	rankMakeKey
	rankMakeIndex
	rankMakePart
	rankRest
)

// actions lists what could be done about the differences.
func (p *planner) actions(target *catalog.State, ds []catalog.Difference) []action {
	var out []action
	byColumn := map[string][]catalog.Difference{}
	var columns []string
	byTable := map[string][]catalog.Difference{}
	var tables []string
	for _, x := range ds {
		kind, _, _ := strings.Cut(x.Object, " ")
		if x.Table != "" && (kind == "column" || kind == "constraint") {
			if byTable[x.Table] == nil {
				tables = append(tables, x.Table)
			}
			byTable[x.Table] = append(byTable[x.Table], x)
		}
		if kind == "column" && x.Attr != "" {
			if byColumn[x.Object] == nil {
				columns = append(columns, x.Object)
			}
			byColumn[x.Object] = append(byColumn[x.Object], x)
			continue
		}
		out = append(out, p.difference(target, x)...)
	}
	for _, c := range columns {
		out = append(out, p.alterColumn(target, byColumn[c])...)
	}
	if p.d.Name == "sqlite" || p.batched {
		for _, k := range tables {
			out = append(out, p.inBatch(target, k, byTable[k])...)
		}
	}
	return out
}

// difference lists what could be done about one of them.
func (p *planner) difference(target *catalog.State, x catalog.Difference) []action {
	kind, name, _ := strings.Cut(x.Object, " ")
	left := x.Before == "" && x.Attr == ""
	gone := x.After == "" && x.Attr == ""
	switch kind {
	case "table":
		switch {
		case left:
			return []action{p.dropTable(x)}
		case gone:
			return p.makeTable(target, x)
		}
		return p.tableOption(target, x)
	case "column":
		column := name[len(x.Table)+1:]
		if left {
			return p.dropColumn(x, column)
		}
		return p.makeColumn(target, x, column)
	case "constraint":
		return p.constraint(target, x, name[len(x.Table)+1:])
	case "index":
		return p.index(target, x, name)
	}
	return p.object(target, x)
}

// lite tells that the database cannot alter constraints in place.
func (p *planner) lite() bool { return p.d.Name == "sqlite" }

func (p *planner) mysql() bool { return p.d.Name == "mysql" || p.d.Name == "mariadb" }

func (p *planner) postgres() bool { return p.d.Name == "postgresql" }

// inBatch makes all that is to be done to columns and constraints of one
// table in one batch block.
func (p *planner) inBatch(target *catalog.State, k string, ds []catalog.Difference) []action {
	t := p.now.Lookup(k)
	if t == nil || target.Lookup(k) == nil {
		return nil
	}
	inner, keys := p.batchParts(target, ds)
	if len(inner) == 0 {
		return nil
	}
	batch := &op.BatchAlterTable{Table: tableName(t.Name), Recreate: "auto"}
	a := action{rank: rankAlter, keys: keys, ops: []op.Op{batch}, made: "column " + k + "."}
	var calls []func()
	var room []op.Op
	for _, x := range inner {
		for _, o := range x.ops {
			if e, ok := o.(*op.Execute); ok {
				room = append(room, e)
				continue
			}
			batch.Ops = append(batch.Ops, o)
		}
		if x.done != nil {
			calls = append(calls, x.done)
		}
	}
	if p.lite() && len(batch.Ops) == 1 && !p.batched {
		a.rank++ // plain ALTER TABLE first, where it can do it
	}
	a.ops = append(room, batch)
	a.done = func() {
		for _, c := range calls {
			c()
		}
	}
	return []action{a}
}

// batchParts lists what the differences of one table need; none if one of them
// has no place in a batch block.
func (p *planner) batchParts(target *catalog.State, ds []catalog.Difference) (inner []action, keys []string) {
	attrs := map[string][]catalog.Difference{}
	for _, x := range ds {
		keys = append(keys, key(x))
		if strings.HasPrefix(x.Object, "column ") && x.Attr != "" {
			attrs[x.Object] = append(attrs[x.Object], x)
		}
	}
	for _, x := range ds {
		var as []action
		switch {
		case x.Attr == "" || !strings.HasPrefix(x.Object, "column "):
			as = p.difference(target, x)
		case attrs[x.Object] == nil:
			continue
		default:
			as = p.alterColumn(target, attrs[x.Object])
			attrs[x.Object] = nil
		}
		if len(as) == 0 {
			return nil, nil
		}
		inner = append(inner, as[0])
	}
	slices.SortStableFunc(inner, func(a, b action) int { return cmp.Compare(a.rank, b.rank) })
	return inner, keys
}

// renames undoes the renames of a step, last first.
func (p *planner) renames(i int) {
	if b, ok := p.in.Path.Steps[i].Op.(*op.BatchAlterTable); ok {
		p.batchRenames(b)
		return
	}
	es := p.events(i)
	for n := len(es) - 1; n >= 0; n-- {
		e := es[n]
		kind, name, _ := strings.Cut(e.Object, " ")
		switch {
		case e.Kind == catalog.ColumnRenamed:
			t := p.now.Lookup(e.Table)
			if t == nil {
				continue
			}
			now := name[len(e.Table)+1:]
			old := e.Detail
			o := &op.AlterColumn{Table: tableName(t.Name), Column: now, NewName: &old}
			if c := t.Find(now); c != nil && p.mysql() {
				p.existing(o, c, true)
			}
			p.take(o)
		case e.Kind == catalog.TableRenamed:
			t := p.now.Lookup(name)
			if t == nil {
				continue
			}
			p.take(&op.RenameTable{Table: tableName(t.Name), New: e.Detail[strings.LastIndexByte(e.Detail, '.')+1:]})
		case e.Flag["renamed"] && e.Kind == catalog.ObjectAltered:
			p.renamePart(e, kind, name)
		}
	}
}

// batchRenames undoes the renames of a batch block. Its events may be those of
// a table that was made anew, which say nothing.
func (p *planner) batchRenames(b *op.BatchAlterTable) {
	t := p.now.Lookup(p.now.Key(sqlread.QName{Schema: b.Table.Schema, Name: b.Table.Name}))
	if t == nil {
		return
	}
	back := &op.BatchAlterTable{Table: b.Table, Recreate: "auto"}
	for n := len(b.Ops) - 1; n >= 0; n-- {
		a, ok := b.Ops[n].(*op.AlterColumn)
		if !ok || a.NewName == nil || *a.NewName == a.Column {
			continue
		}
		old := a.Column
		o := &op.AlterColumn{Table: b.Table, Column: *a.NewName, NewName: &old}
		if c := t.Find(*a.NewName); c != nil {
			p.existing(o, c, p.mysql())
		}
		back.Ops = append(back.Ops, o)
	}
	if len(back.Ops) > 0 {
		p.take(back)
	}
}

// renamePart gives a constraint or an index its old name.
func (p *planner) renamePart(e catalog.Event, kind, name string) {
	t := p.now.Lookup(e.Table)
	if t == nil {
		return
	}
	table := p.d.TableName(tableName(t.Name))
	switch {
	case kind == "constraint":
		p.take(sqlOp("ALTER TABLE " + table + " RENAME CONSTRAINT " + p.d.Quote(name[len(e.Table)+1:]) + " TO " + p.d.Quote(e.Detail)))
	case p.mysql():
		p.take(sqlOp("ALTER TABLE " + table + " RENAME INDEX " + p.d.Quote(name) + " TO " + p.d.Quote(e.Detail)))
	default:
		n := tableName(t.Name)
		n.Name = name
		p.take(sqlOp("ALTER INDEX " + p.d.TableName(n) + " RENAME TO " + p.d.Quote(e.Detail)))
	}
}

func (p *planner) read() sqlread.Dialect { return p.in.Explorer.Read }
