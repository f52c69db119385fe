package sqlgen_test

import (
	"testing"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

func TestTypes(t *testing.T) {
	enum := &schema.Enum{Name: "mood", Labels: []string{"a", "bcd"}, Native: true}
	cases := []struct {
		typ  schema.Type
		want map[string]string
	}{
		{schema.Type{Kind: "ENUM", Dialect: "postgresql", Enum: enum},
			map[string]string{"postgresql": "mood", "sqlite": "VARCHAR(3)", "mysql": "ENUM('a','bcd')"}},
		{schema.Type{Kind: "TIMESTAMP", Dialect: "mysql", Precision: new(6)},
			map[string]string{"postgresql": "TIMESTAMP WITHOUT TIME ZONE", "mysql": "TIMESTAMP(6)", "sqlite": "TIMESTAMP"}},
		{schema.Type{Kind: "DateTime", Timezone: true}, map[string]string{"postgresql": "TIMESTAMP WITH TIME ZONE", "mysql": "DATETIME", "sqlite": "DATETIME"}},
		{schema.Type{Kind: "Uuid"}, map[string]string{"postgresql": "UUID", "mysql": "CHAR(32)", "sqlite": "CHAR(32)"}},
		{schema.Type{Kind: "Float", Precision: new(10)}, map[string]string{"postgresql": "FLOAT(10)", "mysql": "FLOAT(10)", "sqlite": "FLOAT"}},
		{schema.Type{Kind: "ARRAY", Item: &schema.Type{Kind: "String", Length: new(3), Collation: "de"}, Dimensions: new(2)},
			map[string]string{"postgresql": `VARCHAR(3)[][] COLLATE "de"`}},
		{schema.Type{Kind: "INTEGER", Dialect: "mysql", DisplayWidth: new(11), Unsigned: true},
			map[string]string{"postgresql": "INTEGER", "mysql": "INTEGER(11) UNSIGNED"}},
		{schema.Type{Kind: "JSONB", Dialect: "postgresql", Variants: []schema.Variant{{Dialect: "sqlite", Type: schema.Type{Kind: "JSON"}}}},
			map[string]string{"postgresql": "JSONB", "sqlite": "JSON",
				"mysql": "!UnsupportedCompilationError: Compiler <sqlalchemy.dialects.mysql.base.MySQLTypeCompiler object at 0x0> can't render " +
					"element of type JSONB (Background on this error at: https://sqlalche.me/e/20/l7de)"}},
	}
	for _, c := range cases {
		for name, want := range c.want {
			d, err := sqlgen.New(name)
			if err != nil {
				t.Fatal(err)
			}
			got, err := d.CompileType(c.typ)
			if err != nil {
				got = "!" + err.Error()
			}
			if got != want {
				t.Errorf("%s on %s: got %s, want %s", c.typ.Kind, name, got, want)
			}
		}
	}
}
