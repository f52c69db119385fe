// Package settings reads mrt.toml, or [tool.mrt] of a pyproject.toml.
//
// It takes the text of the file and returns a Settings value that has been
// checked: unknown keys (with a spelling suggestion), wrong types, unknown
// codes, bad dates and durations are errors that name file and line.
//
// It refuses to fill in anything that the file does not say; defaults belong
// to the commands.
package settings
