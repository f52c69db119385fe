// Package pgdb is the verifier's PostgreSQL: scratch databases on a server that
// the user names, or on a private one started from programs on this machine. It
// is the only importer of pgx.
//
// It takes statements and returns rows, catalogs in the form of package shape,
// and states in the form of package live. Values travel as PostgreSQL's own
// text, in which every type is exact.
//
// A trip runs inside one transaction, with savepoints for snapshots: 30 times
// cheaper than copies of a database. What cannot run there (CONCURRENTLY, an
// autocommit block, a new enum label in use, a COMMIT of the script's own) ends
// with live.ErrCommit; after Persist the same trip runs on copies.
//
// After statements on relations only what they name is read of the catalog
// (narrow.go); MRT_TEST_CATALOG in the environment, for tests, checks each such
// reading against one of everything.
//
// Compared is what the catalogs hold of one database: every kind of object with
// what it is made of, its owner, privileges and comment; roles on a private server
// only, where they are nobody else's. Not compared is what belongs to the whole
// server and is refused therefore (databases, tablespaces, subscriptions,
// replication origins, settings of the server, of databases and of roles in one
// database), what cannot be read (passwords, the contents of large objects without
// a superuser), what says nothing about the schema (statistics of contents,
// versions of collations), and a detachment of a partition that was cut off.
//
// It refuses statements that reach beyond the scratch database: other
// databases, server settings, and on a server of the user's roles and
// tablespaces.
package pgdb
