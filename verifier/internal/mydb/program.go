package mydb

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A program is what makes an object again that is no table: a view, trigger,
// routine, event or sequence, or the defaults of the database.
type program struct {
	of      *shape.Object
	session string // what the session has to be like for it
	create  string
	grants  []string // of an account
}

// own is the object's name within the database.
func own(o *shape.Object) string {
	if o.Kind == "trigger" {
		return o.Name[strings.LastIndexByte(o.Name, '.')+1:]
	}
	return o.Name
}

// Where the texts stand in what SHOW CREATE answers: the mode, the text, the
// character set of the client; -1 for none.
var shown = map[string][3]int{
	"view": {-1, 1, 2}, "trigger": {1, 2, 3}, "procedure": {1, 2, 3}, "function": {1, 2, 3}, "package": {1, 2, 3}, "package body": {1, 2, 3}, "event": {1, 3, 4}, "sequence": {-1, 1, -1},
}

// readProgram reads the text of an object, as the server writes it.
func (d *DB) readProgram(ctx context.Context, o *shape.Object) (*program, error) {
	p := &program{of: o}
	if o.Kind == "database" {
		p.create = "ALTER DATABASE " + quote(d.name) + " CHARACTER SET " + attr(o, "character set") + " COLLATE " + attr(o, "collation")
		return p, nil
	}
	if isAccount(o) {
		return d.keepAccount(ctx, o)
	}
	at, ok := shown[o.Kind]
	if !ok {
		return nil, fmt.Errorf("%s cannot be saved", o.Title())
	}
	found, err := d.rows(ctx, "SHOW CREATE "+strings.ToUpper(o.Kind)+" "+quote(own(o)))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 || found[0][at[1]] == nil {
		return nil, fmt.Errorf("the account may not read the definition of %s", o.Title())
	}
	row := found[0]
	p.create = string(row[at[1]])
	var set []string
	if at[0] >= 0 {
		set = append(set, "sql_mode = "+literal(string(row[at[0]])))
	}
	if at[2] >= 0 {
		set = append(set, "character_set_client = "+string(row[at[2]]), "collation_connection = "+string(row[at[2]+1]))
	}
	if o.Kind == "event" {
		set = append(set, "time_zone = "+literal(string(row[2])))
	}
	if len(set) > 0 {
		p.session = "SET SESSION " + strings.Join(set, ", SESSION ")
	}
	if o.Kind == "sequence" {
		p.create += "; DO SETVAL(" + quote(o.Name) + ", " + literal(d.base.Counters[o.Name].Value) + ", 0)"
	}
	return p, nil
}

// drop is the statement that drops an object. Packages are known in one mode only.
func drop(o *shape.Object) string {
	if strings.HasPrefix(o.Kind, "package") {
		return "SET @mrt_mode = @@sql_mode, SESSION sql_mode = 'ORACLE'; DROP " + strings.ToUpper(o.Kind) + " IF EXISTS " + quote(own(o)) + "; SET SESSION sql_mode = @mrt_mode"
	}
	switch o.Kind {
	case "account":
		return "DROP USER " + spelled(o)
	case "role":
		return "DROP ROLE " + spelled(o)
	}
	return "DROP " + strings.ToUpper(o.Kind) + " IF EXISTS " + quote(own(o))
}

// make makes the object.
func (d *DB) makeProgram(ctx context.Context, p *program) error {
	if p.session != "" {
		if err := d.do(ctx, p.session); err != nil {
			return err
		}
	}
	return d.do(ctx, p.create)
}

// makePrograms makes objects of which some may need others: views on views.
func (d *DB) makePrograms(ctx context.Context, list []*program) error {
	for len(list) > 0 {
		var left []*program
		var first error
		for _, p := range list {
			err := d.makeProgram(ctx, p)
			if _, ok := live.AsFailure(err); err != nil && !ok {
				return err
			}
			if err != nil {
				if left = append(left, p); first == nil {
					first = fmt.Errorf("%s cannot be made again: %w", p.of.Title(), err)
				}
			}
		}
		if len(left) == len(list) {
			at := slices.IndexFunc(left, func(p *program) bool { return p.of.Kind == "view" || p.of.Kind == "trigger" })
			if at < 0 || d.force(ctx, left[at]) != nil {
				return first
			}
			left = slices.Delete(left, at, at+1)
		}
		list = left
	}
	return d.do(ctx, "SET NAMES utf8mb4")
}
