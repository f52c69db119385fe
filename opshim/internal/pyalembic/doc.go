// Package pyalembic gives Python programs the names of Alembic: alembic.op and
// batch_op with every directive, alembic.context, and of the other modules what
// env.py files and revisions use.
//
// It takes a [pyrt.Thread], the run's SQLAlchemy names ([SQLAlchemy]) and a
// [Host], which is told every directive as an op.Op at once and decides what
// happens with it. It returns modules ([Library.Import]).
//
// It refuses to compare schemas: autogenerate and `alembic check` have names
// that can be imported and fail with a sentence when they are used. There is no
// package state: everything lives in one [Library] per run.
package pyalembic
