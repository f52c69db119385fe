// Package inert makes the objects that stand for what could not be imported: a
// package that is not there, and everything that is taken out of it.
//
// While modules and env.py load, an inert object gives inert objects for
// attribute access, calls, subscripts, operators and subclassing, and is empty
// when it is iterated over. Once a migration runs ([World.Run]), everything but
// an attribute look-up fails with a [*MissingPackage], which no Python code can
// catch, unless [World.Stand] gives a value to go on with.
package inert
