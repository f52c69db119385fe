package sqlread

// Dialect is the language that a text is written in.
type Dialect uint8

const (
	// PostgreSQL folds names to lower case and has dollar quotes.
	PostgreSQL Dialect = iota
	// SQLite compares names without case.
	SQLite
	// MySQL quotes names with backticks and escapes with backslashes.
	MySQL
	// MariaDB is read like MySQL.
	MariaDB
)

// DialectOf finds a dialect by the name that SQLAlchemy gives it.
func DialectOf(name string) (d Dialect, ok bool) {
	switch name {
	case "postgresql":
		return PostgreSQL, true
	case "sqlite":
		return SQLite, true
	case "mysql":
		return MySQL, true
	case "mariadb":
		return MariaDB, true
	}
	return PostgreSQL, false
}

// String is the name that SQLAlchemy gives the dialect.
func (d Dialect) String() string {
	return [...]string{"postgresql", "sqlite", "mysql", "mariadb"}[d&3]
}

// IsMySQL is true for MySQL and MariaDB.
func (d Dialect) IsMySQL() bool { return d == MySQL || d == MariaDB }
