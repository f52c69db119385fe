package pyalembic

import (
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// constraint makes a constraint through SQLAlchemy's class, which checks the
// keyword arguments, and gives it as data.
func (c *call) constraint(class string, pos []pyrt.Value, kw []pyrt.Keyword) (schema.Constraint, error) {
	kw = append(kw, pyrt.Keyword{Name: "name", Value: c.get("constraint_name")})
	v, err := c.l.saCall(c.t, class, pyrt.Args{Pos: pos, Kw: kw})
	if err != nil {
		return nil, err
	}
	return c.l.sa.ConstraintOf(v)
}

// constraintAs is constraint for a class whose constraints are K's.
func constraintAs[K schema.Constraint](c *call, class string, pos []pyrt.Value, kw []pyrt.Keyword) (K, error) {
	var none K
	k, err := c.constraint(class, pos, kw)
	if err != nil {
		return none, err
	}
	return kindOf[K](k)
}

// kindOf is a constraint as one of its kind.
func kindOf[K schema.Constraint](k schema.Constraint) (K, error) {
	own, ok := k.(K)
	if !ok {
		return own, pyrt.Errorf(pyrt.TypeError, "unexpected kind of constraint %T", k)
	}
	return own, nil
}

// onColumns is the table and the constraint over columns of it that a directive
// makes.
func onColumns[K schema.Constraint](c *call, class string) (schema.Name, K, error) {
	var none K
	name, err := c.table()
	if err != nil {
		return name, none, err
	}
	cols, err := c.columnNames("columns")
	if err != nil {
		return name, none, err
	}
	k, err := constraintAs[K](c, class, cols, c.rest("schema"))
	return name, k, err
}

// columnNames is the columns argument; a text counts letter by letter, as it
// does in Alembic.
func (c *call) columnNames(arg string) ([]pyrt.Value, error) { return pyrt.Collect(c.t, c.get(arg)) }

func buildCreatePrimaryKey(c *call) (op.Op, pyrt.Value, error) {
	name, pk, err := onColumns[*schema.PrimaryKey](c, "PrimaryKeyConstraint")
	return done(&op.CreatePrimaryKey{Table: name, Constraint: pk}, err)
}

func buildCreateUnique(c *call) (op.Op, pyrt.Value, error) {
	name, uq, err := onColumns[*schema.Unique](c, "UniqueConstraint")
	return done(&op.CreateUniqueConstraint{Table: name, Constraint: uq}, err)
}

func buildCreateCheck(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	ck, err := constraintAs[*schema.Check](c, "CheckConstraint", []pyrt.Value{c.get("condition")}, c.rest("schema"))
	return done(&op.CreateCheckConstraint{Table: name, Constraint: ck}, err)
}

// foreignKeyArgs are the arguments of create_foreign_key that go to the
// constraint as they are.
var foreignKeyArgs = []string{"onupdate", "ondelete", "deferrable", "initially", "match"}

func buildCreateForeignKey(c *call) (op.Op, pyrt.Value, error) {
	source, err := c.tableName("source_table", "source_schema")
	if err != nil {
		return nil, nil, err
	}
	referent, err := c.tableName("referent_table", "referent_schema")
	if err != nil {
		return nil, nil, err
	}
	local, err := c.columnNames("local_cols")
	if err != nil {
		return nil, nil, err
	}
	remote, err := c.names("remote_cols")
	if err != nil {
		return nil, nil, err
	}
	targets := make([]pyrt.Value, len(remote))
	for i, r := range remote {
		targets[i] = pyrt.Str(referent.String() + "." + r)
	}
	kw := c.rest(append([]string{"source_schema", "referent_schema"}, foreignKeyArgs...)...)
	for _, a := range foreignKeyArgs {
		kw = append(kw, pyrt.Keyword{Name: a, Value: c.get(a)})
	}
	fk, err := constraintAs[*schema.ForeignKey](c, "ForeignKeyConstraint", []pyrt.Value{pyrt.NewList(local...), pyrt.NewList(targets...)}, kw)
	if err != nil {
		return nil, nil, err
	}
	fk.RefTable, fk.RefColumns = referent, remote
	return done(&op.CreateForeignKey{Table: source, Constraint: fk}, nil)
}

func buildCreateExclude(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	elems, err := pyrt.Collect(c.t, c.get("elements"))
	if err != nil {
		return nil, nil, err
	}
	class, err := c.l.saName(c.t, "sqlalchemy.dialects.postgresql", "ExcludeConstraint")
	if err != nil {
		return nil, nil, err
	}
	kw := c.rest("schema", "_orig_constraint")
	kw = append(kw, pyrt.Keyword{Name: "name", Value: c.get("constraint_name")})
	if w, ok := c.args["where"]; ok && w != pyrt.None {
		kw = append(kw, pyrt.Keyword{Name: "where", Value: w})
	}
	v, err := pyrt.Call(c.t, class, pyrt.Args{Pos: elems, Kw: kw})
	if err != nil {
		return nil, nil, err
	}
	k, err := c.l.sa.ConstraintOf(v)
	if err != nil {
		return nil, nil, err
	}
	ex, err := kindOf[*schema.Exclude](k)
	return done(&op.CreateExcludeConstraint{Table: name, Constraint: ex}, err)
}

func buildDropConstraint(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	o := &op.DropConstraint{Table: name}
	if o.Type, err = c.constraintType(); err != nil {
		return nil, nil, err
	}
	if o.Name, err = c.l.sa.NameOf(c.get("constraint_name")); err != nil {
		return nil, nil, err
	}
	o.IfExists, err = c.tri("if_exists")
	return done(o, err)
}

// constraintType checks the type_ argument of drop_constraint.
func (c *call) constraintType() (string, error) {
	v, ok := c.given("type_")
	if !ok {
		return "", nil
	}
	kinds := []string{"foreignkey", "primary", "unique", "check"}
	if s, ok := pyrt.AsStr(v); ok && contains(kinds, s) {
		return s, nil
	}
	shown := []string{"None"}
	for _, k := range kinds {
		shown = append(shown, "'"+k+"'")
	}
	sort.Strings(shown)
	return "", pyrt.Errorf(pyrt.TypeError, "'type' can be one of %s", strings.Join(shown, ", "))
}
