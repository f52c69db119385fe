// Package pysa gives Python programs the names of SQLAlchemy: types, tables,
// the expression language, connections and results, and as much of the ORM as
// migrations use, as objects that build the plain data of opshim/schema and
// opshim/expr.
//
// It takes a [pyrt.Thread], and for live runs an [Executor] that a backend
// implements; it returns modules (Library.Import) and, for the caller that
// builds alembic.op, conversions between Python objects and data (TypeOf,
// ColumnOf, TableOf, ConstraintOf, IndexOf, ExprOf, StmtOf and their reverses).
//
// It refuses to connect anywhere: engines are objects that env.py can hold and
// nothing more. Every name that SQLAlchemy has and this package does not
// implement can be imported, and fails with an *UnsupportedError that names it
// as soon as it is used. There is no package state: everything lives in one
// [Library] per run.
package pysa
