package stdlib

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// treeCost is how many bytes of objects a byte of source may make.
const treeCost = 300

// astModule is module _ast: the parser as module ast needs it.
func astModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_ast")
	m.Define("parse(source, filename, expression, classes, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[1])
		src, err := astSource(name, a[0])
		if err != nil {
			return nil, pyrt.SyntaxException(err)
		}
		if err := t.Alloc(int64(len(src.Text)), treeCost); err != nil {
			return nil, err
		}
		classes, _ := pyrt.AsDict(a[3])
		b := &astBuilder{classes: classes}
		if expression, _ := pyrt.Truth(t, a[2]); expression {
			e, err := syntax.ParseExpr(src)
			if err != nil {
				return nil, pyrt.SyntaxException(err)
			}
			return b.value(reflect.ValueOf(e))
		}
		f, err := syntax.ParseTree(src)
		if err != nil {
			return nil, pyrt.SyntaxException(err)
		}
		return b.value(reflect.ValueOf(f.Body))
	})
	return m
}

func astSource(name string, v pyrt.Value) (*syntax.Source, error) {
	switch u := pyrt.Underlying(v).(type) {
	case pyrt.Bytes:
		return syntax.NewSource(name, []byte(u))
	case *pyrt.ByteArray:
		return syntax.NewSource(name, u.B)
	case pyrt.Str:
		return syntax.NewTextSource(name, string(u))
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "compile() arg 1 must be a string, bytes or AST object")
}

// An astBuilder turns nodes into instances of the classes of module ast. Go's
// structs and fields have the names of CPython's in camel case, so reflection
// finds all of them.
type astBuilder struct {
	classes *pyrt.Dict
	ops     map[string]pyrt.Value // the operators and contexts, one object each
}

// astClass names the classes that are not called as the struct.
var astClass = map[string]string{"ExprStmt": "Expr", "Keyword": "keyword", "Arg": "arg", "Arguments": "arguments", "Alias": "alias",
	"WithItem": "withitem", "MatchCase": "match_case", "Comprehension": "comprehension"}

// value turns a field of the tree into what ast has there.
func (b *astBuilder) value(v reflect.Value) (pyrt.Value, error) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return pyrt.None, nil
		}
		if v.Kind() == reflect.Interface {
			return b.value(v.Elem())
		}
		return b.node(v)
	case reflect.Slice:
		out := pyrt.NewList()
		for i := range v.Len() {
			x, err := b.value(v.Index(i))
			if err != nil {
				return nil, err
			}
			out.Elems = append(out.Elems, x)
		}
		return out, nil
	case reflect.String:
		if s := v.String(); s != "" {
			return pyrt.Str(s), nil
		}
		return pyrt.None, nil
	case reflect.Bool:
		if v.Bool() {
			return pyrt.Int(1), nil
		}
		return pyrt.Int(0), nil
	case reflect.Int, reflect.Int32:
		return pyrt.Int(v.Int()), nil
	}
	if op, ok := v.Interface().(fmt.Stringer); ok {
		return b.operator(op.String())
	}
	return nil, pyrt.Errorf(pyrt.SystemError, "unknown part of a tree: %s", v.Type())
}

// operator gives the one object of an operator or context class.
func (b *astBuilder) operator(name string) (pyrt.Value, error) {
	if o, ok := b.ops[name]; ok {
		return o, nil
	}
	o, err := b.instance(name)
	if err != nil {
		return nil, err
	}
	if b.ops == nil {
		b.ops = make(map[string]pyrt.Value)
	}
	b.ops[name] = o
	return o, nil
}

func (b *astBuilder) instance(class string) (*pyrt.Object, error) {
	v, _ := b.classes.GetStr(class)
	c, ok := v.(*pyrt.Type)
	if !ok {
		return nil, pyrt.Errorf(pyrt.SystemError, "module ast has no class %s", class)
	}
	o := pyrt.NewObject(c, nil)
	o.Dict = pyrt.NewDict()
	return o, nil
}

func (b *astBuilder) node(v reflect.Value) (pyrt.Value, error) {
	s := v.Elem()
	class := s.Type().Name()
	if c, ok := astClass[class]; ok {
		class = c
	}
	o, err := b.instance(class)
	if err != nil {
		return nil, err
	}
	if err := b.fields(o, s); err != nil {
		return nil, err
	}
	if n, ok := v.Interface().(syntax.Node); ok && class != "comprehension" && class != "withitem" && class != "match_case" {
		from, to := n.Span().Position(), n.Span().EndPosition()
		o.Dict.SetStr("lineno", pyrt.Int(from.Line))
		o.Dict.SetStr("col_offset", pyrt.Int(from.Column))
		o.Dict.SetStr("end_lineno", pyrt.Int(to.Line))
		o.Dict.SetStr("end_col_offset", pyrt.Int(to.Column))
	}
	return o, nil
}

func (b *astBuilder) fields(o *pyrt.Object, s reflect.Value) error {
	for i := range s.NumField() {
		f := s.Type().Field(i)
		if f.Anonymous {
			if f.Type.NumField() > 1 { // For inside AsyncFor
				if err := b.fields(o, s.Field(i)); err != nil {
					return err
				}
			}
			continue
		}
		var x pyrt.Value
		var err error
		switch {
		case f.Type == reflect.TypeFor[syntax.Span]():
			continue
		case f.Type == reflect.TypeFor[any]():
			x, err = constantValue(s.Field(i).Interface())
		case f.Type == reflect.TypeFor[syntax.Conversion]():
			x = pyrt.Int(int64(s.Field(i).Interface().(syntax.Conversion)))
		default:
			x, err = b.value(s.Field(i))
		}
		if err != nil {
			return err
		}
		if f.Name == "Str" && x == pyrt.None {
			x = pyrt.Str("")
		}
		o.Dict.SetStr(snakeCase(f.Name), x)
	}
	return nil
}

// snakeCase turns DecoratorList into decorator_list.
func snakeCase(s string) string {
	if s == "ID" {
		return "id"
	}
	var b strings.Builder
	for i, c := range s {
		if unicode.IsUpper(c) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}

// constantValue gives the object of a literal.
func constantValue(v any) (pyrt.Value, error) {
	switch x := v.(type) {
	case nil:
		return pyrt.None, nil
	case syntax.Ellipsis:
		return pyrt.Ellipsis, nil
	case bool:
		return pyrt.Bool(x), nil
	case int64:
		return pyrt.Int(x), nil
	case *big.Int:
		return pyrt.MakeInt(new(big.Int).Set(x)), nil
	case float64:
		return pyrt.Float(x), nil
	case complex128:
		return pyrt.Complex(x), nil
	case []byte:
		return pyrt.Bytes(x), nil
	case string:
		return pyrt.Str(x), nil
	}
	return nil, pyrt.Errorf(pyrt.SystemError, "unknown constant %T", v)
}
