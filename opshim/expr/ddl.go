package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// The DDL elements of sqlalchemy.schema, as statements.
type (
	// CreateTable is CREATE TABLE. OnlyFKs limits the foreign keys to those named
	// when FKsGiven is set (include_foreign_key_constraints).
	CreateTable struct {
		Table       *schema.Table
		IfNotExists bool
		FKsGiven    bool
		OnlyFKs     []*schema.ForeignKey
	}
	// DropTable is DROP TABLE.
	DropTable struct {
		Table    *schema.Table
		IfExists bool
	}
	// CreateView and DropView are CREATE VIEW and DROP VIEW of SQLAlchemy 2.1.
	CreateIndex struct {
		Table       *schema.Table
		Index       *schema.Index
		IfNotExists bool
	}
	// DropIndex is DROP INDEX.
	DropIndex struct {
		Table    *schema.Table
		Index    *schema.Index
		IfExists bool
	}
	// CreateSequence is CREATE SEQUENCE.
	CreateSequence struct {
		Sequence    *schema.Sequence
		IfNotExists bool
	}
	// DropSequence is DROP SEQUENCE.
	DropSequence struct {
		Sequence *schema.Sequence
		IfExists bool
	}
	// CreateSchema is CREATE SCHEMA.
	CreateSchema struct {
		Name        string
		Quote       schema.Tri
		IfNotExists bool
	}
	// DropSchema is DROP SCHEMA.
	DropSchema struct {
		Name     string
		Quote    schema.Tri
		IfExists bool
		Cascade  bool
	}
	// AddConstraint is ALTER TABLE ... ADD constraint.
	AddConstraint struct {
		Table      *schema.Table
		Constraint schema.Constraint
	}
	// DropConstraint is ALTER TABLE ... DROP CONSTRAINT.
	DropConstraint struct {
		Table      *schema.Table
		Constraint schema.Constraint
		IfExists   bool
		Cascade    bool
	}
	// CreateType is CREATE TYPE ... AS ENUM or CREATE DOMAIN, by the type's Kind.
	CreateType struct{ Type schema.Type }
	// DropType is DROP TYPE or DROP DOMAIN.
	DropType struct{ Type schema.Type }
	// SetTableComment is COMMENT ON TABLE with the table's comment.
	SetTableComment struct{ Table *schema.Table }
	// DropTableComment is COMMENT ON TABLE ... IS NULL.
	DropTableComment struct{ Table *schema.Table }
	// SetColumnComment is COMMENT ON COLUMN; Column is the key.
	SetColumnComment struct {
		Table  *schema.Table
		Column string
	}
	// DropColumnComment is COMMENT ON COLUMN ... IS NULL.
	DropColumnComment struct {
		Table  *schema.Table
		Column string
	}
	// SetConstraintComment is COMMENT ON CONSTRAINT.
	SetConstraintComment struct {
		Table      *schema.Table
		Constraint schema.Constraint
	}
	// DropConstraintComment is COMMENT ON CONSTRAINT ... IS NULL.
	DropConstraintComment struct {
		Table      *schema.Table
		Constraint schema.Constraint
	}
	// DDLText is DDL("..."): raw text, in which %(table)s, %(schema)s and
	// %(fullname)s stand for Table, and %(name)s for Context values.
	DDLText struct {
		SQL     string
		Table   *schema.Table
		Context schema.Options // strings
	}
	// CreateColumn is the specification of one column, as CREATE TABLE lists it.
	CreateColumn struct {
		Table  *schema.Table
		Column *schema.Column
	}
)
