// Package shape is the verifier's own model of what a database catalog holds,
// made for one purpose: comparing two states exactly, and saying each
// difference in one sentence with what it was and what it is.
//
// It takes what the drivers read from catalogs (litedb, pgdb) and returns
// changes. Text that a database keeps (defaults, checks, view definitions) must
// come in a normal spelling: the model compares strings. Order of columns and
// layout of SQL text are not part of it. It refuses to guess renames: an object
// under another name is one that is gone and one that is new.
package shape
