package settings

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchema holds the editors' schema, the reader's structure and the list for
// suggestions against each other: the same tables, the same keys.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Compile("schema.json"); err != nil {
		t.Fatal(err)
	}
	properties := func(v any) map[string]any { p, _ := v.(map[string]any)["properties"].(map[string]any); return p }
	top := properties(doc)
	got := map[string][]string{"": slices.Sorted(maps.Keys(top))}
	for name, v := range top {
		inner := v.(map[string]any)
		for _, via := range []string{"items", "additionalProperties"} {
			if m, ok := inner[via].(map[string]any); ok {
				inner = m
			}
		}
		got[name] = slices.Sorted(maps.Keys(properties(inner)))
	}
	read := map[string][]string{}
	keys(reflect.TypeFor[document](), "", read)
	for table, want := range Keys() {
		want = slices.Sorted(slices.Values(want))
		if !slices.Equal(got[table], want) {
			t.Errorf("[%s]: the schema has %v, the suggestions %v", table, got[table], want)
		}
		if r := slices.Sorted(slices.Values(read[table])); !slices.Equal(r, want) {
			t.Errorf("[%s]: the reader has %v, the suggestions %v", table, r, want)
		}
	}
}

// keys collects the toml names of a structure and of those in it.
func keys(t reflect.Type, table string, into map[string][]string) {
	for f := range fields(t) {
		name := f.Tag.Get("toml")
		into[table] = append(into[table], name)
		inner := f.Type
		for inner.Kind() == reflect.Slice || inner.Kind() == reflect.Map || inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if table == "" && inner.Kind() == reflect.Struct {
			keys(inner, name, into)
		}
	}
}

func fields(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}
