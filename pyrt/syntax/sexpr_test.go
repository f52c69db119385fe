package syntax

import (
	"fmt"
	"math/big"
	"reflect"
	"strconv"
	"strings"
)

// sexpr prints a part of the tree: (Class field field ...). Places are left
// out, and so are fields that are nil, empty or false at the end.
func sexpr(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case string:
		return strconv.Quote(v)
	case []byte:
		return "b" + strconv.Quote(string(v))
	case *big.Int:
		return v.String()
	case Ellipsis:
		return "..."
	case fmt.Stringer:
		return v.String()
	}
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Pointer:
		if r.IsNil() {
			return "-"
		}
		return structExpr(r.Elem())
	case reflect.Slice:
		parts := make([]string, r.Len())
		for i := range parts {
			parts[i] = sexpr(r.Index(i).Interface())
		}
		return "[" + strings.Join(parts, " ") + "]"
	}
	return fmt.Sprint(v)
}

func structExpr(r reflect.Value) string {
	parts := []string{r.Type().Name()}
	parts = append(parts, fieldExprs(r)...)
	for len(parts) > 1 && (parts[len(parts)-1] == "-" || parts[len(parts)-1] == "[]" || parts[len(parts)-1] == `""`) {
		parts = parts[:len(parts)-1]
	}
	return "(" + strings.Join(parts, " ") + ")"
}

func fieldExprs(r reflect.Value) []string {
	var parts []string
	for i := range r.NumField() {
		f := r.Type().Field(i)
		switch {
		case f.Type == reflect.TypeFor[Span]() || strings.HasSuffix(f.Name, "Node") || f.Name == "Located":
		case f.Anonymous:
			parts = append(parts, fieldExprs(r.Field(i))...)
		default:
			parts = append(parts, sexpr(r.Field(i).Interface()))
		}
	}
	return parts
}
