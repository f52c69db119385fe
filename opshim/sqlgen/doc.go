// Package sqlgen turns directives (package op), statements and expressions
// (package expr) and types (package schema) into the SQL text that Alembic 1.20
// with SQLAlchemy 2.0 sends, byte for byte, for the dialects default,
// default_enhanced, postgresql, mysql, mariadb and sqlite.
//
// It takes plain data and returns statements with their parameters; it never
// talks to a database. What it needs from one (the table that a batch block
// rebuilds) is asked through Reflector.
//
// It refuses, with an *Error that carries the Python exception class and its
// message, what SQLAlchemy or Alembic refuse for the dialect; and with class
// "Unsupported" what this package does not know.
package sqlgen
