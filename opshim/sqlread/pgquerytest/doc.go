// Package pgquerytest compares what package sqlread understands with
// PostgreSQL's own parser, statement by statement. It is a module of its own,
// so that the parser is no part of what mrt is built of.
package pgquerytest
