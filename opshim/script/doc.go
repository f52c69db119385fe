// Package script finds an Alembic project on disk, reads its configuration and
// its revision files, and answers every question about the revision graph.
//
// It takes paths (a folder with alembic.ini or pyproject.toml, such a file, a
// script folder, a versions folder) and gives back a [Project] and, from it, a
// [History]: the revisions in load order together with the [Graph] that names,
// orders and steps through them exactly as Alembic 1.20 does. Errors carry the
// words and the exception class of Alembic ([Error]).
//
// It does not run Python. Ids that a revision file computes are asked of a
// callback ([LoadOptions.Compute]); without one such a file is a [Failure]. It
// opens no database and writes nothing. Sourceless (.pyc) revisions are refused
// by name.
package script
