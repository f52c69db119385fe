package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Difference is one attribute in which two states differ.
type Difference struct {
	Object string // key of the object: "table users", "column users.phone", "constraint users.uq_email", "index ix", …
	Table  string // key of the table it belongs to
	Attr   string // empty if the object itself is there in only one
	Before string // empty if it was not there
	After  string
	// Unknown is true if it cannot be said whether they differ.
	Unknown bool
	// Spelling is true where the database wrote what was there in its own words: what
	// is there now may be the same.
	Spelling bool
}

// differ compares two states.
type differ struct {
	a, b *State
	out  []Difference
}

// Diff lists in what the schema of b differs from that of a, in a fixed order.
// The order of columns does not count.
func Diff(a, b *State) []Difference {
	d := &differ{a: a, b: b}
	d.tables()
	d.objects()
	d.sets()
	return d.out
}

func (d *differ) add(x Difference) {
	if d.a.otherwise(x) {
		x.Unknown, x.Spelling = true, true
	}
	d.out = append(d.out, x)
}

// present finds a table in a state, or what the world assumes of it.
func (s *State) present(k string) *Table {
	if t := s.tables.get(k); t != nil {
		return t
	}
	if s.gone.get("table " + k) {
		return nil
	}
	return s.world.tables[k]
}

func (d *differ) tables() {
	keys := d.mayDiffer("table ")
	changed(&d.a.tables, &d.b.tables, keys)
	for _, k := range sortedKeys(keys) {
		x, y := d.a.present(k), d.b.present(k)
		switch {
		case x == nil && y == nil, x == y:
		case x == nil:
			d.add(Difference{Object: "table " + k, Table: k, After: "left"})
		case y == nil:
			d.add(Difference{Object: "table " + k, Table: k, Before: "there"})
		default:
			d.table(k, x, y)
		}
	}
}

// mayDiffer lists what one of the states dropped: it may be assumed in the other.
func (d *differ) mayDiffer(prefix string) map[string]bool {
	keys, out := map[string]bool{}, map[string]bool{}
	changed(&d.a.gone, &d.b.gone, keys)
	for k := range keys {
		if name, ok := strings.CutPrefix(k, prefix); ok {
			out[name] = true
		}
	}
	return out
}

func (d *differ) table(k string, x, y *Table) {
	d.columns(k, x, y)
	d.constraints(k, x, y)
	d.indexes(k, x, y)
	d.parts(k, x, y)
	opts := map[string]bool{}
	for o := range x.Options {
		opts[o] = true
	}
	for o := range y.Options {
		opts[o] = true
	}
	for _, o := range sortedKeys(opts) {
		p, q := x.Options[o], y.Options[o]
		if p != q {
			d.add(Difference{Object: "table " + k, Table: k, Attr: o, Before: first(p, "none"), After: first(q, "none"), Unknown: p == "" && (x.Open || serverChoice[o])})
		}
	}
	if x.Partition != y.Partition {
		d.add(Difference{Object: "table " + k, Table: k, Attr: "partition of", Before: first(x.Partition, "none"), After: first(y.Partition, "none")})
	}
}

// serverChoice are options that have a value of the server's choice if none is given.
var serverChoice = map[string]bool{"convert": true, "charset": true, "collate": true, "row_format": true}

func findColumn(s *State, t *Table, name string) *Column {
	if i := s.position(t, name); i >= 0 {
		return t.Columns[i]
	}
	return nil
}

func (d *differ) columns(k string, x, y *Table) {
	for _, c := range x.Columns {
		object := "column " + k + "." + c.Name
		e := findColumn(d.b, y, c.Name)
		if e == nil {
			if y.Open && !y.gone["column "+c.Name] {
				continue // not looked at in this state
			}
			d.add(Difference{Object: object, Table: k, Before: first(c.Type.text(), "there")})
			continue
		}
		if c != e && !c.same(e) {
			d.attrs(object, k, c.attrs(), e.attrs(), c.Open)
		}
	}
	for _, c := range y.Columns {
		if findColumn(d.a, x, c.Name) != nil {
			continue
		}
		if c.Open && x.Open && !x.gone["column "+c.Name] {
			continue
		}
		object := "column " + k + "." + c.Name
		w := d.a.world.tables[k]
		if x.Open && w != nil && findColumn(d.a, w, c.Name) != nil && !x.gone["column "+c.Name] {
			d.attrs(object, k, findColumn(d.a, w, c.Name).attrs(), c.attrs(), true)
			continue
		}
		d.add(Difference{Object: object, Table: k, After: first(c.Type.text(), "left"), Unknown: x.Open && y.New})
	}
	if w := d.a.world.tables[k]; w != nil && x.Open && x != w {
		for _, c := range w.Columns {
			if findColumn(d.a, x, c.Name) == nil && !x.gone["column "+c.Name] && y.gone["column "+c.Name] && findColumn(d.b, y, c.Name) == nil {
				d.add(Difference{Object: "column " + k + "." + c.Name, Table: k, Before: "there"})
			}
		}
	}
}

func (d *differ) attrs(object, table string, x, y map[string]Attr, open bool) {
	keys := map[string]bool{}
	for n := range x {
		keys[n] = true
	}
	for n := range y {
		keys[n] = true
	}
	for _, n := range sortedKeys(keys) {
		same, ok := sameAttr(x[n], y[n])
		if ok && same {
			continue
		}
		before, after := x[n].text(), y[n].text()
		if ok && n == "default" && sameDefault(before, after) {
			continue
		}
		d.add(Difference{Object: object, Table: table, Attr: n, Before: first(before, "none"), After: first(after, "none"), Unknown: !ok})
	}
}

// sameDefault forgives spellings of one value: quotes around a number, and
// the case and parentheses of keywords.
func sameDefault(a, b string) bool {
	norm := func(s string) string {
		s = strings.Trim(s, "()")
		if strings.HasPrefix(s, "'") && strings.HasSuffix(s, "'") && len(s) > 1 {
			if _, ok := parseNumber(s[1 : len(s)-1]); ok {
				s = s[1 : len(s)-1]
			}
		}
		switch s {
		case "now", "current_timestamp", "current_timestamp(":
			return "now"
		case "true", "'true'", "'t'":
			return "true"
		case "false", "'false'", "'f'":
			return "false"
		}
		return s
	}
	return norm(a) == norm(b)
}

// constraints compares by name; those without a name by their text.
func (d *differ) constraints(k string, x, y *Table) {
	used := map[*Constraint]bool{}
	for _, c := range x.Constraints {
		object := "constraint " + k + "." + first(c.Name, c.Kind)
		e := d.match(c, y, used)
		if e == nil {
			d.add(Difference{Object: object, Table: k, Before: c.text(d.a.Dialect)})
			continue
		}
		used[e] = true
		if c == e || c.same(e) {
			continue
		}
		if p, q := c.text(d.a.Dialect), e.text(d.b.Dialect); p != q {
			d.add(Difference{Object: object, Table: k, Attr: "definition", Before: p, After: q})
		}
	}
	for _, c := range y.Constraints {
		if used[c] {
			continue
		}
		object := "constraint " + k + "." + first(c.Name, c.Kind)
		if x.Open && y.gone["constraint "+c.Name] || c.Open {
			d.add(Difference{Object: object, Table: k, After: c.text(d.b.Dialect), Unknown: true})
			continue
		}
		d.add(Difference{Object: object, Table: k, After: c.text(d.b.Dialect), Unknown: x.Open && y.New})
	}
	for _, g := range sortedKeys(y.gone) {
		name, ok := strings.CutPrefix(g, "constraint ")
		if ok && !x.gone[g] && y.constraint(name) == nil && x.constraint(name) == nil {
			d.add(Difference{Object: "constraint " + k + "." + name, Table: k, Before: "there"})
		}
	}
}

func (d *differ) match(c *Constraint, y *Table, used map[*Constraint]bool) *Constraint {
	for _, e := range y.Constraints {
		if used[e] {
			continue
		}
		if c.Name != "" && c.Name == e.Name && c.Kind == e.Kind || c.Name == "" && e.Name == "" && c.text(d.a.Dialect) == e.text(d.b.Dialect) {
			return e
		}
	}
	return nil
}

func (d *differ) indexes(k string, x, y *Table) {
	for _, ix := range x.Indexes {
		e := y.index(ix.Name)
		switch {
		case e == nil:
			d.add(Difference{Object: "index " + ix.Name, Table: k, Before: ix.text()})
		case e == ix:
		case e.text() != ix.text():
			d.add(Difference{Object: "index " + ix.Name, Table: k, Attr: "definition", Before: ix.text(), After: e.text()})
		}
	}
	for _, ix := range y.Indexes {
		if x.index(ix.Name) == nil {
			d.add(Difference{Object: "index " + ix.Name, Table: k, After: ix.text(), Unknown: x.Open && (y.gone["index "+ix.Name] || y.New) || d.b.gone.get("index "+ix.Name) && !d.a.gone.get("index "+ix.Name)})
		}
	}
	for _, g := range sortedKeys(y.gone) {
		name, ok := strings.CutPrefix(g, "index ")
		if ok && !x.gone[g] && y.index(name) == nil && x.index(name) == nil {
			d.add(Difference{Object: "index " + name, Table: k, Before: "there"})
		}
	}
}

func (d *differ) parts(k string, x, y *Table) {
	for _, n := range sortedKeys(x.Parts) {
		p, q := x.Parts[n], y.Parts[n]
		if q == nil {
			d.add(Difference{Object: n, Table: k, Before: first(p.Attrs["definition"], "there")})
			continue
		}
		d.texts(n, k, p.Attrs, q.Attrs)
	}
	for _, n := range sortedKeys(y.Parts) {
		if x.Parts[n] == nil {
			d.add(Difference{Object: n, Table: k, After: first(y.Parts[n].Attrs["definition"], "left"), Unknown: d.b.gone.get(n) && !d.a.gone.get(n)})
		}
	}
}

func (d *differ) texts(object, table string, x, y map[string]string) {
	keys := map[string]bool{}
	for n := range x {
		keys[n] = true
	}
	for n := range y {
		keys[n] = true
	}
	for _, n := range sortedKeys(keys) {
		if x[n] != y[n] {
			d.add(Difference{Object: object, Table: table, Attr: n, Before: first(x[n], "none"), After: first(y[n], "none")})
		}
	}
}

func (d *differ) objects() {
	keys := d.mayDiffer("")
	changed(&d.a.objects, &d.b.objects, keys)
	for _, k := range sortedKeys(keys) {
		x, y := d.a.presentObject(k), d.b.presentObject(k)
		switch {
		case x == nil && y == nil, x == y:
		case strings.HasPrefix(k, "index ") && (y == nil && d.b.hasIndex(strings.TrimPrefix(k, "index "))):
			d.add(Difference{Object: k, Attr: "definition", Before: "not known", After: "made again", Unknown: true})
		case x == nil:
			d.add(Difference{Object: k, After: "left"})
		case y == nil:
			if t, _, ok := strings.Cut(x.Attrs["owned by"], "."); ok && x.Kind == "sequence" && d.a.present(t) != nil && d.b.present(t) == nil {
				continue // went with its table, which is said already
			}
			d.add(Difference{Object: k, Before: "there"})
		default:
			d.object(k, x, y)
		}
	}
}

func (s *State) hasIndex(name string) bool {
	return len(s.tablesBy(byIndex, strings.ToLower(name))) > 0
}

func (s *State) presentObject(k string) *Object {
	if o := s.objects.get(k); o != nil {
		return o
	}
	if s.gone.get(k) {
		return nil
	}
	return s.world.objects[k]
}

func (d *differ) object(k string, x, y *Object) {
	if x.Open && !y.Open {
		d.add(Difference{Object: k, Attr: "definition", Before: "not known", After: "made again", Unknown: true})
		return
	}
	d.texts(k, "", x.Attrs, y.Attrs)
	if !slices.Equal(x.Labels, y.Labels) {
		d.add(Difference{Object: k, Attr: "labels", Before: strings.Join(x.Labels, ", "), After: strings.Join(y.Labels, ", ")})
	}
	p, q := checkTexts(x, d.a.Dialect), checkTexts(y, d.b.Dialect)
	if p != q {
		d.add(Difference{Object: k, Attr: "constraints", Before: first(p, "none"), After: first(q, "none")})
	}
}

func checkTexts(o *Object, d sqlread.Dialect) string {
	var out []string
	for _, c := range o.Checks {
		out = append(out, c.Name+" "+c.text(d))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// grant reports a privilege that only one state has; one that begins with a
// minus was taken away.
func (d *differ) grant(g string, before bool) {
	name, revoked := strings.CutPrefix(g, "-")
	x := Difference{Object: "grant " + strings.TrimSpace(name)}
	if before != revoked {
		x.Before = "granted"
	} else {
		x.After = "left"
	}
	d.add(x)
}

// sets compares grants and settings.
func (d *differ) sets() {
	granted := map[string]bool{}
	changed(&d.a.grants, &d.b.grants, granted)
	for _, g := range sortedKeys(granted) {
		if d.a.grants.get(g) && !d.b.grants.get(g) {
			d.grant(g, true)
		}
	}
	for _, g := range sortedKeys(granted) {
		if d.b.grants.get(g) && !d.a.grants.get(g) {
			d.grant(g, false)
		}
	}
	keys := map[string]bool{}
	changed(&d.a.settings, &d.b.settings, keys)
	for _, k := range sortedKeys(keys) {
		if x, y := d.a.settings.get(k), d.b.settings.get(k); x != y && strings.HasPrefix(k, "comment") || x != y && strings.HasPrefix(k, "default") {
			d.add(Difference{Object: k, Before: first(x, "none"), After: first(y, "none")})
		}
	}
}
