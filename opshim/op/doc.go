// Package op has one struct for each Alembic directive, named as the directive
// is in Python (create_table: CreateTable), holding exactly what the migration
// asked for.
//
// The set is closed: every stage has one complete switch over Op. Values are
// plain data; where in the script an op was asked for is kept beside it
// (opshim.Step). A field that Alembic distinguishes from "not given" says so
// (schema.Tri, *T, Given).
//
// Unknown values never enter an op: a directive whose arguments could not be
// determined is an Opaque.
package op
