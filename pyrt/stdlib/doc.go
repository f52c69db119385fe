// Package stdlib is the standard library of pyrt's programs.
//
// [Import] gives a module by name. Modules are written in Go where speed or
// exactness asks for it, and in Python (folder prelude) otherwise. Python
// modules are evaluated name by name ([pyrt.LoadOutline]): a definition is
// parsed and run when it is first used, so a module costs what is used of it.
// Their texts keep to the layout of [syntax.Outline], and what a class must
// know of others (the built-in types that are registered with an abstract
// class, say) stands beside it, not beside a class below. Clock, randomness,
// environment and files come from the Thread, so that a run repeats exactly.
//
// It refuses what a sandbox must refuse: processes, sockets, threads that run
// side by side and writing files raise an exception that says so. Modules of
// CPython's library that are not implemented import as inert modules, whose
// use raises ImportError with the module's name.
package stdlib
