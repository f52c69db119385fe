// Package sqlread reads SQL text of PostgreSQL, SQLite, MySQL and MariaDB.
//
// It takes the text of op.execute or of a compiled directive and returns one
// Statement for each statement in it, with its place in the text: DDL and DML
// as trees, down to expressions and queries.
//
// It refuses to guess. A statement that it cannot read is an *Unknown with the
// reason, and an expression inside a statement that it otherwise can read is
// an *Opaque with the text: their effect is not known, which is never the same
// as "no effect".
package sqlread
