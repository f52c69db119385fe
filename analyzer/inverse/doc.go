// Package inverse finds the way back from what an upgrade did.
//
// It takes the states before and after each step of one path, as package
// symex traces them, and goes back step by step: at each it compares where it
// is with where it must come to (catalog.Diff), and takes the directive that
// makes a difference vanish, trying it on a copy of the state first. Renames
// are undone as renames; rows come back where the upgrade kept a copy, or
// where what it did to them can be computed backwards.
//
// What it returns is a proposal. Whether it gives everything back is for the
// caller to prove, by making the round trip with it: package analyzer does.
// What has no way back is named in Plan.Lost.
package inverse
