// Command pyrt runs Python on its own, without mrt around it.
//
//	pyrt FILE                               runs FILE as __main__
//	pyrt --ast [--positions] FILE           prints the parse tree of FILE as JSON
//	pyrt --ast-list [--positions] LIST OUT  does so for every file named in LIST
//
// A run ends with status 1 after an uncaught exception, whose traceback goes to
// stderr, and with what sys.exit asks for otherwise; it may take 10 seconds
// and 256 MiB, reads no other file but the modules beside FILE, and sees no
// environment.
//
// With --ast the answer is {"ast": NODE} or {"error": ERROR} on one line and
// the exit status is 0 in both cases. A node is {"_type": class, field: value,
// ...} with the classes and fields of CPython's ast; fields that are None or
// empty lists are left out. With --positions every node that has a place also
// has "at": [line, column, end line, end column].
//
// --ast-list reads the names of files from LIST, one a line, and writes one
// line for each to OUT, in that order.
//
// It refuses what pyrt/syntax refuses; a file that can not be read is a
// failure of the program, with exit status 2.
package main
