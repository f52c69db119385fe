package schema

// Column is a column of a table as DDL sees it.
type Column struct {
	Name  string
	Quote Tri
	// Key is the name in Python; empty means Name.
	Key        string
	Type       Type
	PrimaryKey bool
	// Nullable is what the script said; see IsNullable.
	Nullable Tri
	// Autoincrement: "auto" (also ""), "true", "false", "ignore_fk".
	Autoincrement string
	// ServerDefault is nil when there is none.
	ServerDefault Default
	// ServerOnUpdate is server_onupdate: no DDL effect, FetchedValue or expression.
	ServerOnUpdate Default
	// Default and OnUpdate are the client-side defaults: they have no DDL effect
	// but take part in INSERT and UPDATE of this table.
	Default  ClientDefault
	OnUpdate ClientDefault
	Sequence *Sequence // Column(Sequence(...))
	Unique   Tri
	Index    Tri
	Comment  *string
	Options  Options
	// ForeignKeys and Checks are the constraints written inside Column(...). When
	// the column joins a Table, foreign keys also become Table.Constraints.
	ForeignKeys []*ForeignKey
	Checks      []*Check
	// Attached are table constraints that Python code made when the column joined
	// its table (SQLAlchemy's attachment events), AttachedIndexes its indexes.
	Attached        []Constraint
	AttachedIndexes []*Index
	System          bool
	// Created orders columns and constraints of one run by construction.
	Created int
}

// KeyName is the name a script uses for the column.
func (c *Column) KeyName() string {
	if c.Key != "" {
		return c.Key
	}
	return c.Name
}

// IsNullable is the resolved nullability: not given means "not a primary key and
// no IDENTITY".
func (c *Column) IsNullable() bool {
	if c.Nullable != Unset {
		return c.Nullable == Yes
	}
	if _, ok := c.ServerDefault.(*Identity); ok {
		return false
	}
	return !c.PrimaryKey
}

// Default is a server-side default. The set is closed.
type Default interface{ isDefault() }

// The server-side defaults.
type (
	// StringDefault is a Python string: always rendered as a quoted literal.
	StringDefault struct{ Text string }
	// ExprDefault is text("..."), a function or another expression.
	ExprDefault struct{ Expr Expr }
	// FetchedValue says the database makes a value; no DDL.
	FetchedValue struct{}
)

// Identity is GENERATED ... AS IDENTITY.
type Identity struct {
	Always  bool
	OnNull  Tri
	Options SequenceOptions
}

// Computed is GENERATED ALWAYS AS (...).
type Computed struct {
	// SQL is text("...") for a plain string.
	SQL       Expr
	Persisted Tri
}

func (StringDefault) isDefault() {}
func (ExprDefault) isDefault()   {}
func (FetchedValue) isDefault()  {}
func (*Identity) isDefault()     {}
func (*Computed) isDefault()     {}

// ClientDefault is a default that SQLAlchemy computes when it builds an INSERT or
// UPDATE. The set is closed; nil is none.
type ClientDefault interface{ isClientDefault() }

// The client-side defaults.
type (
	// ScalarDefault is a plain value.
	ScalarDefault struct{ Value any }
	// ClauseDefault is an SQL expression, rendered into the statement.
	ClauseDefault struct{ Expr Expr }
	// CallableDefault is Python code, called for each row.
	CallableDefault struct{ Call func() (any, error) }
)

func (ScalarDefault) isClientDefault()   {}
func (ClauseDefault) isClientDefault()   {}
func (CallableDefault) isClientDefault() {}

// SequenceOptions are the options that sequences and identities share. Nil and
// Unset are "not given".
type SequenceOptions struct {
	Start, Increment   *int64
	MinValue, MaxValue *int64
	NoMinValue         bool
	NoMaxValue         bool
	NoMinValueSet      Tri // nominvalue as given; differs from NoMinValue only for an explicit False
	NoMaxValueSet      Tri
	Cycle              Tri
	Cache              *int64
	Order              Tri
}

// Sequence is a named sequence.
type Sequence struct {
	Name     Name
	Options  SequenceOptions
	DataType *Type
	Optional bool
	Metadata bool // bound to a MetaData
}
