package main

import (
	"fmt"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func (t *treeWriter) file(f *syntax.File) {
	t.open("Module")
	list(t, "body", f.Body, t.stmt)
	t.raw("}")
}

// stmt writes a statement.
func (t *treeWriter) stmt(s syntax.Stmt) {
	switch n := s.(type) {
	case *syntax.FunctionDef:
		t.function("FunctionDef", n)
	case *syntax.AsyncFunctionDef:
		t.function("AsyncFunctionDef", &n.FunctionDef)
	case *syntax.ClassDef:
		t.class(n)
	case *syntax.For:
		t.loop("For", n)
	case *syntax.AsyncFor:
		t.loop("AsyncFor", &n.For)
	case *syntax.With:
		t.with("With", n)
	case *syntax.AsyncWith:
		t.with("AsyncWith", &n.With)
	case *syntax.Try:
		t.try("Try", n)
	case *syntax.TryStar:
		t.try("TryStar", &n.Try)
	case *syntax.While:
		t.open("While")
		t.field("test", n.Test)
		list(t, "body", n.Body, t.stmt)
		list(t, "orelse", n.Orelse, t.stmt)
	case *syntax.If:
		t.open("If")
		t.field("test", n.Test)
		list(t, "body", n.Body, t.stmt)
		list(t, "orelse", n.Orelse, t.stmt)
	case *syntax.Match:
		t.open("Match")
		t.field("subject", n.Subject)
		list(t, "cases", n.Cases, t.matchCase)
	default:
		t.simple(s)
	}
	t.close(s)
}

// simple writes a statement without body.
func (t *treeWriter) simple(s syntax.Stmt) {
	switch n := s.(type) {
	case *syntax.Return:
		t.open("Return")
		t.field("value", n.Value)
	case *syntax.Delete:
		t.open("Delete")
		list(t, "targets", n.Targets, t.expr)
	case *syntax.Assign:
		t.open("Assign")
		list(t, "targets", n.Targets, t.expr)
		t.field("value", n.Value)
	case *syntax.TypeAlias:
		t.open("TypeAlias")
		t.field("name", n.Name)
		list(t, "type_params", n.TypeParams, t.typeParam)
		t.field("value", n.Value)
	case *syntax.AugAssign:
		t.open("AugAssign")
		t.field("target", n.Target)
		t.name("op", n.Op.String())
		t.field("value", n.Value)
	case *syntax.AnnAssign:
		t.open("AnnAssign")
		t.field("target", n.Target)
		t.field("annotation", n.Annotation)
		t.field("value", n.Value)
		t.flag("simple", n.Simple)
	default:
		t.plain(s)
	}
}

// plain writes a statement that binds nothing by =.
func (t *treeWriter) plain(s syntax.Stmt) {
	switch n := s.(type) {
	case *syntax.Raise:
		t.open("Raise")
		t.field("exc", n.Exc)
		t.field("cause", n.Cause)
	case *syntax.Assert:
		t.open("Assert")
		t.field("test", n.Test)
		t.field("msg", n.Msg)
	case *syntax.Import:
		t.open("Import")
		list(t, "names", n.Names, t.alias)
	case *syntax.ImportFrom:
		t.open("ImportFrom")
		t.name("module", n.Module)
		list(t, "names", n.Names, t.alias)
		t.number("level", n.Level)
	case *syntax.Global:
		t.open("Global")
		t.names("names", n.Names)
	case *syntax.Nonlocal:
		t.open("Nonlocal")
		t.names("names", n.Names)
	case *syntax.ExprStmt:
		t.open("Expr")
		t.field("value", n.Value)
	case *syntax.Pass:
		t.open("Pass")
	case *syntax.Break:
		t.open("Break")
	case *syntax.Continue:
		t.open("Continue")
	default:
		t.err = fmt.Errorf("unknown statement %T", s)
	}
}

func (t *treeWriter) function(class string, n *syntax.FunctionDef) {
	t.open(class)
	t.name("name", n.Name)
	t.key("args")
	t.arguments(n.Args)
	list(t, "body", n.Body, t.stmt)
	list(t, "decorator_list", n.DecoratorList, t.expr)
	t.field("returns", n.Returns)
	list(t, "type_params", n.TypeParams, t.typeParam)
}

func (t *treeWriter) class(n *syntax.ClassDef) {
	t.open("ClassDef")
	t.name("name", n.Name)
	list(t, "bases", n.Bases, t.expr)
	list(t, "keywords", n.Keywords, t.keyword)
	list(t, "body", n.Body, t.stmt)
	list(t, "decorator_list", n.DecoratorList, t.expr)
	list(t, "type_params", n.TypeParams, t.typeParam)
}

func (t *treeWriter) loop(class string, n *syntax.For) {
	t.open(class)
	t.field("target", n.Target)
	t.field("iter", n.Iter)
	list(t, "body", n.Body, t.stmt)
	list(t, "orelse", n.Orelse, t.stmt)
}

func (t *treeWriter) with(class string, n *syntax.With) {
	t.open(class)
	list(t, "items", n.Items, t.withItem)
	list(t, "body", n.Body, t.stmt)
}

func (t *treeWriter) withItem(n *syntax.WithItem) {
	t.open("withitem")
	t.field("context_expr", n.ContextExpr)
	t.field("optional_vars", n.OptionalVars)
	t.raw("}")
}

func (t *treeWriter) try(class string, n *syntax.Try) {
	t.open(class)
	list(t, "body", n.Body, t.stmt)
	list(t, "handlers", n.Handlers, t.handler)
	list(t, "orelse", n.Orelse, t.stmt)
	list(t, "finalbody", n.Finalbody, t.stmt)
}

func (t *treeWriter) handler(n *syntax.ExceptHandler) {
	t.open("ExceptHandler")
	t.field("type", n.Type)
	t.name("name", n.Name)
	list(t, "body", n.Body, t.stmt)
	t.close(n)
}

func (t *treeWriter) alias(n *syntax.Alias) {
	t.open("alias")
	t.name("name", n.Name)
	t.name("asname", n.Asname)
	t.close(n)
}

func (t *treeWriter) matchCase(n *syntax.MatchCase) {
	t.open("match_case")
	t.key("pattern")
	t.pattern(n.Pattern)
	t.field("guard", n.Guard)
	list(t, "body", n.Body, t.stmt)
	t.raw("}")
}

// typeParam writes a type parameter.
func (t *treeWriter) typeParam(p syntax.TypeParam) {
	switch n := p.(type) {
	case *syntax.TypeVar:
		t.open("TypeVar")
		t.name("name", n.Name)
		t.field("bound", n.Bound)
		t.field("default_value", n.DefaultValue)
	case *syntax.ParamSpec:
		t.open("ParamSpec")
		t.name("name", n.Name)
		t.field("default_value", n.DefaultValue)
	case *syntax.TypeVarTuple:
		t.open("TypeVarTuple")
		t.name("name", n.Name)
		t.field("default_value", n.DefaultValue)
	default:
		t.err = fmt.Errorf("unknown type parameter %T", p)
	}
	t.close(p)
}
