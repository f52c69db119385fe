package seed

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// An Input is all that rows are made from.
type Input struct {
	Table    *shape.Table
	Existing *rows.Set        // what the table holds already; nil for nothing
	Older    *rows.Set        // rows that the table held once: their keys are not used again
	First    int              // number of the first row to make
	Count    int              // how many ordinary rows
	Pins     []Pin            // further rows with given values
	Words    []string         // words of the migration, keys of JSON documents
	Only     map[string][]any // by column: the values to take, nil for NULL
	Document int              // which of the JSON documents pinned rows take
	Newest   bool             // refer to the newest rows of a parent first
	Cover    bool             // make more rows where it takes more to show every value, and the last two like the first
	Above    int64            // numbers of keys begin after this
	Loose    bool             // parents are still to come: references to them may point anywhere for now
	Strict   bool             // take conditional and computed unique sets for unconditional ones

	// Parent returns what a foreign key can refer to, over its RefColumns.
	Parent func(*shape.Constraint) *rows.Set
	// Holds evaluates a check; an error means that it cannot be evaluated alone.
	Holds func(expr string, columns []*shape.Column, tuples [][]any) ([]bool, error)
}

// A Pin asks for a row with these values, by column name as in the table.
type Pin map[string]any

// A Plan is the rows to insert, in the order of Columns.
type Plan struct {
	Columns []string
	Rows    [][]any
	Number  []int  // the row number of each row
	Short   string // why there are fewer rows than asked for; "" if there are not
}

// planner is the work on one table.
type planner struct {
	in      Input
	cols    []*shape.Column
	at      map[string]int // column name (folded) → position in cols
	lists   [][]any        // candidate values per column
	cycles  [][]any        // the same with NULL among them, in the order in which rows take them
	uniques []*unique
	fks     []*shape.Constraint
	parents []*rows.Set
	allowed [][]bool // by foreign key: which rows of the parent the checks over its columns let in; nil for all
	checks  []check
	serial  []int64   // next number for integer columns that are a key by themselves, 0 for none
	own     *rows.Set // the rows that there are and those made so far, for references to itself
	trouble string
}

type unique struct {
	cols  []int
	taken map[string]bool
}

type check struct {
	sql  string
	cols []int
}

// newPlanner knows a table's columns, what is demanded of them and what they can hold.
func newPlanner(in Input) *planner {
	p := &planner{in: in, at: map[string]int{}}
	for _, c := range in.Table.Columns {
		if planned(in.Table, c) {
			p.at[strings.ToLower(c.Name)] = len(p.cols)
			p.cols = append(p.cols, c)
		}
	}
	p.constraints()
	p.candidates()
	return p
}

// Make plans rows for one table.
func Make(in Input) *Plan {
	p := newPlanner(in)
	p.taken()
	if in.Cover {
		p.cover()
		in = p.in
	}
	out := &Plan{}
	for _, c := range p.cols {
		out.Columns = append(out.Columns, c.Name)
	}
	for n := in.First; n < in.First+in.Count; n++ {
		row := p.row(n, nil)
		if row == nil {
			out.Short = p.trouble
			break
		}
		out.Rows, out.Number = append(out.Rows, row), append(out.Number, n)
	}
	for i, pin := range in.Pins {
		n := in.First + in.Count + i
		if row := p.row(n, pin); row != nil {
			out.Rows, out.Number = append(out.Rows, row), append(out.Number, n)
		}
	}
	return out
}

// planned: rows state a value for the column. A number that is always generated
// is stated where it is a key by itself, so that others can refer to it.
func planned(t *shape.Table, c *shape.Column) bool {
	if c.Identity != "always" {
		return c.Generated == ""
	}
	for _, u := range t.Uniques() {
		if len(u) == 1 && strings.EqualFold(u[0], c.Name) {
			return true
		}
	}
	return false
}

func (p *planner) positions(names []string) []int {
	var out []int
	for _, n := range names {
		i, ok := p.at[strings.ToLower(n)]
		if !ok {
			return nil
		}
		out = append(out, i)
	}
	return out
}

func (p *planner) constraints() {
	p.own = &rows.Set{}
	for _, c := range p.cols {
		p.own.Columns = append(p.own.Columns, c.Name)
	}
	if p.in.Existing != nil && slices.ContainsFunc(p.in.Table.Constraints, func(k *shape.Constraint) bool { return k.Kind == shape.ForeignKey && p.self(k) }) {
		for _, row := range p.in.Existing.Rows {
			p.own.Rows = append(p.own.Rows, p.project(p.in.Existing, row))
		}
	}
	for _, cols := range p.uniqueSets() {
		if at := p.positions(cols); at != nil {
			p.uniques = append(p.uniques, &unique{cols: at, taken: map[string]bool{}})
		}
	}
	// Those of more columns come first: what they fix, the others find.
	list := slices.Clone(p.in.Table.Constraints)
	slices.SortStableFunc(list, func(a, b *shape.Constraint) int { return len(b.Columns) - len(a.Columns) })
	for _, k := range list {
		switch k.Kind {
		case shape.ForeignKey:
			if p.positions(k.Columns) != nil && len(k.Columns) == len(k.RefColumns) {
				p.fks = append(p.fks, k)
				if p.self(k) {
					p.parents = append(p.parents, p.own)
				} else {
					p.parents = append(p.parents, p.in.Parent(k))
				}
			}
		case shape.Check:
			if k.Binds() {
				sql := p.computed(k.SQL)
				p.checks = append(p.checks, check{sql, p.mentioned(sql)})
			}
		}
	}
	for _, c := range p.in.Table.Columns {
		if text := expression(c.Generated); text != "" && c.NotNull {
			sql := "(" + text + ") IS NOT NULL"
			p.checks = append(p.checks, check{sql, p.mentioned(sql)})
		}
	}
	for _, r := range p.in.Table.Rules {
		p.checks = append(p.checks, check{r, p.mentioned(r)})
	}
}

// computed writes what generated columns are computed from in their place.
func (p *planner) computed(sql string) string {
	var b strings.Builder
	end := 0
	for _, t := range sqltok.Cut(sql) {
		c := p.in.Table.Column(t.Text)
		if !t.Named() || c == nil || c.Generated == "" {
			continue
		}
		b.WriteString(sql[end:t.Start] + "(" + expression(c.Generated) + ")")
		end = t.End
	}
	return b.String() + sql[end:]
}

// expression is what a generated column is computed from.
func expression(generated string) string {
	text, found := strings.CutSuffix(generated, " stored")
	if !found {
		text, _ = strings.CutSuffix(generated, " virtual")
	}
	return text
}

// project puts a row of a set into the order of the planned columns.
func (p *planner) project(set *rows.Set, row []any) []any {
	out := make([]any, len(p.cols))
	for i, c := range p.cols {
		if j := set.Index(c.Name); j >= 0 {
			out[i] = row[j]
		}
	}
	return out
}

// key is how a unique set sees a row; false if a NULL takes the row out of it.
func (u *unique) key(row []any) (string, bool) { return uniqueKey(row, u.cols) }

func uniqueKey(row []any, at []int) (string, bool) {
	var b []byte
	for _, i := range at {
		switch v := plain(row[i]).(type) {
		case nil:
			return "", false
		case string:
			b = append(b, v...)
		case int64:
			b = strconv.AppendInt(b, v, 10)
		default:
			b = fmt.Append(b, v)
		}
		b = append(b, 0)
	}
	return string(b), true
}

// plain makes values comparable that a unique index may take for the same.
func plain(v any) any {
	switch x := v.(type) {
	case string:
		return strings.ToLower(strings.TrimSpace(x))
	case rows.Raw:
		return string(x)
	case []byte:
		return string(x)
	case bool:
		if x {
			return 1
		}
		return 0
	}
	return v
}

// hash spreads columns, so that they do not all take their n-th value at once.
func (p *planner) hash(name string) int {
	h := fnv.New32a()
	h.Write([]byte(p.in.Table.Title() + "." + name))
	return int(h.Sum32() & 0xffff)
}

// attempts bounds the search for a row that breaks no constraint.
const attempts = 60

// row makes row n, or nil with the reason in p.trouble.
func (p *planner) row(n int, pin Pin) []any {
	bump := make([]int, len(p.cols))
	for try := 0; try < attempts; try++ {
		row := p.draw(n, bump, pin)
		if row == nil {
			return nil
		}
		if !p.settle(row, n+try, pin) {
			return nil
		}
		u := p.clash(row)
		if u != nil && len(p.free(u, pin)) == 0 && pin != nil {
			u = nil // asked for in full: the database decides, to which more may differ
		}
		if u == nil {
			for _, u := range p.uniques {
				if k, ok := u.key(row); ok {
					u.taken[k] = true
				}
			}
			p.count(row)
			p.own.Rows = append(p.own.Rows, row)
			return row
		}
		free := p.free(u, pin)
		if len(free) == 0 {
			return nil
		}
		bump[free[try%len(free)]]++
		p.trouble = "no further row is unique over (" + p.names(u.cols) + ")"
	}
	return nil
}

func (p *planner) names(at []int) string {
	out := make([]string, len(at))
	for i, a := range at {
		out[i] = p.cols[a].Name
	}
	return strings.Join(out, ", ")
}

func (p *planner) clash(row []any) *unique {
	for _, u := range p.uniques {
		if k, ok := u.key(row); ok && u.taken[k] {
			return u
		}
	}
	return nil
}

// free are the columns of a unique set that the pin does not fix.
func (p *planner) free(u *unique, pin Pin) []int {
	var out []int
	for _, i := range u.cols {
		if _, ok := pin[p.cols[i].Name]; !ok {
			out = append(out, i)
		}
	}
	return out
}

// draw chooses the values of row n. The last two repeat the first two where no
// key forbids it: duplicates are what a later UNIQUE trips over.
func (p *planner) draw(n int, bump []int, pin Pin) []any {
	m := n
	if twin := p.in.First + p.in.Count - 2; p.in.Cover && p.in.Count > 4 && (n == twin || n == twin+1) {
		m -= p.in.Count - 2
	}
	row := make([]any, len(p.cols))
	for i, c := range p.cols {
		v, ok := p.value(i, m, n, bump[i])
		if !ok {
			p.trouble = fmt.Sprintf("no values are known for column %s of type %s", c.Name, c.Type)
			return nil
		}
		row[i] = v
	}
	fixed := make([]bool, len(p.cols))
	for i, c := range p.cols {
		if v, ok := pin[c.Name]; ok {
			row[i], fixed[i] = v, true
		}
	}
	for f := range p.fks {
		if !p.refer(f, m, bump, row, fixed) {
			return nil
		}
	}
	return row
}

// value is the value of column i in row m. k counts how often it had to change.
func (p *planner) value(i, m, n, k int) (any, bool) {
	c, list := p.cols[i], p.lists[i]
	if only, ok := p.in.Only[c.Name]; ok {
		return only[(m+k)%len(only)], true
	}
	h := p.hash(c.Name)
	if p.serial[i] > 0 {
		if k == 0 && m > 0 && p.nullable(i) && (m+h)%4 == 3 {
			return nil, true
		}
		return p.serial[i] + int64(k), true
	}
	if len(list) == 0 {
		return nil, p.nullable(i)
	}
	if k == 0 && c.Class == shape.JSON && m >= p.in.First+p.in.Count && p.in.Count == 0 {
		return list[p.in.Document%len(list)], true // one with the script's words
	}
	if k == 0 {
		cycle := p.cycles[i]
		if h %= len(cycle); cycle[h] == nil { // the first row is whole
			h++
		}
		return cycle[(m+h)%len(cycle)], true
	}
	if p.finite(i) || k < 3 {
		return list[(m+h+k)%len(list)], true
	}
	return vary(c, list[(m+h+k)%len(list)], n*7+k), true
}

// nullable: the column may be NULL.
func (p *planner) nullable(i int) bool { return !p.cols[i].NotNull && !p.keyed(i) }

// finite: the list is all there is.
func (p *planner) finite(i int) bool {
	c := p.cols[i]
	return c.Class == shape.Bool || c.Class == shape.Enum || p.checked(i)
}

// checked: a check over this column alone has thinned out its list.
func (p *planner) checked(i int) bool {
	if len(p.cols[i].Checks) > 0 {
		return true
	}
	for _, k := range p.checks {
		if len(k.cols) == 1 && k.cols[0] == i {
			return true
		}
	}
	return false
}

// keyed: the column is in the primary key, so it is never NULL.
func (p *planner) keyed(i int) bool {
	for _, n := range p.in.Table.Primary() {
		if strings.EqualFold(n, p.cols[i].Name) {
			return true
		}
	}
	return false
}

// count moves the counters of serial keys past the row. Every fourth number is
// left out: rows that are numbered anew must not get the old numbers by luck.
func (p *planner) count(row []any) {
	for i := range p.serial {
		if v, ok := row[i].(int64); ok && p.serial[i] > 0 && v >= p.serial[i] {
			if p.serial[i] = v + 1; p.serial[i]%4 == 0 {
				p.serial[i]++
			}
		}
	}
}

// Fill makes values of some columns (targets) for the rows that the table
// holds already, the other columns being what they are. The result has one entry
// per existing row, nil where no values were found.
func Fill(in Input, targets []string) [][]any {
	p := newPlanner(in)
	p.taken()
	at := p.positions(targets)
	if at == nil || in.Existing == nil {
		return nil
	}
	p.onlyOver(at)
	out := make([][]any, len(in.Existing.Rows))
	for n, row := range in.Existing.Rows {
		now := p.project(in.Existing, row)
		pin := Pin{}
		for i, c := range p.cols {
			if !contains(at, i) {
				pin[c.Name] = now[i]
			}
		}
		if made := p.row(in.First+p.twin(n, at), pin); made != nil {
			out[n] = make([]any, len(at))
			for j, i := range at {
				out[n][j] = made[i]
			}
		}
	}
	return out
}

// onlyOver keeps the unique sets that a target is in, empty: the existing rows
// get new values there.
func (p *planner) onlyOver(at []int) {
	var kept []*unique
	for _, u := range p.uniques {
		for _, i := range u.cols {
			if contains(at, i) {
				kept = append(kept, &unique{cols: u.cols, taken: map[string]bool{}})
				break
			}
		}
	}
	p.uniques = kept
}
