package schema

// Constraint is a table constraint. The set is closed.
type Constraint interface {
	// Base is what all constraints share.
	Base() *ConstraintBase
	constraint()
}

// ConstraintBase is what all constraints share.
type ConstraintBase struct {
	Name       ConstraintName
	Deferrable Tri
	Initially  string
	Comment    string
	Options    Options
	// Created orders constraints by construction, as SQLAlchemy renders them.
	Created int
	// Implicit is true for a constraint that a column implied (unique=True,
	// ForeignKey, a type's CHECK, primary_key=True).
	Implicit bool
	// CreateRule names the condition under which the constraint is rendered:
	// "" always; "boolean": dialect has no native boolean; "enum": the type is not
	// rendered natively.
	CreateRule string
	// Hook renders the constraint in place of the compiler, where a script asked
	// for that; nil otherwise.
	Hook ConstraintHook
}

// A ConstraintHook is a script's own way to render a class of constraints.
type ConstraintHook interface {
	// CompileConstraint renders k; plain is the compiler's own text, and whether
	// it prints the constraint at all. done is false when the script has no form
	// for the dialect.
	CompileConstraint(dialect string, k Constraint, plain func() (string, bool)) (text string, ok, done bool, err error)
}

// Base implements Constraint for everything that embeds ConstraintBase.
func (b *ConstraintBase) Base() *ConstraintBase { return b }

// PrimaryKey is PRIMARY KEY; Columns are column names in order.
type PrimaryKey struct {
	ConstraintBase
	Columns []string
}

// Unique is UNIQUE over column names.
type Unique struct {
	ConstraintBase
	Columns []string
}

// ForeignKey is FOREIGN KEY. Columns are names of this table's columns (empty on
// a ForeignKey inside Column(...), which means that column).
type ForeignKey struct {
	ConstraintBase
	Columns    []string
	RefTable   Name
	RefColumns []string
	OnDelete   string
	OnUpdate   string
	Match      string
	UseAlter   bool
	LinkToName bool
	// Ref is the referred table when it is known as an object.
	Ref *Table
}

// Check is CHECK. Column is set for the CHECK that a Boolean or Enum type implies
// (Implicit) and for one written inside Column(...).
type Check struct {
	ConstraintBase
	Expr   Expr
	Column string
	// ColumnLevel is true for a CheckConstraint inside Column(...): rendered with
	// the column.
	ColumnLevel bool
}

// Exclude is PostgreSQL's EXCLUDE.
type Exclude struct {
	ConstraintBase
	Elements []ExcludeElement
	Using    string // default gist
	Where    Expr
	Ops      Options // operator classes by column key
}

// ExcludeElement is one "expression WITH operator".
type ExcludeElement struct {
	// Column is the name when the element is a plain column; else Expr.
	Column   string
	Expr     Expr
	Operator string
}

func (*PrimaryKey) constraint() {}
func (*Unique) constraint()     {}
func (*ForeignKey) constraint() {}
func (*Check) constraint()      {}
func (*Exclude) constraint()    {}

// Index is an index of a table. As an item of a Table its Table field may be
// empty.
type Index struct {
	Name     ConstraintName
	Elements []IndexElement
	Unique   bool
	Options  Options
	Created  int
	// FromColumn is true for the index of a Column(index=True).
	FromColumn bool
}

// IndexElement is a plain column (its key) or an expression.
type IndexElement struct {
	Column string
	Expr   Expr
	// Key is what options such as postgresql_ops call the expression, if it is
	// not its own name: op.create_index lets a text() stand for itself.
	Key string
}
