package analyzer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
)

// dataDefect reports one difference of rows.
func (p *Pass) dataDefect(d defect, reported map[string]bool) {
	x := *d.data
	f := finding.Finding{Object: x.Table}
	switch x.Kind {
	case catalog.RowsLost:
		p.rowsLost(d, x, f, reported)
	case catalog.ValuesChanged:
		for _, c := range x.Columns {
			p.valuesChanged(d, x, c, reported)
		}
	case catalog.RowsLeft:
		f.At = p.insertedAt(d, x)
		f.Message = fmt.Sprintf("rows of %s stay behind after the downgrade (%s)", x.Table, x.Example)
		f.Remedy = "delete exactly these rows in downgrade()"
		p.once(reported, CodeRowsLeft, f)
	case catalog.CounterReset:
		f.At = p.eventAt(d.up, x.Table, catalog.TableDropped)
		f.Message = "the sequence of " + x.Table + " starts again after the downgrade, and will give out numbers twice"
		f.Remedy = "set it with setval() in downgrade()"
		p.once(reported, CodeSequence, f)
	case catalog.NotDecided, catalog.NotProven:
	}
}

// insertedAt is the statement that inserted the row that is left, else the last
// one that inserted any.
func (p *Pass) insertedAt(d defect, x catalog.DataDifference) spanOf {
	inserts := func(e catalog.Event) bool { return e.Kind == catalog.RowsInserted && e.Table == x.Table }
	for _, test := range []func(catalog.Event) bool{func(e catalog.Event) bool { return inserts(e) && e.Concerns(x.Row) }, inserts} {
		for _, path := range []symex.Path{d.up, d.down} {
			if e, ok := lastEvent(path, test); ok {
				return at(path, e)
			}
		}
	}
	return p.function("upgrade")
}

// lastAbout is lastEvent with a preference for what concerns a row.
func lastAbout(path symex.Path, row *catalog.Row, test func(catalog.Event) bool) (catalog.Event, bool) {
	if e, ok := lastEvent(path, func(e catalog.Event) bool { return test(e) && e.Concerns(row) }); ok {
		return e, true
	}
	return lastEvent(path, test)
}

func (p *Pass) eventAt(path symex.Path, table string, kinds ...catalog.EventKind) (s spanOf) {
	if e, ok := lastEvent(path, func(e catalog.Event) bool { return e.Table == table && slices.Contains(kinds, e.Kind) }); ok {
		return at(path, e)
	}
	return s
}

// rowsLost finds out what removed rows.
func (p *Pass) rowsLost(d defect, x catalog.DataDifference, f finding.Finding, reported map[string]bool) {
	removes := func(e catalog.Event) bool {
		switch e.Kind {
		case catalog.RowsDeleted, catalog.TableTruncated, catalog.TableDropped:
			return e.Table == x.Table
		}
		return false
	}
	f.Message = fmt.Sprintf("rows of %s are lost (%s)", x.Table, x.Example)
	f.Remedy = "keep a copy of what is removed, and put it back in downgrade()"
	e, ok := lastAbout(d.up, x.Row, removes)
	code := CodeRowsDeleted
	switch {
	case ok && e.Kind == catalog.TableTruncated:
		code = CodeTruncate
		f.Message = "TRUNCATE empties " + x.Table + "; the downgrade cannot bring its rows back"
	case ok && e.Kind == catalog.TableDropped:
		code = CodeDropTable
		f.Message = "table " + x.Table + " is dropped; the downgrade cannot bring its rows back"
	case ok:
		f.Message = fmt.Sprintf("rows of %s are deleted; the downgrade does not bring them back (%s)", x.Table, x.Example)
	}
	if ok {
		f.At = at(d.up, e)
		p.once(reported, code, f)
		return
	}
	if e, ok := lastAbout(d.down, x.Row, removes); ok {
		f.At = at(d.down, e)
		f.Message = fmt.Sprintf("the downgrade removes rows of %s that were there before the upgrade (%s)", x.Table, x.Example)
		f.Remedy = "delete only the rows that the upgrade inserted, by their keys"
		p.once(reported, CodeOldRowsTouched, f)
		return
	}
	for _, path := range []symex.Path{d.up, d.down} {
		parent, ok := lastEvent(path, func(e catalog.Event) bool {
			return e.Kind == catalog.TableDropped || e.Kind == catalog.RowsDeleted || e.Flag["replace"]
		})
		if ok {
			f.At = at(path, parent)
			f.Message = fmt.Sprintf("rows of %s are lost, because rows that they reference in %s are removed for a moment (ON DELETE)", x.Table, parent.Table)
			f.Remedy = "switch foreign keys off around the rebuild, outside of any transaction"
			p.once(reported, CodeParentRebuild, f)
			return
		}
	}
	p.once(reported, code, f)
}

// valuesChanged finds out what changed a column.
func (p *Pass) valuesChanged(d defect, x catalog.DataDifference, column string, reported map[string]bool) {
	key := "column " + x.Table + "." + column
	f := finding.Finding{Object: x.Table + "." + column}
	example := ""
	if strings.HasPrefix(x.Example, column+" ") {
		example = " (" + x.Example + ")"
	}
	concerns := func(kinds ...catalog.EventKind) func(catalog.Event) bool {
		return func(e catalog.Event) bool { return e.Object == key && slices.Contains(kinds, e.Kind) }
	}
	dropped, isDropped := lastEvent(d.up, concerns(catalog.ColumnDropped))
	if !isDropped {
		dropped, isDropped = lastEvent(d.up, func(e catalog.Event) bool { return e.Kind == catalog.TableDropped && e.Table == x.Table })
	}
	updated, isUpdated := lastAbout(d.up, x.Row, concerns(catalog.RowsUpdated))
	altered, isAltered := lastEvent(d.up, func(e catalog.Event) bool {
		return e.Object == key && e.Kind == catalog.ColumnAltered && e.Flag["type"]
	})
	switch {
	case isDropped:
		f.At = at(d.up, dropped)
		f.Message = "column " + f.Object + " is dropped; the downgrade cannot restore its data" + example
		f.Remedy = "keep its contents in another table or column, and copy them back in downgrade()"
		code := CodeDropColumn
		if readBefore(d.up, x.Table, column) {
			code = CodeMergeThenDrop
			f.Message = "column " + f.Object + " is merged into others and dropped; the downgrade cannot take it out again" + example
		}
		p.once(reported, code, f)
	case isUpdated:
		f.At = at(d.up, updated)
		f.Message = "values of " + f.Object + " are overwritten; the downgrade does not restore them" + example
		f.Remedy = "keep the old values, and copy them back in downgrade()"
		code := CodeDataMigration
		if touchesRows(d.down, x.Table) {
			code = CodeOverwritten
			f.Message = "values of " + f.Object + " are overwritten; what the downgrade writes is not what was there" + example
		}
		p.once(reported, code, f)
	case isAltered:
		f.At = at(d.up, altered)
		f.Message = "values of " + f.Object + " change with its type; the downgrade does not restore them" + example
		f.Remedy = "keep the old values, and copy them back in downgrade()"
		p.once(reported, CodeTypeChange, f)
	default:
		f.At = p.eventAt(d.down, x.Table, catalog.RowsUpdated, catalog.ColumnAltered, catalog.ColumnDropped, catalog.RowsDeleted, catalog.TableDropped)
		if e, ok := lastAbout(d.down, x.Row, concerns(catalog.RowsUpdated)); ok {
			f.At = at(d.down, e)
		}
		if f.At.Source == nil {
			f.At = p.function("downgrade")
		}
		f.Message = "the downgrade changes values of " + f.Object + " that were there before the upgrade" + example
		f.Remedy = "change only what the upgrade changed"
		p.once(reported, CodeOldRowsTouched, f)
	}
}
