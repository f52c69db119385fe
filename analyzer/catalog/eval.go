package catalog

import (
	"math/big"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// eval computes an expression. What it cannot compute is Anything; a failure
// of the database is kept in q.err.
func (q *query) eval(x sqlread.Expr, sc *scope) Value {
	if q.work++; q.work > maxWork {
		return anything
	}
	switch x := x.(type) {
	case nil:
		return anything
	case *sqlread.Lit:
		return literalValue(x)
	case *sqlread.Column:
		return q.evalColumn(x, sc)
	case *sqlread.Bind:
		if q.binds == nil {
			return anything
		}
		return q.binds(x)
	case *sqlread.Unary:
		return q.evalUnary(x, sc)
	case *sqlread.Binary:
		return q.evalBinary(x, sc)
	case *sqlread.Call:
		return q.evalCall(x, sc)
	case *sqlread.Case:
		return q.evalCase(x, sc)
	case *sqlread.Cast:
		return q.cast(q.eval(x.X, sc), canonType(x.Type, q.s.Dialect))
	case *sqlread.In:
		return q.evalIn(x, sc).value()
	case *sqlread.Between:
		v := q.eval(x.X, sc)
		t := and(relation2(">=", v, q.eval(x.Lo, sc), q), relation2("<=", v, q.eval(x.Hi, sc), q))
		if x.Not {
			t = not(t)
		}
		return t.value()
	case *sqlread.Is:
		return q.evalIs(x, sc).value()
	case *sqlread.Exists:
		return q.evalExists(x.Query, sc).value()
	case *sqlread.Sub:
		return q.evalSub(x.Query, sc)
	case *sqlread.Row, *sqlread.Star, *sqlread.Array, *sqlread.Opaque:
		return anything
	case *sqlread.Quantified:
		return q.evalQuantified(x, sc)
	}
	return anything
}

func relation2(op string, a, b Value, q *query) Truth { return relation(op, a, b, q.s.Dialect) }

// literalValue is the value of a literal.
func literalValue(l *sqlread.Lit) Value {
	switch l.Kind {
	case sqlread.Null:
		return null
	case sqlread.Bool:
		return boolean(l.Text == "true")
	case sqlread.Str:
		return text(l.Text)
	case sqlread.Num:
		n, ok := parseNumber(l.Text)
		if !ok {
			return opaque
		}
		if strings.ContainsAny(l.Text, "eE") {
			return Value{Kind: Float, N: n}
		}
		if _, frac, dot := strings.Cut(l.Text, "."); dot {
			return Value{Kind: Dec, N: n, Scale: len(frac)}
		}
		return Value{Kind: Int, N: n}
	}
	return anything
}

// evalColumn finds the column; SQLite takes an unknown quoted name for a string.
func (q *query) evalColumn(c *sqlread.Column, sc *scope) Value {
	if sc == nil {
		return anything
	}
	if q.s.Dialect == sqlread.SQLite && c.Quoted && c.Table == "" && !q.hasColumn(sc, c.Name) {
		return text(c.Name)
	}
	return q.lookup(sc, c.Table, c.Name)
}

func (q *query) hasColumn(sc *scope, name string) bool {
	for at := sc; at != nil; at = at.pass() {
		for _, st := range at.tables {
			if _, ok := q.cell(st, name); ok {
				return true
			}
		}
	}
	return false
}

func (q *query) evalUnary(x *sqlread.Unary, sc *scope) Value {
	v := q.eval(x.X, sc)
	switch x.Op {
	case "not":
		w := not(truthOf(v)).value()
		if w.Kind == Bool && v.Kind == Bool {
			w = trailed(w, "not", v, nil)
		}
		return w
	case "-":
		if v.IsNull() {
			return null
		}
		if n, ok := asNumber(v); ok && v.numeric() {
			w := v.derived()
			w.N = new(big.Rat).Neg(n)
			return trailed(w, "neg", v, nil)
		}
	}
	return unknownLike(v)
}

// unknownLike is an unknown result: NULL stays NULL, not NULL stays not NULL.
func unknownLike(vs ...Value) Value {
	out := opaque
	for _, v := range vs {
		if v.IsNull() {
			return null
		}
		if v.Kind == Anything {
			out = anything
		}
	}
	return out
}

func (q *query) evalBinary(x *sqlread.Binary, sc *scope) Value {
	switch x.Op {
	case "and":
		return and(truthOf(q.eval(x.X, sc)), truthOf(q.eval(x.Y, sc))).value()
	case "or":
		return or(truthOf(q.eval(x.X, sc)), truthOf(q.eval(x.Y, sc))).value()
	case "=", "<>", "is distinct", "is not distinct":
		if a, ok := x.X.(*sqlread.Row); ok {
			return q.rowCompare(x.Op, a, x.Y, sc).value()
		}
	}
	a, b := q.eval(x.X, sc), q.eval(x.Y, sc)
	if v, ok := q.jsonPath(x, a, sc); ok {
		return v
	}
	if !a.IsNull() && !b.IsNull() {
		if v, ok := q.jsonOperator(x.Op, a, b, x, sc); ok {
			return v
		}
	}
	switch x.Op {
	case "=", "<>", "<", ">", "<=", ">=":
		q.noteLiteral(x.Op, x.X, b, sc)
		q.noteLiteral(x.Op, x.Y, a, sc)
		q.noteMember(x.X, b, sc)
		return relation(x.Op, a, b, q.s.Dialect).value()
	case "is distinct":
		return not(notDistinct(a, b, q.s.Dialect)).value()
	case "is not distinct", "<=>":
		return notDistinct(a, b, q.s.Dialect).value()
	case "||":
		if q.s.Dialect.IsMySQL() {
			return or(truthOf(a), truthOf(b)).value()
		}
		return concat(a, b)
	case "like", "ilike", "~~":
		return q.evalLike(x.Op, a, b).value()
	case "+", "-", "*", "/", "%", "div", "mod":
		return q.arithmetic(x.Op, a, b)
	}
	return unknownLike(a, b)
}

// noteLiteral remembers what a column is compared with.
func (q *query) noteLiteral(op string, x sqlread.Expr, v Value, sc *scope) {
	c, ok := x.(*sqlread.Column)
	if !ok || sc == nil || v.Tok != 0 || q.s.Log == nil || !v.Known() || v.IsNull() {
		return
	}
	for at := sc; at != nil; at = at.outer {
		for _, st := range at.tables {
			if st.table == nil || c.Table != "" && st.alias != c.Table {
				continue
			}
			if _, ok := q.cell(st, c.Name); ok {
				k := q.s.fold(st.table.Name)
				q.s.literal(k, c.Name, v)
				if op != "=" && op != "<>" && v.numeric() {
					q.s.literal(k, c.Name, q.arithmetic("+", v, integer(1)))
					q.s.literal(k, c.Name, q.arithmetic("-", v, integer(1)))
					q.s.literal(k, c.Name, q.arithmetic("-", v, Value{Kind: Dec, N: big.NewRat(1, 100), Scale: 2}))
				}
				return
			}
		}
	}
}

func concat(a, b Value) Value {
	if a.IsNull() || b.IsNull() {
		return null
	}
	if !a.Known() || !b.Known() {
		return unknownLike(a, b)
	}
	return text(a.plain() + b.plain())
}

func (q *query) evalLike(op string, a, b Value) Truth {
	if a.IsNull() || b.IsNull() {
		return Unknown
	}
	if !a.Known() || b.Kind != Text {
		return Maybe
	}
	fold := op == "ilike" || q.s.Dialect != sqlread.PostgreSQL
	return asTruth(likeMatch(a.plain(), b.S, fold))
}

// rowCompare compares (a, b) with (c, d).
func (q *query) rowCompare(op string, a *sqlread.Row, y sqlread.Expr, sc *scope) Truth {
	b, ok := y.(*sqlread.Row)
	if !ok || len(a.Items) != len(b.Items) {
		return Maybe
	}
	t := True
	for i := range a.Items {
		v, w := q.eval(a.Items[i], sc), q.eval(b.Items[i], sc)
		if strings.HasPrefix(op, "is") {
			t = and(t, notDistinct(v, w, q.s.Dialect))
		} else {
			t = and(t, equal(v, w, q.s.Dialect))
		}
	}
	if op == "<>" || op == "is distinct" {
		return not(t)
	}
	return t
}

func (q *query) evalCase(x *sqlread.Case, sc *scope) Value {
	maybe := false
	for _, w := range x.Whens {
		var t Truth
		if x.X != nil {
			t = equal(q.eval(x.X, sc), q.eval(w.Cond, sc), q.s.Dialect)
		} else {
			t = truthOf(q.eval(w.Cond, sc))
		}
		switch t {
		case Maybe:
			maybe = true
		case True:
			if maybe {
				return anything
			}
			return q.eval(w.Then, sc)
		}
	}
	if maybe {
		return anything
	}
	if x.Else != nil {
		return q.eval(x.Else, sc)
	}
	return null
}

func (q *query) evalIn(x *sqlread.In, sc *scope) Truth {
	t := False
	if x.Query != nil {
		t = q.inQuery(x, sc)
	} else {
		v := q.eval(x.X, sc)
		for _, y := range x.List {
			w := q.eval(y, sc)
			q.noteLiteral("=", x.X, w, sc)
			t = or(t, equal(v, w, q.s.Dialect))
		}
	}
	if x.Not {
		return not(t)
	}
	return t
}

func (q *query) inQuery(x *sqlread.In, sc *scope) Truth {
	r, err := q.sub(x.Query, sc)
	if err != nil {
		q.fail(err)
		return Maybe
	}
	var left []Value
	if row, ok := x.X.(*sqlread.Row); ok {
		for _, it := range row.Items {
			left = append(left, q.eval(it, sc))
		}
	} else {
		left = []Value{q.eval(x.X, sc)}
	}
	t := False
	for _, row := range r.Rows {
		if len(row) != len(left) {
			return Maybe
		}
		e := True
		for i := range row {
			e = and(e, equal(left[i], row[i], q.s.Dialect))
		}
		t = or(t, e)
	}
	if r.Unknown != "" {
		return Maybe
	}
	return t
}

func (q *query) fail(err error) {
	if q.err == nil {
		q.err = err
	}
}

// zeroDate reports whether MySQL takes '0000-00-00' in a column for NULL when it is
// asked: no witness has it, but rows may.
func (q *query) zeroDate(x sqlread.Expr, sc *scope) bool {
	c, ok := x.(*sqlread.Column)
	if !ok || sc == nil || !q.s.Dialect.IsMySQL() {
		return false
	}
	for _, st := range sc.tables {
		if st.table == nil || c.Table != "" && c.Table != st.alias {
			continue
		}
		if i := q.s.position(st.table, c.Name); i >= 0 {
			col := st.table.Columns[i]
			ty := col.Type.text()
			return col.NotNull.text() != "" && (ty == "date" || strings.HasPrefix(ty, "datetime"))
		}
	}
	return false
}

func (q *query) evalIs(x *sqlread.Is, sc *scope) Truth {
	v := q.eval(x.X, sc)
	t := Maybe
	switch x.What {
	case "null", "unknown":
		if v.Kind != Anything && !(x.What == "null" && q.zeroDate(x.X, sc)) {
			t = asTruth(v.IsNull())
		}
	case "true":
		if b := truthOf(v); b != Maybe {
			t = asTruth(b == True)
		}
	case "false":
		if b := truthOf(v); b != Maybe {
			t = asTruth(b == False)
		}
	}
	if x.Not {
		return not(t)
	}
	return t
}

func (q *query) evalExists(sq *sqlread.Query, sc *scope) Truth {
	r, err := q.sub(sq, sc)
	switch {
	case err != nil:
		q.fail(err)
		return Maybe
	case r.Unknown != "":
		return Maybe
	}
	return asTruth(len(r.Rows) > 0)
}

// evalSub is a scalar subquery.
func (q *query) evalSub(sq *sqlread.Query, sc *scope) Value {
	r, err := q.sub(sq, sc)
	switch {
	case err != nil:
		q.fail(err)
		return anything
	case r.Unknown != "":
		return anything
	case len(r.Rows) == 0:
		return null
	case len(r.Rows) > 1 && q.s.Dialect != sqlread.SQLite:
		q.fail(&Failure{Class: "ProgrammingError", Rows: true, Message: "more than one row returned by a subquery used as an expression"})
		return anything
	case len(r.Rows[0]) == 0:
		return anything
	}
	return r.Rows[0][0]
}

func (q *query) evalQuantified(x *sqlread.Quantified, sc *scope) Value {
	if x.All {
		return anything
	}
	v, t := q.eval(x.X, sc), False
	if a, ok := withoutCast(x.Y).(*sqlread.Array); ok {
		for _, it := range a.Items {
			t = or(t, relation(x.Op, v, q.eval(it, sc), q.s.Dialect))
		}
		return t.value()
	}
	items, ok := q.listOf(x.Y, sc)
	if !ok {
		return anything
	}
	for _, it := range items {
		w := text(it)
		if v.numeric() {
			n, ok := parseNumber(it)
			if !ok {
				return anything
			}
			w = Value{Kind: v.Kind, N: n, Scale: v.Scale}
		}
		if x.Op == "=" {
			q.noteLiteral(x.Op, x.X, w, sc)
		}
		t = or(t, relation(x.Op, v, w, q.s.Dialect))
	}
	return t.value()
}

// listOf is an array that is written as a text or given as a parameter.
func (q *query) listOf(x sqlread.Expr, sc *scope) ([]string, bool) {
	if c, ok := x.(*sqlread.Cast); ok {
		return q.listOf(c.X, sc)
	}
	if x == nil {
		return nil, false
	}
	v := q.eval(x, sc)
	if v.Kind != Text {
		return nil, false
	}
	return arrayItems(v.S)
}
