package schema_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim/schema"
)

func TestTableAdd(t *testing.T) {
	tab := &schema.Table{Name: schema.Name{Name: "t"}}
	order := &schema.Order{}
	err := tab.Add(order,
		&schema.Column{Name: "id", PrimaryKey: true},
		&schema.Column{Name: "a", Unique: schema.Yes, Index: schema.Yes},
		&schema.Column{Name: "b", Unique: schema.Yes, ForeignKeys: []*schema.ForeignKey{{RefTable: schema.Name{Name: "o"}, RefColumns: []string{"id"}}}},
		&schema.Unique{Columns: []string{"a"}})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, k := range tab.SortedConstraints() {
		switch x := k.(type) {
		case *schema.PrimaryKey:
			kinds = append(kinds, "pk "+x.Columns[0])
		case *schema.Unique:
			kinds = append(kinds, "uq "+x.Columns[0])
		case *schema.ForeignKey:
			kinds = append(kinds, "fk "+x.Columns[0])
		}
	}
	if diff := cmp.Diff([]string{"pk id", "uq b", "fk b", "uq a"}, kinds); diff != "" {
		t.Error(diff)
	}
	if len(tab.Indexes) != 1 || !tab.Indexes[0].Unique {
		t.Errorf("unique=True, index=True must be one unique index, got %+v", tab.Indexes)
	}
	err = tab.Add(order, &schema.Unique{Columns: []string{"nope"}})
	want := "Can't create UniqueConstraint on table 't': no column named 'nope' is present."
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
