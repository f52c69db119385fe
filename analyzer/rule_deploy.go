package analyzer

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// deployRule reports what stops the release before, which still runs while a new
// one is rolled out, on the schema after the upgrade.
//
// What counts is what is there at the end: a table that is rebuilt, a column that
// is dropped and made again, a view in the place of a table stop nobody. The
// events tell only which tables to look at, and where it was done.
func deployRule(p *Pass) {
	seen := map[string]bool{}
	for _, path := range p.Trip.up {
		if path.Log == nil || path.Err != nil || path.State == nil || path.State.Tainted != p.Before.Tainted {
			continue
		}
		d := &deploy{p: p, path: path, seen: seen, tables: map[string]*oldTable{}, origin: map[string]string{}}
		for _, e := range path.Log.Events {
			d.follow(e)
		}
		for _, key := range slices.Sorted(maps.Keys(d.tables)) {
			d.table(d.tables[key])
		}
		d.objects()
	}
}

// A deploy is one way through an upgrade as the old release meets it.
type deploy struct {
	p      *Pass
	path   symex.Path
	seen   map[string]bool // what another path has shown
	tables map[string]*oldTable
	origin map[string]string // of a table that was renamed: what the old release calls it
}

// An oldTable is a table that the old release may use, with what happened to it.
type oldTable struct {
	key     string // as the old release names it
	now     string // its name now; empty if it is gone
	gone    catalog.Event
	renamed map[string]string        // columns: the name now, by the old name
	last    map[string]catalog.Event // what happened last to a column, by the old name
	added   map[string]catalog.Event
	// spelling gives the name of a column as it was defined.
	spelling func(column string) string
}

// old gives the entry of a table by its present key; nil if the old release does
// not know it.
func (d *deploy) old(key string, e catalog.Event) *oldTable {
	first, renamed := d.origin[key]
	if !renamed {
		first = key
	}
	t := d.tables[first]
	if t == nil && e.OldTable {
		t = &oldTable{key: first, now: key, renamed: map[string]string{}, last: map[string]catalog.Event{}, added: map[string]catalog.Event{}}
		before := d.p.Before.Lookup(first)
		t.spelling = func(column string) string {
			if before != nil {
				if c := d.p.Before.Column(before, column); c != nil {
					return c.Name
				}
			}
			return column
		}
		d.tables[first] = t
	}
	return t
}

// follow notes what an event does to a table or a column.
func (d *deploy) follow(e catalog.Event) {
	switch e.Kind {
	case catalog.TableRenamed:
		if t := d.old(e.Detail, e); t != nil && e.OldTable {
			t.now, t.gone = e.Table, e
			delete(d.origin, e.Detail)
			d.origin[e.Table] = t.key
		}
		return
	case catalog.TableDropped:
		if t := d.old(e.Table, e); t != nil && e.OldTable {
			t.now, t.gone = "", e
			delete(d.origin, e.Table)
			d.rebuilt(t, e)
		}
		return
	case catalog.ColumnAdded, catalog.ColumnDropped, catalog.ColumnRenamed, catalog.ColumnAltered:
	default:
		return
	}
	t := d.old(e.Table, e)
	if t == nil {
		return
	}
	t.follow(e, strings.TrimPrefix(e.Object, "column "+e.Table+"."))
}

// rebuilt notes the columns that a batch block gives other names while it copies
// the table.
func (d *deploy) rebuilt(t *oldTable, e catalog.Event) {
	if e.Step < 1 || e.Step > len(d.path.Steps) {
		return
	}
	batch, ok := d.path.Steps[e.Step-1].Op.(*op.BatchAlterTable)
	if !ok {
		return
	}
	for _, x := range batch.Ops {
		if a, ok := x.(*op.AlterColumn); ok && a.NewName != nil {
			t.renamed[t.first(a.Column)] = *a.NewName
		}
	}
}

// follow notes what an event does to a column.
func (t *oldTable) follow(e catalog.Event, column string) {
	if e.Kind == catalog.ColumnAdded {
		t.added[column] = e
		return
	}
	was := column
	if e.Kind == catalog.ColumnRenamed {
		was = e.Detail
	}
	a, added := t.added[was]
	first := t.first(was)
	_, moved := t.renamed[first]
	switch {
	case e.Kind == catalog.ColumnRenamed && added:
		delete(t.added, was)
		t.added[column] = a
	case e.Kind == catalog.ColumnRenamed:
		t.renamed[first], t.last[first] = column, e
	case e.Kind == catalog.ColumnDropped && added:
		delete(t.added, was)
	case e.Kind == catalog.ColumnDropped:
		delete(t.renamed, first)
		t.last[first] = e
	case !added && !moved:
		t.last[first] = e
	}
}

// first is the name that a column had before the revision, in the spelling that
// the table had it in.
func (t *oldTable) first(column string) string {
	for was, is := range t.renamed {
		if is == column {
			return was
		}
	}
	return t.spelling(column)
}

// table compares what the old release knows of a table with what is there.
func (d *deploy) table(t *oldTable) {
	before := d.p.Before.Lookup(t.key)
	after, columns, ok := d.path.State.Relation(t.key)
	switch {
	case ok:
	case t.now != "":
		d.report(CodeDeployRename, t.key, t.gone, fmt.Sprintf("table %s is renamed to %s: statements of the release before, which still runs during a rolling deploy, fail", t.key, t.now),
			"leave a view with the old name, and drop it with a later deploy")
		return
	case before == nil || before.Partition == "":
		d.report(CodeDeployDropTable, t.key, t.gone, "table "+t.key+" is dropped: statements of the release before, which still runs during a rolling deploy, fail",
			"two deploys: release code that does not use it, then drop it")
		return
	default:
		return
	}
	known := map[string]*catalog.Column{}
	if before == nil || before.Open {
		for name := range t.last {
			known[name] = nil
		}
	}
	if before != nil {
		for _, c := range before.Columns {
			known[c.Name] = c
		}
	}
	if after == nil {
		for _, name := range slices.Sorted(maps.Keys(known)) {
			if columns != nil && !slices.ContainsFunc(columns, func(c string) bool { return d.same(c, name) }) {
				d.missing(t, name)
			}
		}
		return
	}
	for _, name := range slices.Sorted(maps.Keys(known)) {
		if c := d.path.State.Column(after, name); c != nil {
			d.column(t, before, after, known[name], c)
		} else if _, told := t.last[name]; told || !after.Open {
			d.missing(t, name)
		}
	}
	d.newColumns(t, after, known)
}

func (d *deploy) same(a, b string) bool {
	return a == b || d.p.Dialect != sqlread.PostgreSQL && strings.EqualFold(a, b)
}

// place is the last event about a column, or about its table as a whole.
func (t *oldTable) place(column string) catalog.Event {
	if e, ok := t.last[column]; ok {
		return e
	}
	return t.gone
}

// altered is the last event that changed an attribute of a column that is there;
// without one it is the last about the column at all, and ok is false.
func (d *deploy) altered(t *oldTable, column, what string) (e catalog.Event, ok bool) {
	object := "column " + first(t.now, t.key) + "." + column
	e, ok = lastEvent(d.path, func(e catalog.Event) bool {
		return e.Kind == catalog.ColumnAltered && e.Object == object && e.Flag[what]
	})
	if ok {
		return e, true
	}
	if e, ok := lastEvent(d.path, func(e catalog.Event) bool { return e.Kind == catalog.ColumnRenamed && e.Object == object }); ok {
		return e, false
	}
	return t.place(column), false
}

// missing reports a column that is not there under its name.
func (d *deploy) missing(t *oldTable, column string) {
	object := t.key + "." + column
	if now, ok := t.renamed[column]; ok {
		d.report(CodeDeployRename, object, t.place(column), fmt.Sprintf("column %s is renamed to %s: statements of the release before, which still runs during a rolling deploy, fail", object, now),
			"add the new column and write both; drop the old one with a later deploy")
		return
	}
	d.report(CodeDeployDropColumn, object, t.place(column), "column "+object+" is dropped: statements of the release before, which still runs during a rolling deploy, fail",
		"two deploys: release code that does not name it, then drop it")
}

// column compares a column with what it was; was is nil where nobody made it.
func (d *deploy) column(t *oldTable, before, after *catalog.Table, was, is *catalog.Column) {
	if was == nil {
		d.assumed(t, after, is)
		return
	}
	object := t.key + "." + is.Name
	if required(is) && !d.path.State.Supplied(after, is) {
		nullable, known := was.NotNull.Known()
		e, set := d.altered(t, is.Name, "set not null")
		switch {
		case known && nullable == "", !known && set:
			d.becomesRequired(object, e)
		case d.p.Before.Supplied(before, was):
			e, _ := d.altered(t, is.Name, "default")
			d.report(CodeDeployNotNull, object, e, "column "+object+" loses its default: INSERTs of the release before that leave it out, while that still runs during a rolling deploy, fail",
				"two deploys: release code that always gives it, then drop the default")
		}
	}
	if why := d.p.Before.Misfit(was.Type, d.path.State, is.Type); why != "" {
		from, _ := was.Type.Known()
		to, _ := is.Type.Known()
		e, _ := d.altered(t, is.Name, "type")
		d.otherType(object, e, why, from+" to "+to)
	}
}

// assumed judges a column that no revision made by what was done to it.
func (d *deploy) assumed(t *oldTable, after *catalog.Table, is *catalog.Column) {
	object := t.key + "." + is.Name
	if e, ok := d.altered(t, is.Name, "set not null"); ok && required(is) && !d.path.State.Supplied(after, is) {
		d.becomesRequired(object, e)
	}
	if e, ok := d.altered(t, is.Name, "narrower"); ok {
		d.otherType(object, e, "narrower", strings.Replace(strings.TrimPrefix(e.Detail, "type "), " -> ", " to ", 1))
	}
}

// required reports whether a column takes no NULL.
func required(c *catalog.Column) bool {
	yes, known := c.NotNull.Known()
	return known && yes != ""
}

func (d *deploy) becomesRequired(object string, e catalog.Event) {
	d.report(CodeDeployNotNull, object, e, "column "+object+" becomes NOT NULL without a default: INSERTs and UPDATEs of the release before that leave it empty, while that still runs during a rolling deploy, fail",
		"two deploys: release code that always gives it, then make it NOT NULL")
}

func (d *deploy) otherType(object string, e catalog.Event, why, change string) {
	what := "what the release before writes, while it still runs during a rolling deploy, may not fit"
	if why != "narrower" {
		what = "the release before, while it still runs during a rolling deploy, writes and reads values of another kind"
	}
	d.report(CodeDeployType, object, e, fmt.Sprintf("column %s changes from %s: %s", object, change, what),
		"add a column of the new type and write both; drop the old one with a later deploy")
}

// newColumns reports columns that the old release does not know and has to give.
func (d *deploy) newColumns(t *oldTable, after *catalog.Table, known map[string]*catalog.Column) {
	for _, c := range after.Columns {
		e, added := t.added[c.Name]
		if _, old := known[c.Name]; old || !added && after.Open || t.first(c.Name) != c.Name || !required(c) || d.path.State.Supplied(after, c) {
			continue
		}
		if !added {
			e = t.gone
		}
		object := t.key + "." + c.Name
		d.report(CodeDeployNotNull, object, e, "column "+object+" is added NOT NULL without a default that stays: INSERTs of the release before, which still runs during a rolling deploy, fail",
			"two deploys: add it nullable or with a server default, and require it once no old code runs")
	}
}

// objects looks at views and enums that were there before.
func (d *deploy) objects() {
	for _, e := range d.path.Log.Events {
		key := e.Object
		if e.Kind == catalog.ObjectAltered && e.Detail != "" && d.p.Before.LookupObject(e.Detail) != nil {
			key = e.Detail // it was renamed
		}
		o := d.p.Before.LookupObject(key)
		if o == nil || e.Kind != catalog.ObjectDropped && e.Kind != catalog.ObjectAltered {
			continue
		}
		switch o.Kind {
		case "view", "materialized view":
			if _, _, ok := d.path.State.Relation(name(key)); !ok {
				d.report(CodeDeployDropTable, name(key), e, o.Kind+" "+name(key)+" is gone: statements of the release before, which still runs during a rolling deploy, fail",
					"two deploys: release code that does not use it, then drop it")
			}
		case "enum":
			d.labels(o, key)
		}
	}
}

// labels reports those that an enum does not have any more.
func (d *deploy) labels(was *catalog.Object, key string) {
	is := d.path.State.LookupObject(key)
	if is == nil {
		return // columns that had it have another type
	}
	e, _ := lastEvent(d.path, func(e catalog.Event) bool {
		return e.Object == key && (e.Kind == catalog.ObjectAltered || e.Kind == catalog.ObjectCreated)
	})
	for _, label := range was.Labels {
		if !slices.Contains(is.Labels, label) {
			d.report(CodeDeployType, name(key), e, fmt.Sprintf("enum %s has no label '%s' any more: statements of the release before that write or compare it, while that still runs during a rolling deploy, fail", name(key), label),
				"add the new label and use it; remove the old one once no old code runs")
		}
	}
}

// report reports a thing once, at the call inside of a batch block.
func (d *deploy) report(code finding.Code, object string, e catalog.Event, message, remedy string) {
	if d.seen[string(code)+" "+message] {
		return
	}
	d.seen[string(code)+" "+message] = true
	f := finding.Finding{At: at(d.path, e), Object: object, Message: message, Remedy: remedy, Proof: finding.Path}
	_, f = d.p.refine(code, f)
	d.p.Report(code, f)
}
