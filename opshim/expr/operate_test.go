package expr_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

func col(name, kind string) *expr.Column {
	return &expr.Column{Name: name, Type: schema.Type{Kind: kind}}
}

func value(v any, kind string) *expr.Bind { return expr.Value(v, schema.Type{Kind: kind}) }

func must(t *testing.T, e expr.Expr, err error) expr.Expr {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestOperate(t *testing.T) {
	a, b := col("a", "Integer"), col("b", "String")
	boolean := schema.Type{Kind: "Boolean"}
	null, err := expr.Operate(expr.OpEq, a, value(nil, "NullType"))
	cases := []struct {
		name      string
		got, want expr.Expr
	}{
		{"a == None is IS NULL", must(t, null, err),
			&expr.Binary{Left: a, Right: &expr.Null{}, Op: expr.OpIs, Negate: expr.OpIsNot, Type: boolean}},
		{"a value takes name and type of the column", operate(t, expr.OpEq, a, value(int64(5), "Integer")),
			&expr.Binary{Left: a, Right: &expr.Bind{Name: "a", Value: int64(5), HasValue: true, Unique: true, Type: a.Type}, Op: expr.OpEq,
				Negate: expr.OpNe, Type: boolean}},
		{"a string plus is a concatenation", operate(t, expr.OpAdd, b, b),
			&expr.Binary{Left: b, Right: b, Op: expr.OpConcat, Type: b.Type}},
		{"sums are flat", operate(t, expr.OpAdd, operate(t, expr.OpAdd, a, a), a),
			&expr.Chain{Op: expr.OpAdd, Elems: []expr.Expr{a, a, a}, Type: a.Type}},
		{"a sum in a product is grouped", operate(t, expr.OpMul, operate(t, expr.OpAdd, a, a), a),
			&expr.Binary{Left: &expr.Grouping{Elem: &expr.Binary{Left: a, Right: a, Op: expr.OpAdd, Type: a.Type}, Type: a.Type}, Right: a,
				Op: expr.OpMul, Type: a.Type}},
		{"not turns a comparison round", expr.Not(operate(t, expr.OpLt, a, a)),
			&expr.Binary{Left: a, Right: a, Op: expr.OpGe, Negate: expr.OpLt, Type: boolean}},
		{"and drops true", expr.And(&expr.True{}, operate(t, expr.OpLt, a, a)),
			&expr.Binary{Left: a, Right: a, Op: expr.OpLt, Negate: expr.OpGe, Type: boolean}},
		{"or of false", expr.Or(&expr.False{}), &expr.Unary{Elem: &expr.False{}, Op: expr.OpIsTrue, Type: boolean}},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func operate(t *testing.T, op expr.Op, l, r expr.Expr) expr.Expr {
	t.Helper()
	e, err := expr.Operate(op, l, r)
	return must(t, e, err)
}

func TestComparisonWithNoneRefused(t *testing.T) {
	_, err := expr.Operate(expr.OpLt, col("a", "Integer"), value(nil, "NullType"))
	if err == nil || err.(*expr.Error).Type != "ArgumentError" {
		t.Errorf("got %v, want an ArgumentError", err)
	}
}

func TestSubqueryColumns(t *testing.T) {
	tab := &expr.Table{Def: &schema.Table{Name: schema.Name{Name: "t"}, Columns: []*schema.Column{{Name: "id"}, {Name: "x"}}}}
	q := &expr.Select{Columns: []expr.Expr{&expr.AllColumns{From: tab}, expr.NewFunction(nil, "count", nil, nil)}}
	var names []string
	for _, c := range expr.ColumnsOf(&expr.Subquery{Query: q, Name: "s"}) {
		names = append(names, c.Key)
	}
	if diff := cmp.Diff([]string{"id", "x", "count"}, names); diff != "" {
		t.Error(diff)
	}
}
