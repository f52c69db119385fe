package schema

// Type is a column type: the class of SQLAlchemy it was written as, and all of
// its parameters. Which parameters mean something depends on Kind.
type Type struct {
	// Kind is the name of the SQLAlchemy class: "Integer", "VARCHAR", "JSONB",
	// "TINYINT", "NullType"; "UserDefined" and "TypeDecorator" for classes of the
	// script's own. The zero value means NullType.
	Kind string
	// Dialect is the package the class comes from: "" for sqlalchemy itself,
	// else "postgresql", "mysql", "sqlite", "mssql", "oracle".
	Dialect string

	Length    *int // characters or bytes; BIT: bits
	Precision *int // digits, or of fractions of seconds; mysql fsp
	Scale     *int // digits after the point
	// DecimalReturnScale and AsDecimal have no effect on SQL text but on results.
	AsDecimal Tri
	Timezone  bool
	Collation string
	// CollationSchema is collation_schema (SQLAlchemy 2.1).
	CollationSchema string

	// MySQL.
	Charset      string
	DisplayWidth *int
	Unsigned     bool
	Zerofill     bool
	ASCII        bool
	Unicode      bool
	Binary       bool
	National     bool
	Values       []string // SET, and mysql ENUM

	Enum *Enum // Enum, postgresql.ENUM, mysql.ENUM

	// Item and Dimensions: ARRAY. Item is also the subtype of a range or DOMAIN's
	// data type. ZeroIndexes: ARRAY(zero_indexes=True).
	Item        *Type
	Dimensions  *int
	ZeroIndexes bool

	Fields  string // INTERVAL(fields=...)
	Varying bool   // BIT(varying=True)

	AsUUID     Tri // Uuid, UUID: as_uuid
	Native     Tri // Uuid(native_uuid=), Interval(native=)
	NoneAsNull bool
	// SecondPrecision and DayPrecision: Interval(second_precision=, day_precision=).
	SecondPrecision *int
	DayPrecision    *int

	Boolean *BooleanCheck // Boolean(create_constraint=True, name=)
	Domain  *Domain       // postgresql.DOMAIN

	Variants []Variant

	// Impl is what a TypeDecorator wraps (as its class says), or the type that
	// PickleType and similar rest on when a script replaced it.
	Impl *Type
	// Name is the class name of a UserDefined or TypeDecorator type.
	Name string
	// Raw is the text of get_col_spec() of a UserDefined type, when it does not
	// depend on the dialect.
	Raw string
	// Hook answers for types whose SQL is made by Python code. Nil for others.
	Hook TypeHook
	// Extra keeps further keyword arguments (storage_format, remove_tzinfo, ...).
	Extra Options
}

// TypeHook is what a type class of the script's own answers.
type TypeHook interface {
	// ColSpec is the DDL text of the type for a dialect name ("postgresql"). ok
	// is false when the class has no text of its own for it.
	ColSpec(dialect string) (text string, ok bool, err error)
	// DialectImpl is what load_dialect_impl answers; nil means Type.Impl.
	DialectImpl(dialect string) (*Type, error)
	// BindValue is process_bind_param (or the value itself).
	BindValue(value any, dialect string) (any, error)
	// LiteralValue is process_literal_param as SQL text; ok is false when the
	// class does not define it.
	LiteralValue(value any, dialect string) (text string, ok bool, err error)
}

// Variant is the type that with_variant gives for one dialect name.
type Variant struct {
	Dialect string
	Type    Type
}

// Enum is the enumeration of an Enum type.
type Enum struct {
	Name   string // "" when none was given
	Schema string
	Labels []string
	// NotText is the Python class of a label that is no text, "" if all are: such
	// an Enum can be declared and used as a VARCHAR, but not be printed as a type.
	// Its label is the repr.
	NotText string
	// Members are the Python member names when labels came from a PEP 435 class
	// with values_callable; else empty.
	Members          []string
	Class            string // PEP 435 class name
	Native           bool   // native_enum, default true
	CreateConstraint bool
	// CreateType: Unset for sa.Enum (no such argument), else the argument of
	// postgresql.ENUM, whose default is Yes.
	CreateType    Tri
	Length        *int // VARCHAR length when not native; nil: the longest label
	NoLength      bool // length=None was given: VARCHAR without a length
	InheritSchema bool
	// Metadata is true when the type was bound to a MetaData (metadata=).
	Metadata bool
	// ConstraintName is the name for the CHECK; normally that of the type.
	ConstraintName ConstraintName
	OmitAliases    bool
	ValidateString bool
	Quote          Tri
}

// BooleanCheck is the CHECK constraint of a Boolean type.
type BooleanCheck struct{ Name ConstraintName }

// Domain is what CREATE DOMAIN says besides name and data type.
type Domain struct {
	Name      string
	Schema    string
	Collation string
	// CollationSchema is collation_schema (SQLAlchemy 2.1).
	CollationSchema string
	Default         Default
	ConstraintName  string
	NotNull         Tri
	Check           Expr
	CreateType      Tri
}

// IsNull reports whether t is NullType, the type of what has none.
func (t Type) IsNull() bool { return t.Kind == "" || t.Kind == "NullType" }

// Is reports whether t is the class kind of dialect ("" for generic).
func (t Type) Is(kind, dialect string) bool { return t.Kind == kind && t.Dialect == dialect }

// EnumMember is the database value "member of a PEP 435 class": which of the two
// is stored depends on the Enum type it meets (the name, unless values_callable).
type EnumMember struct {
	Class string
	Name  string
	Value any
}
