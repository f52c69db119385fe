// Package seed makes rows for a table that satisfy its constraints and are as
// awkward as they permit: NULL and not NULL, empty and longest text, blanks
// around it, mixed case, characters beyond the basic plane, extremes, duplicates
// where allowed, every member of an enum, missing and self references.
//
// It takes the shape of a table, what is in it and in its parents, and a way to
// have the database evaluate a CHECK; it returns rows. The rows are a pure
// function of table, column and row number: no clock, no randomness. It refuses
// to write to a database, and where no row can be found it says which
// constraint stood in the way.
package seed
