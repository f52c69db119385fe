// Package finding holds what check and verify say about a revision.
//
// It takes nothing but source spans, and returns plain values: a Finding is
// one danger at one place, a Result is the verdict on one revision together
// with the findings that led to it. Analyser and verifier both fill these
// types, so that the reports have one voice.
//
// It refuses to decide anything, to print anything, and to be an error: no
// type of this package has an Error method, because a failing migration is
// news for the user and not a failure of the program.
package finding
