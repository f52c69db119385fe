package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// names is a set of keys.
type names = trie[bool]

// A fact is what a table or an object is known by, besides its own name.
type fact struct{ kind, name string }

// key is what the fact is filed under.
func (f fact) key() string { return f.kind + f.name }

// factList is what one table or object is known by.
type factList struct{ facts []fact }

// What tables and objects are found by. Each is followed by a name.
const (
	byReference = "references " // tables with a foreign key to a table, by its key
	byIndex     = "index "      // tables with an index, by its name in small letters
	byKey       = "key "        // tables with a constraint that has an index, likewise
	byPart      = "part "       // tables with a trigger, policy or rule, by its key
	byCall      = "calls "      // tables with a part that calls a function
	byType      = "type "       // tables with a column of a type that statements made
	bySequence  = "sequence "   // tables that own a sequence
	byParent    = "partition "  // partitions, by the key of the table
	byDoubt     = "doubt "      // tables of which not all is known
	byUse       = "uses "       // views, by the relation that they read
	byRoutine   = "routine "    // functions and procedures, by their name without a signature
	byKind      = "kind "       // views
)

// putTable enters a table under its key.
func (s *State) putTable(k string, t *Table) {
	s.tables.set(k, t)
	s.dirty = append(s.dirty, k)
}

// delTable removes a table.
func (s *State) delTable(k string) {
	s.tables.del(k)
	s.dirty = append(s.dirty, k)
}

// putObject enters an object under its key.
func (s *State) putObject(k string, o *Object) {
	s.objects.set(k, o)
	s.refile("object "+k, k, s.objectFacts(o))
}

// delObject removes an object.
func (s *State) delObject(k string) {
	if s.objects.get(k) == nil {
		return
	}
	s.objects.del(k)
	s.refile("object "+k, k, nil)
}

// tablesBy lists the keys of the tables that have a fact, in order.
func (s *State) tablesBy(kind, name string) []string {
	s.file()
	return s.by(fact{kind, name})
}

// objectsBy lists the keys of the objects that have a fact, in order.
func (s *State) objectsBy(kind, name string) []string { return s.by(fact{kind, name}) }

func (s *State) by(f fact) []string {
	set := s.found.get(f.key())
	if set == nil {
		return nil
	}
	out := make([]string, 0, set.n)
	set.each(func(l *trieLeaf[bool]) bool {
		out = append(out, l.key)
		return true
	})
	slices.Sort(out)
	return out
}

// referencing lists the keys of the tables with a foreign key to a table.
func (s *State) referencing(k string) []string { return s.tablesBy(byReference, k) }

// typed lists the keys of the tables that may have a column of a type.
func (s *State) typed(name string) []string {
	out := append(s.tablesBy(byType, name), s.tablesBy(byDoubt, "")...)
	slices.Sort(out)
	return slices.Compact(out)
}

// file brings the facts up to date for the tables that were written. Those that
// the present statement wrote stay on the list: it may go on writing.
func (s *State) file() {
	if len(s.dirty) == 0 {
		return
	}
	var room [24]fact
	for _, k := range s.dirty {
		s.refile("table "+k, k, s.tableFacts(s.tables.get(k), room[:0]))
	}
	s.dirty, s.settled = slices.Clip(s.dirty[s.settled:]), 0
}

// refile replaces what an entry is found by. The list is copied if it is kept.
func (s *State) refile(id, k string, now []fact) {
	var old []fact
	if l := s.facts.get(id); l != nil {
		old = l.facts
	}
	if slices.Equal(old, now) {
		return
	}
	h := hashOf(k)
	for _, f := range old {
		if slices.Contains(now, f) {
			continue
		}
		key := f.key()
		if set := s.found.get(key); set != nil {
			if less := set.without(h, k); less.n > 0 {
				s.found.set(key, &less)
			} else {
				s.found.set(key, nil)
			}
		}
	}
	for _, f := range now {
		if slices.Contains(old, f) {
			continue
		}
		key := f.key()
		var set names
		if p := s.found.get(key); p != nil {
			set = *p
		}
		set = set.with(h, k, true)
		s.found.set(key, &set)
	}
	if len(now) == 0 {
		s.facts.set(id, nil)
		return
	}
	s.facts.set(id, &factList{slices.Clone(now)})
}

// tableFacts lists what a table is found by, in the room that it is given.
func (s *State) tableFacts(t *Table, out []fact) []fact {
	if t == nil {
		return nil
	}
	add := func(kind, name string) {
		if f := (fact{kind, name}); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	doubt := t.Open
	for _, c := range t.Columns {
		if c.seq != "" {
			add(bySequence, c.seq)
		}
		doubt = doubt || c.Type.Var != nil
		if s.Dialect == sqlread.PostgreSQL && c.Type.Var == nil && !s.ownType(c.Type.Text) {
			add(byType, strings.TrimRight(c.Type.Text, "[]"))
		}
		if ty := c.defaultType(); ty != "" && !s.ownType(ty) {
			add(byType, ty)
		}
	}
	if doubt {
		add(byDoubt, "")
	}
	for _, c := range t.Constraints {
		switch c.Kind {
		case "foreign":
			add(byReference, s.fold(c.RefTable))
		case "unique", "primary", "exclude":
			add(byKey, strings.ToLower(c.Name))
		}
	}
	for _, ix := range t.Indexes {
		add(byIndex, strings.ToLower(ix.Name))
	}
	for _, k := range sortedKeys(t.Parts) {
		add(byPart, k)
		for _, u := range t.Parts[k].Uses {
			add(byCall, u.Name)
		}
	}
	if t.Partition != "" {
		add(byParent, t.Partition)
	}
	return out
}

// ownType reports whether a type is the database's own, so that no statement
// can drop or rename it.
func (s *State) ownType(canon string) bool {
	_, all := s.typeAndAll(canon)
	return all != nil
}

// objectFacts lists what an object is found by.
func (s *State) objectFacts(o *Object) []fact {
	switch o.Kind {
	case "view", "materialized view":
		out := []fact{{byKind, "view"}}
		for _, u := range o.Uses {
			if f := (fact{byUse, s.fold(u)}); !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
		return out
	case "function", "procedure", "aggregate":
		base, _, _ := strings.Cut(s.fold(o.Name), "(")
		return []fact{{byRoutine, base}}
	}
	return nil
}
