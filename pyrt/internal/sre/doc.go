// Package sre is Python's regular expressions: a parser for the syntax of
// module re, a compiler to a small instruction set and a backtracking matcher.
//
// It takes patterns and texts as Go values and gives spans back, in code
// points (or bytes for bytes patterns). Errors of patterns are *[Error] with
// CPython's messages and positions. A matcher calls back every few hundred
// instructions, so that its owner can stop a catastrophic pattern, and refuses
// to keep more than MaxStack choice points.
//
// Why not a library: translating to another engine's syntax leaves gaps in
// empty matches, group numbering, character classes and error texts, and gives
// no way to interrupt a match; a matcher of our own is smaller than the
// translation.
package sre
