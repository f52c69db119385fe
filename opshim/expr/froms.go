package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// FromKey is the identity of a FROM object: equal keys mean the same object.
func FromKey(f From) any {
	switch x := f.(type) {
	case nil:
		return nil
	case *Table:
		return x.Def
	case *TextFrom:
		return x.Text
	case *ExprFrom:
		return x.Elem
	}
	return f
}

// maxDepth limits the nesting of expressions that are walked.
const maxDepth = 2000

// FromsOf returns the FROM objects that an expression refers to, in order of
// appearance, with repetitions removed.
func FromsOf(e Expr) []From {
	w := &fromWalk{seen: map[any]bool{}}
	w.walk(e, 0)
	return w.out
}

type fromWalk struct {
	seen map[any]bool
	out  []From
	cols *[]*Column // not nil: columns are wanted
}

func (w *fromWalk) add(f From) {
	if f == nil || w.seen[FromKey(f)] {
		return
	}
	w.seen[FromKey(f)] = true
	w.out = append(w.out, f)
}

func (w *fromWalk) all(depth int, es ...Expr) {
	for _, e := range es {
		if e != nil {
			w.walk(e, depth+1)
		}
	}
}

func (w *fromWalk) walk(e Expr, depth int) {
	if depth > maxDepth {
		return
	}
	switch x := e.(type) {
	case *Column:
		w.add(x.Table)
		if w.cols != nil && !x.Literal {
			*w.cols = append(*w.cols, x)
		}
	case *Binary:
		w.all(depth, x.Left, x.Right)
	case *Unary:
		w.all(depth, x.Elem)
	case *Bools:
		w.all(depth, x.Elems...)
	case *Chain:
		w.all(depth, x.Elems...)
	case *List:
		w.all(depth, x.Elems...)
	case *Tuple:
		w.all(depth, x.Elems...)
	case *Grouping:
		w.all(depth, x.Elem)
	case *Function:
		w.all(depth, x.Args...)
		w.all(depth, x.OrderBy...)
	case *Over:
		w.all(depth, append(append([]Expr{x.Elem}, x.PartitionBy...), x.OrderBy...)...)
	case *WithinGroup:
		w.all(depth, append([]Expr{x.Elem}, x.OrderBy...)...)
	case *Filter:
		w.all(depth, append([]Expr{x.Elem}, x.Where...)...)
	case *AggregateOrderBy:
		w.all(depth, append([]Expr{x.Elem}, x.OrderBy...)...)
	case *Case:
		w.all(depth, x.Value)
		for _, c := range x.Whens {
			w.all(depth, c.Cond, c.Then)
		}
		w.all(depth, x.Else)
	default:
		w.rest(e, depth)
	}
}

// rest walks the nodes with one operand or a FROM object.
func (w *fromWalk) rest(e Expr, depth int) {
	switch x := e.(type) {
	case *Cast:
		w.all(depth, x.Elem)
	case *TypeCoerce:
		w.all(depth, x.Elem)
	case *Extract:
		w.all(depth, x.Elem)
	case *Label:
		w.all(depth, x.Elem)
	case *Array:
		w.all(depth, x.Elems...)
	case *Slice:
		w.all(depth, x.Start, x.Stop, x.Step)
	case *AllColumns:
		w.add(x.From)
	case *TableValuedColumn:
		w.add(x.From)
	case *WholeRow:
		w.add(x.From)
	case *Custom:
		w.all(depth, x.Children...)
	}
}

// ColumnsOf returns the columns of a FROM object as expressions, in order.
func ColumnsOf(f From) []*Column {
	switch x := f.(type) {
	case *Table:
		out := make([]*Column, len(x.Def.Columns))
		for i, c := range x.Def.Columns {
			out[i] = TableColumn(x, c)
		}
		return out
	case *Alias:
		return derived(f, ColumnsOf(x.Elem))
	case *Join:
		return append(ColumnsOf(x.Left), ColumnsOf(x.Right)...)
	case *Subquery:
		return queryColumns(f, x.Query)
	case *CTE:
		if x.AliasOf != nil {
			return derived(f, ColumnsOf(x.AliasOf))
		}
		return queryColumns(f, x.Query)
	case *Values:
		out := make([]*Column, len(x.Columns))
		for i, c := range x.Columns {
			n := *c
			n.Table = f
			out[i] = &n
		}
		return out
	case *TableValued:
		var out []*Column
		if len(x.Columns) == 0 {
			return []*Column{{Table: f, Anon: AnonLabel(x.Func), Name: AnonLabel(x.Func).Text, Type: TypeOf(x.Func)}}
		}
		for _, c := range x.Columns {
			out = append(out, &Column{Table: f, Name: c.Name, Type: c.Type})
		}
		return out
	}
	return nil
}

// TableColumn is column c of a table as an expression.
func TableColumn(t *Table, c *schema.Column) *Column {
	return &Column{Table: t, Name: c.Name, Key: c.Key, Type: c.Type, Quote: c.Quote, Def: c}
}

func derived(f From, cols []*Column) []*Column {
	out := make([]*Column, len(cols))
	for i, c := range cols {
		n := *c
		n.Table = f
		n.Source = c
		out[i] = &n
	}
	return out
}

// queryColumns are the columns that a query exports to its surroundings.
func queryColumns(f From, q Query) []*Column {
	out := []*Column{}
	before := map[LabelName]int{}
	for _, s := range QueryColumns(q) {
		n := &Column{Table: f, Name: s.Label.Text, Key: s.Name, Type: TypeOf(s.Elem), Source: s.Elem}
		if s.Label.Anonymous() {
			n.Anon = s.Label
		} else if c, ok := s.Elem.(*Column); ok && c.Name == n.Name {
			n.Quote, n.Literal = c.Quote, c.Literal
		}
		n.Nth = before[s.Label]
		before[s.Label]++
		out = append(out, n)
	}
	return out
}

// ColumnsIn returns the columns that an expression names, in order of
// appearance.
func ColumnsIn(e Expr) []*Column {
	w := &fromWalk{seen: map[any]bool{}, cols: &[]*Column{}}
	w.walk(e, 0)
	return *w.cols
}
