// Package symex runs a migration on the abstract database of package catalog,
// once for each way through it.
//
// It takes a revision, a direction and a state, and returns the paths: what the
// script did, and the state after it. Questions that the catalogue can answer
// are answered; the others give an Unknown, whose truth is a choice. The run is
// repeated with the last choice turned until none is left, so that each path
// is a run of its own, and no state of the interpreter is ever copied.
//
// It refuses to leave paths out in silence: past the budget, the last path has
// a Cause that says so.
package symex
