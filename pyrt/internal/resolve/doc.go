// Package resolve finds out what each name of a program means.
//
// It takes a parsed file and returns a Table: the scopes of the file, keyed by
// the node that opens each, and for every name in a scope the place where its
// value lives (language reference, section 4.2): a slot or a cell of the
// frame, the namespace of a class, or the globals. Comprehensions and the
// scopes of type parameters have no frame of their own: their variables are
// hidden slots of the frame around them (PEP 709).
//
// It refuses nothing: package syntax has already reported what CPython's
// symbol table would.
package resolve
