package sqlgen_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

type fixedTable struct{ t *schema.Table }

func (f fixedTable) ReflectTable(context.Context, schema.Name) (*schema.Table, error) {
	return f.t, nil
}

func TestBatchRecreate(t *testing.T) {
	old := table(t, "foo",
		&schema.Column{Name: "id", Type: schema.Type{Kind: "INTEGER"}, PrimaryKey: true, Nullable: schema.No},
		&schema.Column{Name: "data", Type: schema.Type{Kind: "VARCHAR", Length: new(50)}},
		&schema.Column{Name: "n", Type: schema.Type{Kind: "INTEGER"}, ServerDefault: sqlText("10")},
		&schema.Unique{ConstraintBase: schema.ConstraintBase{Name: schema.Given("uq")}, Columns: []string{"data"}},
		&schema.Index{Name: schema.Given("ix"), Elements: []schema.IndexElement{{Column: "n"}}})
	str := "text"
	d, _ := sqlgen.New("sqlite")
	out, err := d.Compile(context.Background(), nil, &op.BatchAlterTable{Table: schema.Name{Name: "foo"}, Recreate: "auto", Ops: []op.Op{
		&op.AlterColumn{Table: schema.Name{Name: "foo"}, Column: "data", NewName: &str, Type: &schema.Type{Kind: "Integer"}},
		&op.AddColumn{Table: schema.Name{Name: "foo"}, Column: &schema.Column{Name: "z", Type: integer()}, InsertAfter: "id"},
	}}, fixedTable{old})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range out {
		got = append(got, s.Text)
	}
	want := []string{
		"\nCREATE TABLE _alembic_tmp_foo (\n\tid INTEGER NOT NULL, \n\tz INTEGER, \n\ttext INTEGER, \n\tn INTEGER DEFAULT (10), \n\tPRIMARY KEY (id), \n\tCONSTRAINT uq UNIQUE (text)\n)\n\n",
		"INSERT INTO _alembic_tmp_foo (id, text, n) SELECT foo.id, CAST(foo.data AS INTEGER) AS data, foo.n \nFROM foo",
		"\nDROP TABLE foo",
		"ALTER TABLE _alembic_tmp_foo RENAME TO foo",
		"CREATE INDEX ix ON foo (n)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
