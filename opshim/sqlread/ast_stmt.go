package sqlread

// Statement is one statement. The set is closed.
type Statement interface{ stmt() }

// Parsed is a statement with its place in the text.
type Parsed struct {
	Stmt       Statement
	Start, End int // byte offsets in the text, without the semicolon
	Text       string
	Binds      int // bind parameters in it
}

// Constraint is a table constraint, or the column constraint that amounts to it.
type Constraint struct {
	Kind       string // primary, unique, foreign, check, exclude
	Name       string // empty if not given
	Columns    []string
	Keys       string // canonical text of the elements of EXCLUDE, or of MySQL key parts with lengths
	RefTable   QName
	RefColumns []string
	OnDelete   string // cascade, set null, …; empty for no action
	OnUpdate   string
	Match      string
	Expr       Expr // of CHECK
	Text       string
	Source     string // what stands in the parentheses of CHECK, as written
	Deferrable bool
	Deferred   bool // INITIALLY DEFERRED
	Timed      bool // it says when it is checked, if only NOT DEFERRABLE
	NotValid   bool
	NoInherit  bool
	UsingIndex string
	Nulls      bool     // UNIQUE NULLS NOT DISTINCT
	Include    []string // INCLUDE (…)
	Inline     bool     // written on the column
}

// ColumnDef is a column of CREATE TABLE, ADD COLUMN, MODIFY or CHANGE.
type ColumnDef struct {
	Name        string
	Type        TypeName // empty Name if none is written
	NotNull     bool
	Null        bool // an explicit NULL
	Default     Expr
	DefaultText string // canonical; empty if no default
	OnUpdate    string // MySQL ON UPDATE …
	Generated   string // canonical expression of GENERATED ALWAYS AS (…)
	GenExpr     Expr
	Stored      bool
	Identity    string // "always" or "by default" with canonical options
	Collate     string
	Comment     *string
	AutoInc     bool
	Constraints []Constraint
	Position    string // MySQL FIRST, AFTER x
	Extra       string // whatever else is canonical text, e.g. "storage external"
}

// IndexDef is what an index is made of.
type IndexDef struct {
	Name    string
	Unique  bool
	Method  string // btree, gin, …; fulltext, spatial for MySQL
	Keys    []IndexKey
	Include []string
	Where   string // canonical
	Pred    Expr
	With    string // canonical
	Nulls   bool   // NULLS NOT DISTINCT
}

// IndexKey is one key of an index. Column is empty for an expression.
type IndexKey struct {
	Column string
	Quoted bool // the column's name stands in quotes
	Expr   Expr
	Text   string // canonical, with collation, operator class and direction
}

// The statements.
type (
	// CreateTable is CREATE TABLE in all its forms.
	CreateTable struct {
		Name        QName
		IfNotExists bool
		Temporary   bool
		Columns     []ColumnDef
		Constraints []Constraint
		Indexes     []IndexDef        // MySQL KEY
		Options     map[string]string // canonical, such as unlogged, strict, engine, comment, partition by
		PartitionOf *QName
		Bound       string
		Like        *QName
		As          *Query
		AsText      string
		NoData      bool
	}
	// AlterTable is ALTER TABLE with its actions in order.
	AlterTable struct {
		Name     QName
		IfExists bool
		Only     bool
		Actions  []Action
	}
	// CreateIndex is CREATE INDEX.
	CreateIndex struct {
		Index        IndexDef
		Table        QName
		IfNotExists  bool
		Concurrently bool
	}
	// CreateView is CREATE [MATERIALIZED] VIEW.
	CreateView struct {
		Name         QName
		OrReplace    bool
		IfNotExists  bool
		Materialized bool
		Columns      []string
		Query        *Query // nil if not understood
		Text         string // canonical query
		Options      string // canonical
		NoData       bool
		Uses         []QName // names after FROM and JOIN
	}
	// CreateObject is CREATE of anything that is described by its text alone:
	// sequence, type, enum, domain, function, procedure, trigger, policy,
	// schema, extension, rule, and the like.
	CreateObject struct {
		Kind        string
		Name        QName
		On          QName // the table of a trigger, policy or rule
		OrReplace   bool
		IfNotExists bool
		Labels      []string // of an enum
		Base        TypeName // of a domain
		Checks      []Constraint
		NotNull     bool
		Default     string
		Uses        []QName // functions called, tables named
		Text        string  // canonical definition without the name
		Body        string  // source text of a routine or trigger
		Signature   string  // argument types of a routine
	}
	// AlterObject is ALTER of anything but a table.
	AlterObject struct {
		Kind   string
		Name   QName
		On     QName
		Action Action
	}
	// Drop is DROP of anything.
	Drop struct {
		Kind         string
		Names        []QName
		On           QName // the table of a trigger or policy, or of a MySQL index
		IfExists     bool
		Cascade      bool
		Concurrently bool
		Signature    string
	}
	// Comment is COMMENT ON; Text is nil for IS NULL.
	Comment struct {
		Kind string // table, column, …
		Name QName
		On   QName // the table of a column, constraint, trigger
		Text *string
	}
	// Grant is GRANT or REVOKE.
	Grant struct {
		Revoke  bool
		Privs   []string // canonical, with column lists
		Kind    string   // table, schema, sequence, …
		Objects []string
		To      []string
		Options string
	}
	// Insert is INSERT or REPLACE.
	Insert struct {
		With       []CTE
		Table      QName
		Alias      string
		Columns    []string // nil: all
		Query      *Query   // VALUES too; nil for DEFAULT VALUES
		Replace    bool     // REPLACE, INSERT OR REPLACE
		Ignore     bool     // INSERT IGNORE, OR IGNORE
		OnConflict bool
		Target     []string // columns of ON CONFLICT
		DoNothing  bool
		Set        []Assign // DO UPDATE SET, ON DUPLICATE KEY UPDATE
		SetWhere   Expr
		Returning  []Item
		Overriding string
	}
	// Update is UPDATE.
	Update struct {
		With      []CTE
		Table     QName
		Alias     string
		Joins     Source // MySQL: UPDATE a JOIN b …, the whole source; else nil
		Set       []Assign
		From      []Source
		Where     Expr
		Returning []Item
		Limited   bool // ORDER BY or LIMIT
	}
	// Delete is DELETE.
	Delete struct {
		With      []CTE
		Table     QName
		Alias     string
		Using     []Source
		Joins     Source
		Where     Expr
		Returning []Item
		Limited   bool
	}
	// Truncate is TRUNCATE.
	Truncate struct {
		Tables  []QName
		Cascade bool
		Restart bool
	}
	// Select is a query on its own.
	Select struct {
		Query *Query
		Into  *QName // SELECT … INTO t
	}
	// Pragma is SQLite's PRAGMA.
	Pragma struct{ Name, Value string }
	// Set is SET name = value, in canonical text.
	Set struct{ Name, Value string }
	// Transaction is BEGIN, COMMIT, ROLLBACK, SAVEPOINT ….
	Transaction struct{ What string }
	// Refresh is REFRESH MATERIALIZED VIEW.
	Refresh struct {
		Name         QName
		Concurrently bool
		NoData       bool
	}
	// Do is an anonymous block.
	Do struct{ Body, Language string }
	// NoEffect is a statement that changes neither schema nor rows: ANALYZE, LOCK, ….
	NoEffect struct{ What string }
	// Unknown is a statement that was not understood.
	Unknown struct {
		Reason string
		Verb   string // first word
	}
)

// Assign is one assignment of SET. Several columns stand for (a, b) = ….
type Assign struct {
	Columns []string
	Value   Expr // nil for DEFAULT
}

func (*CreateTable) stmt()  {}
func (*AlterTable) stmt()   {}
func (*CreateIndex) stmt()  {}
func (*CreateView) stmt()   {}
func (*CreateObject) stmt() {}
func (*AlterObject) stmt()  {}
func (*Drop) stmt()         {}
func (*Comment) stmt()      {}
func (*Grant) stmt()        {}
func (*Insert) stmt()       {}
func (*Update) stmt()       {}
func (*Delete) stmt()       {}
func (*Truncate) stmt()     {}
func (*Select) stmt()       {}
func (*Pragma) stmt()       {}
func (*Set) stmt()          {}
func (*Transaction) stmt()  {}
func (*Refresh) stmt()      {}
func (*Do) stmt()           {}
func (*NoEffect) stmt()     {}
func (*Unknown) stmt()      {}

// Action is one action of ALTER. The set is closed.
type Action interface{ action() }

// The actions.
type (
	// AddColumn is ADD COLUMN.
	AddColumn struct {
		Column      ColumnDef
		IfNotExists bool
	}
	// DropColumn is DROP COLUMN.
	DropColumn struct {
		Name     string
		IfExists bool
		Cascade  bool
	}
	// ModifyColumn is MySQL's MODIFY and CHANGE: the whole definition anew.
	ModifyColumn struct {
		Old    string
		Column ColumnDef
	}
	// ColumnType is ALTER COLUMN … TYPE.
	ColumnType struct {
		Name    string
		Type    TypeName
		Collate string
		Using   Expr
	}
	// ColumnNull is SET or DROP NOT NULL.
	ColumnNull struct {
		Name    string
		NotNull bool
	}
	// ColumnDefault is SET or DROP DEFAULT; Text is empty for DROP.
	ColumnDefault struct {
		Name  string
		Value Expr
		Text  string
	}
	// ColumnOption is any other ALTER COLUMN, as canonical key and value; an
	// empty value means the option's default.
	ColumnOption struct{ Name, Key, Value string }
	// RenameColumn is RENAME COLUMN.
	RenameColumn struct{ Old, New string }
	// Rename is RENAME TO.
	Rename struct{ New QName }
	// RenameConstraint is RENAME CONSTRAINT.
	RenameConstraint struct{ Old, New string }
	// RenameIndex is MySQL's RENAME INDEX.
	RenameIndex struct{ Old, New string }
	// AddConstraint is ADD CONSTRAINT, PRIMARY KEY, UNIQUE, ….
	AddConstraint struct{ Constraint Constraint }
	// DropConstraint is DROP CONSTRAINT, or MySQL's DROP FOREIGN KEY (Kind says
	// which; empty for any).
	DropConstraint struct {
		Kind, Name string
		IfExists   bool
		Cascade    bool
	}
	// AlterConstraint is ALTER CONSTRAINT and VALIDATE CONSTRAINT.
	AlterConstraint struct {
		Name     string
		Validate bool
		Text     string
	}
	// AddIndex is MySQL's ADD INDEX.
	AddIndex struct{ Index IndexDef }
	// DropIndex is MySQL's DROP INDEX.
	DropIndex struct {
		Name     string
		IfExists bool
	}
	// Option sets something else, as canonical key and value; an empty value
	// means the option's default.
	Option struct{ Key, Value string }
	// AddValue is ALTER TYPE … ADD VALUE.
	AddValue struct {
		Label         string
		IfNotExists   bool
		Before, After string
	}
	// RenameValue is ALTER TYPE … RENAME VALUE.
	RenameValue struct{ Old, New string }
	// SetSchema is SET SCHEMA.
	SetSchema struct{ Schema string }
	// Attach and Detach are ATTACH and DETACH PARTITION.
	Attach struct {
		Partition QName
		Bound     string
	}
	// Detach is DETACH PARTITION.
	Detach struct{ Partition QName }
	// OtherAction was not understood.
	OtherAction struct{ Text string }
)

func (*AddColumn) action()        {}
func (*DropColumn) action()       {}
func (*ModifyColumn) action()     {}
func (*ColumnType) action()       {}
func (*ColumnNull) action()       {}
func (*ColumnDefault) action()    {}
func (*ColumnOption) action()     {}
func (*RenameColumn) action()     {}
func (*Rename) action()           {}
func (*RenameConstraint) action() {}
func (*RenameIndex) action()      {}
func (*AddConstraint) action()    {}
func (*DropConstraint) action()   {}
func (*AlterConstraint) action()  {}
func (*AddIndex) action()         {}
func (*DropIndex) action()        {}
func (*Option) action()           {}
func (*AddValue) action()         {}
func (*RenameValue) action()      {}
func (*SetSchema) action()        {}
func (*Attach) action()           {}
func (*Detach) action()           {}
func (*OtherAction) action()      {}
