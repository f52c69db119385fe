package mydb

import (
	"context"
	"fmt"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// Names answers the inspector's listings.
func (d *DB) Names(ctx context.Context, l opshim.Listing) ([]string, error) {
	where := "DATABASE()"
	if l.Schema != "" {
		where = literal(l.Schema)
	}
	of := func(kind string) string {
		return "SELECT table_name FROM information_schema.tables WHERE table_schema = " + where + " AND table_type IN (" + kind + ") ORDER BY 1"
	}
	var q string
	switch l.Kind {
	case opshim.ListTables:
		q = of("'BASE TABLE', 'SYSTEM VERSIONED'")
	case opshim.ListViews:
		q = of("'VIEW', 'SYSTEM VIEW'")
	case opshim.ListSequences:
		q = of("'SEQUENCE'")
	case opshim.ListSchemas:
		q = "SELECT schema_name FROM information_schema.schemata WHERE schema_name <> " + literal(d.name+copies) + " ORDER BY 1"
	case opshim.ListMaterializedViews, opshim.ListTempTables, opshim.ListEnums:
		return nil, nil
	default:
		return nil, fmt.Errorf("names of kind %d are not supported", l.Kind)
	}
	found, err := d.rows(ctx, q)
	if err != nil {
		return nil, err
	}
	return live.FirstColumn(found), nil
}
