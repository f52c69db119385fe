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
// It refuses statements that reach beyond the scratch database: other
// databases, server settings, and on a server of the user's roles and
// tablespaces.
package pgdb
