// Command bench measures how fast package pyrt is.
//
// It takes the programs of the folder programs, which compute and do nothing
// else, and runs each on pyrt, on gpython and on CPython 3.14 in one go; it
// prints the times, the ratios and their geometric means, and with -parse how
// long reading CPython's own library takes. It is a module of its own, so that
// gpython stays out of the product's dependencies.
//
// It refuses to compare programs whose results differ: each leaves what it
// computed in RESULT.
package main
