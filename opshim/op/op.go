package op

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// Op is one directive. The set is closed.
type Op interface{ op() }

// CreateTable is op.create_table. Table is complete: columns with what they
// imply (schema.Table.Add was used), comment, prefixes, options.
type CreateTable struct {
	Table       *schema.Table
	IfNotExists schema.Tri
}

// DropTable is op.drop_table. Table has columns only if the op was made with
// them.
type DropTable struct {
	Table    schema.Name
	IfExists schema.Tri
	Options  schema.Options
	// Def is the table when the directive was built from one; usually nil.
	Def *schema.Table
}

// RenameTable is op.rename_table.
type RenameTable struct {
	Table schema.Name
	New   string
}

// AddColumn is op.add_column.
type AddColumn struct {
	Table            schema.Name
	Column           *schema.Column
	IfNotExists      schema.Tri
	InlineReferences schema.Tri
	InlinePrimaryKey schema.Tri
	// InsertBefore and InsertAfter are of batch mode.
	InsertBefore, InsertAfter string
}

// DropColumn is op.drop_column.
type DropColumn struct {
	Table    schema.Name
	Column   string
	Quote    schema.Tri
	IfExists schema.Tri
	Options  schema.Options
	// Type is existing_type of batch mode; nil if not given.
	Type *schema.Type
}

// DefaultArg is a server default argument: not given (False in Python), or
// given; then a nil Value is None.
type DefaultArg struct {
	Given bool
	Value schema.Default
}

// CommentArg is a comment argument: not given (False in Python), or given; then a
// nil Text is None.
type CommentArg struct {
	Given bool
	Text  *string
}

// AlterColumn is op.alter_column.
type AlterColumn struct {
	Table                 schema.Name
	Column                string
	ColumnQuote           schema.Tri
	Nullable              schema.Tri
	Comment               CommentArg
	ServerDefault         DefaultArg
	NewName               *string
	NewNameQuote          schema.Tri
	Type                  *schema.Type
	ExistingType          *schema.Type
	ExistingServerDefault DefaultArg
	ExistingNullable      schema.Tri
	// ExistingComment: nil is None, the default.
	ExistingComment       *string
	Autoincrement         schema.Tri
	ExistingAutoincrement schema.Tri
	// Using is postgresql_using.
	Using *string
	// BareType is true when type_ (or else existing_type) is a class, not an
	// instance: Alembic does not see then that a MySQL column is a DATETIME.
	BareType bool
	Options  schema.Options
	// InsertBefore and InsertAfter are of batch mode.
	InsertBefore, InsertAfter string
}

// CreateIndex is op.create_index.
type CreateIndex struct {
	Table       schema.Name
	Index       *schema.Index
	IfNotExists schema.Tri
}

// DropIndex is op.drop_index. Table is empty when no table_name was given.
type DropIndex struct {
	Name     schema.ConstraintName
	Table    string
	Schema   string
	IfExists schema.Tri
	Options  schema.Options
}

// CreatePrimaryKey is op.create_primary_key.
type CreatePrimaryKey struct {
	Table      schema.Name
	Constraint *schema.PrimaryKey
}

// CreateUniqueConstraint is op.create_unique_constraint.
type CreateUniqueConstraint struct {
	Table      schema.Name
	Constraint *schema.Unique
}

// CreateForeignKey is op.create_foreign_key.
type CreateForeignKey struct {
	Table      schema.Name
	Constraint *schema.ForeignKey
}

// CreateCheckConstraint is op.create_check_constraint.
type CreateCheckConstraint struct {
	Table      schema.Name
	Constraint *schema.Check
}

// CreateExcludeConstraint is op.create_exclude_constraint.
type CreateExcludeConstraint struct {
	Table      schema.Name
	Constraint *schema.Exclude
}

// DropConstraint is op.drop_constraint. Type is "foreignkey", "primary",
// "unique", "check" or "".
type DropConstraint struct {
	Table    schema.Name
	Name     schema.ConstraintName
	Type     string
	IfExists schema.Tri
	Options  schema.Options
}

// CreateTableComment is op.create_table_comment; a nil Comment is None.
type CreateTableComment struct {
	Table           schema.Name
	Comment         *string
	ExistingComment *string
}

// DropTableComment is op.drop_table_comment.
type DropTableComment struct {
	Table           schema.Name
	ExistingComment *string
}

// BulkInsert is op.bulk_insert. Rows keep the order of their keys. A value is a
// database value, or (in Expr) an SQL expression such as inline_literal.
type BulkInsert struct {
	Table       *schema.Table
	Rows        [][]Cell
	MultiInsert bool
}

// Cell is one value of a BulkInsert row. Column is the key given.
type Cell struct {
	Column string
	Value  any
	Expr   expr.Expr
}

// Execute is op.execute, and connection.execute where no answer is wanted.
type Execute struct {
	Stmt expr.Stmt
	// Params are the parameters of connection.execute; ignored offline.
	Params []map[string]any
	// Options are execution options.
	Options schema.Options
}

// BatchAlterTable is a batch_alter_table block with everything that was queued
// in it, flushed at its end.
type BatchAlterTable struct {
	Table schema.Name
	// Recreate is "auto", "always" or "never".
	Recreate string
	// CopyFrom is copy_from=; nil means the table is reflected.
	CopyFrom          *schema.Table
	TableArgs         []schema.Item
	TableKwargs       schema.Options
	ReflectArgs       []schema.Item
	ReflectKwargs     schema.Options
	PartialReordering [][]string
	Naming            *schema.NamingConvention
	// Ops are the queued directives, in order; each repeats the table's name.
	Ops []Op
}

// CreateType is CREATE TYPE or CREATE DOMAIN asked for by a script
// (enum.create(bind)), DropType the reverse. The kind of Type decides.
type (
	CreateType struct {
		Type       schema.Type
		CheckFirst bool
	}
	DropType struct {
		Type       schema.Type
		CheckFirst bool
	}
)

// CreateSchemaTable and its relatives are DDL elements that a script ran itself,
// with existence checks (table.create(bind, checkfirst=True)).
type CreateAll struct {
	Sequences  []*schema.Sequence // those that belong to no column, made first
	Tables     []*schema.Table
	CheckFirst bool
	// Only is the one of the tables that is made now, where they are made one after
	// the other; Keys that it is the turn of the foreign keys that come after all of
	// them. Neither is set for all at once.
	Only *schema.Table
	Keys bool
}

// Makes are the tables that are made now.
func (c *CreateAll) Makes() []*schema.Table {
	switch {
	case c.Keys:
		return nil
	case c.Only != nil:
		return []*schema.Table{c.Only}
	}
	return c.Tables
}

// DropAll is metadata.drop_all and table.drop.
type DropAll struct {
	Tables     []*schema.Table
	CheckFirst bool
}

// The transaction events.
type (
	// Begin prints or starts BEGIN.
	Begin struct{}
	// Commit ends the transaction.
	Commit struct{}
	// Rollback undoes it.
	Rollback struct{}
	// Savepoint is begin_nested().
	Savepoint struct{ Name string }
	// ReleaseSavepoint ends a savepoint.
	ReleaseSavepoint struct{ Name string }
	// RollbackToSavepoint undoes to a savepoint.
	RollbackToSavepoint struct{ Name string }
	// AutocommitBegin and AutocommitEnd bound an autocommit_block.
	AutocommitBegin struct{}
	AutocommitEnd   struct{}
)

// StaticOutput is text that goes to the output as it is (comments of --sql).
type StaticOutput struct{ Text string }

// Opaque is a directive whose arguments could not be determined.
type Opaque struct {
	Directive string
	Reason    string
	// Table is the table it concerns, if that much is known.
	Table schema.Name
}

func (*CreateTable) op()             {}
func (*DropTable) op()               {}
func (*RenameTable) op()             {}
func (*AddColumn) op()               {}
func (*DropColumn) op()              {}
func (*AlterColumn) op()             {}
func (*CreateIndex) op()             {}
func (*DropIndex) op()               {}
func (*CreatePrimaryKey) op()        {}
func (*CreateUniqueConstraint) op()  {}
func (*CreateForeignKey) op()        {}
func (*CreateCheckConstraint) op()   {}
func (*CreateExcludeConstraint) op() {}
func (*DropConstraint) op()          {}
func (*CreateTableComment) op()      {}
func (*DropTableComment) op()        {}
func (*BulkInsert) op()              {}
func (*Execute) op()                 {}
func (*BatchAlterTable) op()         {}
func (*CreateType) op()              {}
func (*DropType) op()                {}
func (*CreateAll) op()               {}
func (*DropAll) op()                 {}
func (*Begin) op()                   {}
func (*Commit) op()                  {}
func (*Rollback) op()                {}
func (*Savepoint) op()               {}
func (*ReleaseSavepoint) op()        {}
func (*RollbackToSavepoint) op()     {}
func (*AutocommitBegin) op()         {}
func (*AutocommitEnd) op()           {}
func (*StaticOutput) op()            {}
func (*Opaque) op()                  {}
