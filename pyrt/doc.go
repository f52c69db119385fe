// Package pyrt runs Python 3.14 source in process.
//
// It takes parsed files (package syntax), evaluates them on a [Thread] and
// gives Python objects ([Value]) back. Everything a program can see of the
// world (modules, output, clock, randomness, environment, files) comes from
// the Thread and is inert by default; every loop that input drives is bounded
// by the Thread's limits.
//
// It refuses to touch the file system, the network or the process by itself,
// and to run anything silently that it does not implement: what is missing
// raises a Python exception or a Go error that names it.
//
// Go code outside this package adds objects in three ways: a [Builtin] for a
// function, a class made by [NewClass] whose instances are [Object] values
// carrying a Go payload, or any type that implements Value and some of the
// optional interfaces of value.go.
package pyrt
