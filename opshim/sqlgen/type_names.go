package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// maxTypeDepth limits variants of variants, arrays of arrays and decorators of
// decorators.
const maxTypeDepth = 50

// CompileType is the DDL text of a type.
func (d *Dialect) CompileType(t schema.Type) (string, error) { return d.typeText(t, 0) }

// implType picks the variant for this dialect and unwraps decorators.
func (d *Dialect) implType(t schema.Type) (schema.Type, error) {
	for range maxTypeDepth {
		next, changed, err := d.unwrapOnce(t)
		if err != nil || !changed {
			return next, err
		}
		t = next
	}
	return t, &Error{Type: "Unsupported", Message: "type is wrapped too deeply"}
}

func (d *Dialect) unwrapOnce(t schema.Type) (schema.Type, bool, error) {
	for _, v := range t.Variants {
		if v.Dialect == d.pyName() {
			return v.Type, true, nil
		}
	}
	if t.Kind != "TypeDecorator" {
		return t, false, nil
	}
	if t.Hook != nil {
		impl, err := t.Hook.DialectImpl(d.pyName())
		if err != nil {
			return t, false, err
		}
		if impl != nil {
			return *impl, true, nil
		}
	}
	if t.Impl == nil {
		return t, false, nil
	}
	return *t.Impl, true, nil
}

func (d *Dialect) typeText(t schema.Type, depth int) (string, error) {
	if depth > maxTypeDepth {
		return "", &Error{Type: "Unsupported", Message: "type is nested too deeply"}
	}
	for _, v := range t.Variants {
		if v.Dialect == d.pyName() {
			return d.typeText(v.Type, depth+1)
		}
	}
	if t.Hook != nil {
		if text, ok, err := t.Hook.ColSpec(d.pyName()); err != nil || ok {
			return text, err
		}
	}
	if t.Kind == "TypeDecorator" {
		u, changed, err := d.unwrapOnce(t)
		if err != nil {
			return "", err
		}
		if changed {
			return d.typeText(u, depth+1)
		}
	}
	if t.Kind == "UserDefined" {
		return t.Raw, nil
	}
	if t.IsNull() {
		if d.Name == "default_enhanced" {
			return "NULL", nil
		}
		return "", &Error{Type: "CompileError", Message: "Can't generate DDL for NullType(); did you forget to specify a type on this Column?"}
	}
	return d.knownType(t, depth)
}

func (d *Dialect) knownType(t schema.Type, depth int) (string, error) {
	switch d.Name {
	case "postgresql":
		if s, ok, err := d.postgresType(t, depth); ok || err != nil {
			return s, err
		}
	case "mysql", "mariadb":
		if s, ok, err := d.mysqlType(t); ok || err != nil {
			return s, err
		}
	case "sqlite":
		if s, ok := sqliteType(t); ok {
			return s, nil
		}
	}
	if s, ok := d.genericType(t); ok {
		return s, nil
	}
	if d.Name == "default_enhanced" {
		return unknownType(t), nil
	}
	return "", &Error{Type: "UnsupportedCompilationError", Message: fmt.Sprintf("Compiler %s can't render element of type %s",
		d.compilerRepr(), t.Kind) + unsupportedLink}
}

// unknownType is what StrCompileDialect prints for types it has no form for.
func unknownType(t schema.Type) string {
	if t.Kind == strings.ToUpper(t.Kind) {
		return t.Kind
	}
	return t.Kind + "()"
}

// compilerRepr is the repr() of the type compiler, address zeroed as the
// comparison of conformance cases does.
func (d *Dialect) compilerRepr() string {
	switch d.Name {
	case "postgresql":
		return "<sqlalchemy.dialects.postgresql.base.PGTypeCompiler object at 0x0>"
	case "mysql":
		return "<sqlalchemy.dialects.mysql.base.MySQLTypeCompiler object at 0x0>"
	case "mariadb":
		return "<sqlalchemy.dialects.mysql.mariadb.MariaDBTypeCompiler object at 0x0>"
	case "sqlite":
		return "<sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler object at 0x0>"
	case "default_enhanced":
		return "<sqlalchemy.sql.compiler.StrSQLTypeCompiler object at 0x0>"
	}
	return "<sqlalchemy.sql.compiler.GenericTypeCompiler object at 0x0>"
}

func (d *Dialect) genericType(t schema.Type) (string, bool) {
	switch t.Kind {
	case "Integer", "INTEGER", "INT":
		return "INTEGER", true
	case "SmallInteger", "SMALLINT":
		return "SMALLINT", true
	case "BigInteger", "BIGINT":
		return "BIGINT", true
	case "Float", "FLOAT":
		return "FLOAT", true
	case "Double", "DOUBLE":
		return "DOUBLE", true
	case "DOUBLE_PRECISION":
		return "DOUBLE PRECISION", true
	case "REAL":
		return "REAL", true
	case "Numeric", "NUMERIC":
		return precise("NUMERIC", t), true
	case "DECIMAL":
		return precise("DECIMAL", t), true
	case "String", "Unicode", "VARCHAR", "AutoString":
		return d.stringType("VARCHAR", t), true
	case "Text", "UnicodeText", "TEXT":
		return d.stringType("TEXT", t), true
	case "CHAR", "NCHAR", "NVARCHAR":
		return d.stringType(t.Kind, t), true
	case "CLOB", "NCLOB", "DATE", "TIME", "DATETIME", "TIMESTAMP", "BLOB", "UUID", "BOOLEAN":
		return t.Kind, true
	case "BINARY", "VARBINARY":
		return t.Kind + sized(t.Length), true
	case "Boolean", "MatchType":
		return "BOOLEAN", true
	case "Date":
		return "DATE", true
	case "Time":
		return "TIME", true
	case "DateTime", "Interval":
		return "DATETIME", true
	case "LargeBinary", "PickleType", "_Binary":
		return "BLOB", true
	case "Uuid":
		if t.Native == schema.No || !d.traits().nativeUUID {
			return "CHAR(32)", true
		}
		return "UUID", true
	case "Enum":
		return d.stringType("VARCHAR", enumString(t)), true
	case "ENUM":
		// postgresql.ENUM is a plain Enum elsewhere; that of MySQL is not.
		if t.Dialect == "postgresql" {
			return d.stringType("VARCHAR", enumString(t)), true
		}
	}
	return "", false
}

// enumString is a non-native Enum as the VARCHAR it becomes.
func enumString(t schema.Type) schema.Type {
	if t.Enum != nil && t.Enum.NoLength {
		return schema.Type{Kind: "VARCHAR", Collation: t.Collation}
	}
	n := enumLength(t)
	return schema.Type{Kind: "VARCHAR", Length: &n, Collation: t.Collation}
}

func enumLength(t schema.Type) int {
	n := 0
	if t.Enum != nil {
		for _, l := range t.Enum.Labels {
			n = max(n, len([]rune(l)))
		}
		if t.Enum.Length != nil {
			n = *t.Enum.Length
		}
	}
	return n
}

func sized(n *int) string {
	if n == nil || *n == 0 {
		return ""
	}
	return fmt.Sprintf("(%d)", *n)
}

func precise(name string, t schema.Type) string {
	switch {
	case t.Precision == nil:
		return name
	case t.Scale == nil:
		return fmt.Sprintf("%s(%d)", name, *t.Precision)
	}
	return fmt.Sprintf("%s(%d, %d)", name, *t.Precision, *t.Scale)
}

func (d *Dialect) stringType(name string, t schema.Type) string {
	s := name + sized(t.Length)
	if t.Collation != "" {
		switch {
		case t.CollationSchema != "":
			return s + " COLLATE " + d.Quote(t.CollationSchema) + "." + d.Quote(t.Collation)
		case d.is21():
			return s + " COLLATE " + d.Quote(t.Collation)
		}
		return s + ` COLLATE "` + t.Collation + `"`
	}
	return s
}

func sqliteType(t schema.Type) (string, bool) {
	switch t.Kind {
	case "JSON":
		return "JSON", true
	case "DATETIME", "DATE", "TIME":
		if t.Dialect == "sqlite" && t.Extra.Bool("numeric_affinity") {
			return t.Kind + "_CHAR", true
		}
	}
	return "", false
}

// affinityOf is the type family as it counts for this dialect.
func (d *Dialect) affinityOf(t schema.Type) string {
	u, err := d.implType(t)
	if err != nil {
		u = t
	}
	return expr.Affinity(u)
}
