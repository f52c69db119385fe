// Package takeover reads the setup of pytest-mrt, for projects that move over.
//
// It takes a project folder and returns what its MRTConfig(...) states, as far
// as that can be read without running the conftest.py it stands in, and what of
// it has no counterpart. It refuses to execute anything: a value that is not a
// literal is named, not guessed.
package takeover
