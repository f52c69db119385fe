// Package litedb is the verifier's SQLite: scratch databases in memory, read
// and restored fast and to the bit. It is the only importer of
// modernc.org/sqlite.
//
// It takes statements and returns rows, catalogs in the form of package shape,
// and states in the form of package live. It works on the library's C interface
// itself and not through database/sql.
//
// Why: database/sql turns text in columns declared DATE or DATETIME into
// time.Time and so loses the stored text, which a migration may read and a
// comparison must see; and two thirds of the time of a short statement go into
// its locks and watchers.
//
// It refuses statements that reach other files (ATTACH, VACUUM INTO), and it
// executes one statement at a time, as Python's sqlite3 does.
package litedb
