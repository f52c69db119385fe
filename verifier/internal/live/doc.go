// Package live is the seam between the round trip and the databases it runs on.
//
// It takes nothing and returns nothing: it holds the interface that litedb and
// pgdb implement, the state of a database as the trip compares it, and the
// failures that databases report. It refuses to know any database's SQL.
package live
