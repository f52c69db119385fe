// Package mydb is the verifier's MySQL and MariaDB: scratch databases on a
// server that the user names, or on a private one started from programs on this
// machine. It is the only importer of go-sql-driver/mysql.
//
// It takes statements and returns rows, catalogs in the form of package shape,
// and states in the form of package live. Statements go as text, as PyMySQL
// sends them.
//
// DDL commits at once here, so no transaction holds a trip: a saved state is the
// definition of every object and a copy of the rows of every table in a sister
// database. Both are taken again only for what statements can have touched since
// they were last taken, and going back makes again only what differs.
//
// Each run of a migration has a connection of its own, as Alembic's has: no
// variable, temporary table or lock of one run is seen by the next.
//
// It refuses statements that reach beyond the scratch database: other
// databases, settings of the server, its files, and on a server of the user's
// its accounts.
package mydb
