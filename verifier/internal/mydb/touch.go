package mydb

import (
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// knowledge is a state that was read, and what statements may have changed since.
type knowledge struct {
	base  *live.State
	texts map[string]string // of base: how the server writes each table, by name
	dirty map[string]bool   // names that statements have used, in lower case
	ddl   bool              // definitions may have changed since base
	code  bool              // those of triggers, routines, events, the database too
	dml   bool              // rows may have been written, so that triggers ran
	full  bool              // anything may have changed
	trace
}

func (k knowledge) clone() knowledge {
	k.dirty = maps.Clone(k.dirty)
	k.trace = k.trace.clone()
	return k
}

// unknown is what is known at first: nothing.
func unknown() knowledge {
	return knowledge{dirty: map[string]bool{}, full: true, trace: trace{map[string][]string{}, map[string]bool{"": true}}}
}

// programming are words of statements on what is neither table nor view.
var programming = []string{"trigger", "procedure", "function", "package", "event", "database", "schema", "user", "role"}

// note keeps what a statement can have touched.
func (d *DB) note(tokens []sqltok.Token) {
	if len(tokens) == 0 {
		return
	}
	for _, t := range tokens {
		switch {
		case t.Named():
			d.dirty[t.Lower] = true
		case t.Kind == sqltok.String: // a name where double quotes are for names
			d.dirty[strings.ToLower(sqltok.Unliteral(t))] = true
		}
	}
	if sqltok.Begins(tokens, "set", "default|password") {
		d.code = true
	}
	switch tokens[0].Lower {
	case "select", "with", "show", "set", "explain", "describe", "desc", "commit", "rollback", "start", "savepoint", "release", "lock", "unlock", "flush", "do", "values", "table", "truncate", "optimize", "repair", "check", "checksum", "(":
	case "insert", "update", "delete", "replace", "load":
		d.dml = true
	case "grant", "revoke":
		d.code = true
	case "create", "alter", "drop", "rename", "analyze", "comment":
		d.ddl = true
		d.defining(tokens)
		d.code = d.code || slices.ContainsFunc(tokens, func(t sqltok.Token) bool { return slices.ContainsFunc(programming, t.Is) })
	default: // call, execute, compound statements: what they do is not in their text
		d.blind()
	}
}

// wrote notes that rows of a table were written.
func (d *DB) wrote(t *shape.Table) {
	d.dirty[strings.ToLower(t.Name)] = true
	d.dml = true
}

// used reports whether statements used the name.
func (d *DB) used(name string) bool { return d.dirty[strings.ToLower(name)] }

// spread adds what statements reach through the names that they use: tables behind
// views, and everything where a routine of the database ran.
func (d *DB) spread() {
	for grew := d.base != nil; grew; {
		grew = d.drawn()
		for _, o := range d.base.Catalog.Objects {
			switch o.Kind {
			case "function", "procedure", "package", "package body":
				if d.used(o.Name) {
					d.blind()
				}
			case "view":
				if !d.used(o.Name) {
					continue
				}
				for _, t := range sqltok.MySQL(attr(o, "definition")) {
					if t.Named() && !d.dirty[t.Lower] {
						d.dirty[t.Lower], grew = true, true
					}
				}
			}
		}
	}
}

// drawn adds the sequences that defaults of the tables count on, and reports
// whether there is a new one.
func (d *DB) drawn() bool {
	grew := false
	for _, t := range d.base.Catalog.Tables {
		if !d.used(t.Name) {
			continue
		}
		for _, c := range t.Columns {
			if !strings.Contains(strings.ToLower(c.Default), "nextval") {
				continue
			}
			for _, x := range sqltok.MySQL(c.Default) {
				if x.Named() && !d.dirty[x.Lower] {
					d.dirty[x.Lower], grew = true, true
				}
			}
		}
	}
	return grew
}

func attr(o *shape.Object, name string) string {
	for _, a := range o.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// stale are the names whose definitions are to be read again: those that were
// used, those that are new, and tables that refer to such or to one that is gone.
func (d *DB) stale(names map[string]string) map[string]bool {
	out := make(map[string]bool, len(names))
	for n := range names {
		out[n] = d.base == nil || d.full || d.used(n) || !d.known(n, names[n]) ||
			d.dml && names[n] == "SEQUENCE" // a default may have taken its numbers
	}
	if d.base == nil || d.full || !d.ddl {
		return out
	}
	for n, t := range d.base.Catalog.Tables {
		for _, k := range t.Constraints {
			if _, there := names[k.RefTable]; k.Kind == shape.ForeignKey && (out[k.RefKey] || !there) && names[n] != "" {
				out[n] = true
			}
		}
	}
	return out
}

// known reports whether the last state has the table, view or sequence.
func (d *DB) known(name, kind string) bool {
	if kind == "VIEW" || kind == "SEQUENCE" {
		return d.base.Catalog.Objects[strings.ToLower(kind)+"\x00"+name] != nil
	}
	return d.base.Catalog.Tables[name] != nil
}

// reach are the tables whose rows may have changed: those of another shape, those
// that statements used, and what referential actions reach from there; nil for
// all, where triggers ran.
func (d *DB) reach(c *shape.Catalog, changed map[string]bool) map[string]bool {
	if d.base == nil || d.full {
		return nil
	}
	out := maps.Clone(changed)
	for key, t := range c.Tables {
		if d.used(t.Name) {
			out[key] = true
		}
	}
	if !d.dml {
		return out
	}
	for c.Cascade(out) {
	}
	for key := range out {
		if t := c.Tables[key]; t != nil && triggered(t) {
			return nil
		}
		if t := d.base.Catalog.Tables[key]; t != nil && triggered(t) {
			return nil
		}
	}
	return out
}

// triggered: writing to the table may write elsewhere.
func triggered(t *shape.Table) bool {
	return slices.ContainsFunc(t.Extra, func(o *shape.Object) bool { return o.Kind == "trigger" })
}
