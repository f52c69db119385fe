// Package catalog is an abstract database: what the analyser knows of the
// schema and the rows while a migration runs on it.
//
// It takes statements read by package sqlread and changes a State as a
// database of that dialect would, or returns a *Failure as that database
// would. Rows are witnesses: a few rows for each table that its constraints
// permit, with awkward values (NULL, duplicates, blanks, extremes), so that
// what a migration destroys is seen on a row that could exist. Every value
// carries a token of the cell that it comes from; what comes back with its
// token has provably not been touched.
//
// The world is open, unless CloseWorld says otherwise: a table or column that no
// statement made is assumed to exist, and its attributes are variables that compare equal only to
// themselves. A statement that is not understood taints the State; nothing
// is ever said to be absent or unchanged after that for certain.
//
// It refuses to guess: a value that it cannot compute is Opaque, a condition
// that it cannot decide is Maybe, and both end as "not decided".
package catalog
