// Package syntax reads Python 3.14 source text: it takes the bytes of a file
// and returns its tree, or the errors that CPython's compiler would report.
//
// The tree has one Go struct per class of CPython's ast module, with the same
// class and field names in CamelCase. Every node knows its [Span], the only
// position type of the project. [Parse] also does the checks that CPython
// leaves to its symbol table and its compiler (a return outside a function, a
// name bound before its global declaration, ...), so a tree without an error
// is a program that CPython would start to run.
//
// What it refuses: source that is nested deeper than CPython allows, files
// over 1 GiB, and source encodings outside the list of [NewSource]. Type
// comments are comments here, as they are in CPython unless asked for.
package syntax
