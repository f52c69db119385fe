// Package sqltok cuts SQL text into tokens, and gives texts that mean the same
// the same spelling.
//
// It takes text that a database has already accepted (catalog definitions,
// statements that ran) and never fails: what it does not know becomes a token
// of one character. It does not parse; it refuses to say what a statement does
// beyond the names that occur in it.
package sqltok
