// Package rows holds the rows of a table and compares two states of them by
// content, to the bit and both ways.
//
// It takes rows as drivers deliver them (nil, bool, int64, float64, string,
// []byte and, for types that a driver renders as text, Raw) and returns which
// rows are lost, which are left over, and which values changed, with examples.
// Rows are paired by a key if the table has one, else compared as a multiset.
// It refuses to round, to fold, or to take 1 for 1.0.
package rows
