package sqlgen

import "github.com/mrt-tools/mrt/opshim/schema"

// drivers are the names that may follow the dialect's in a URL, with what
// differs from the dialect's usual driver in text.
var drivers = map[string]struct {
	paramstyle string
	casts      string // types whose parameters PostgreSQL's driver casts
}{
	"postgresql+psycopg":     {"pyformat", " String Text Unicode UnicodeText VARCHAR TEXT CHAR NCHAR NVARCHAR REGCONFIG JSONIntIndexType JSONStrIndexType Interval INTERVAL Date DATE DateTime DATETIME TIMESTAMP Time TIME Integer INTEGER SmallInteger SMALLINT BigInteger BIGINT "},
	"postgresql+asyncpg":     {"numeric_dollar", " String Text Unicode UnicodeText VARCHAR TEXT CHAR NCHAR NVARCHAR REGCONFIG JSONIntIndexType JSONStrIndexType Interval INTERVAL Date DATE DateTime DATETIME TIMESTAMP Time TIME Integer INTEGER SmallInteger SMALLINT BigInteger BIGINT Boolean BOOLEAN Numeric NUMERIC DECIMAL Float FLOAT REAL Double DOUBLE DOUBLE_PRECISION LargeBinary BYTEA BIT Enum ENUM OID REGCLASS "},
	"postgresql+pg8000":      {"format", " String Text Unicode UnicodeText VARCHAR TEXT CHAR NCHAR NVARCHAR JSONIntIndexType JSONStrIndexType Interval INTERVAL Date DATE DateTime DATETIME TIMESTAMP Time TIME Integer INTEGER SmallInteger SMALLINT BigInteger BIGINT Boolean BOOLEAN Numeric NUMERIC DECIMAL Float FLOAT REAL Double DOUBLE DOUBLE_PRECISION "},
	"postgresql+psycopg2":    {"pyformat", ""},
	"mysql+mariadbconnector": {"qmark", ""}, "mariadb+mariadbconnector": {"qmark", ""},
	"sqlite+pysqlite_numeric": {"numeric", ""}, "sqlite+pysqlite_dollar": {"numeric_dollar", ""},
}

// driverCasts reports whether the dialect's driver casts parameters of a type.
func (d *Dialect) driverCasts(t schema.Type) bool {
	return containsName(drivers[d.Name+"+"+d.DriverName()].casts, t.Kind)
}

// DriverName is dialect.driver: the one that the URL names, or the dialect's usual
// one.
func (d *Dialect) DriverName() string {
	switch {
	case d.Driver != "":
		return d.Driver
	case d.Name == "postgresql" && d.is21():
		return "psycopg"
	}
	return map[string]string{"postgresql": "psycopg2", "mysql": "mysqldb", "mariadb": "mysqldb", "sqlite": "pysqlite"}[d.Name]
}
