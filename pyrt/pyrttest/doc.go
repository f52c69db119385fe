// Package pyrttest runs Python test files for the packages that test the
// runtime.
//
// It takes two forms of files. A chunked file is cut at lines that say "# ---";
// every chunk runs as a module of its own, and a line that ends in
// ### "regexp" must raise an uncaught exception whose "Type: message" matches
// there. A recorded file NAME.py has its output, as CPython printed it, in
// NAME.out. Because the marks are comments, CPython runs the same files.
//
// It refuses to skip: a folder without files fails.
package pyrttest
