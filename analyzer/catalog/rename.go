package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// renameColumn renames a column and all that names it.
func (s *State) renameColumn(t *Table, old, name string) error {
	t, i, err := s.mustColumn(t, old)
	if err != nil {
		return err
	}
	for _, c := range t.Columns {
		if s.sameName(c.Name, name) && !s.sameName(old, name) {
			return s.columnExists(s.fold(t.Name)+"."+name, name, t)
		}
	}
	t.ownColumn(i).Name = name
	rename := func(list []string) {
		for j, n := range list {
			if s.sameName(n, old) {
				list[j] = name
			}
		}
	}
	for i := range t.Constraints {
		c := t.ownConstraint(i)
		rename(c.Columns)
		if c.Kind == "foreign" && s.fold(c.RefTable) == s.fold(t.Name) {
			rename(c.RefColumns)
		}
		if c.Kind == "check" {
			c.Text, c.Expr = s.renameIn(c.Text, c.Expr, old, name)
			c.Source = s.renameWord(c.Source, old, name)
		}
		if c.Keys != "" {
			c.Keys = s.renameWord(c.Keys, old, name)
		}
	}
	for i := range t.Indexes {
		ix := t.ownIndex(i)
		for j, k := range ix.Keys {
			if s.sameName(k.Column, old) {
				ix.Keys[j].Column = name
			}
			ix.Keys[j].Text, ix.Keys[j].Expr = s.renameIn(k.Text, k.Expr, old, name)
		}
		ix.Where, ix.Pred = s.renameIn(ix.Where, ix.Pred, old, name)
		rename(ix.Include)
	}
	s.renameElsewhere(t, old, name)
	s.fixQuotes(t)
	if t.Open {
		t.gone["column "+old] = true
		delete(t.gone, "column "+name)
	}
	s.emitTable(ColumnRenamed, t, "column "+s.fold(t.Name)+"."+name, old)
	return nil
}

// fixQuotes does what SQLite does wherever ALTER TABLE renames or drops a column:
// names in quotes that mean no column become the texts that they are taken for.
func (s *State) fixQuotes(t *Table) {
	if s.Dialect != sqlread.SQLite || t.Open {
		return
	}
	textFor := func(text, name string) string {
		return replaceWord(text, "'"+strings.ReplaceAll(name, "'", "''")+"'", func(n string) bool { return n == name })
	}
	for i, ix := range t.Indexes {
		for _, name := range usedColumns(ix.Pred) {
			if s.position(t, name) >= 0 {
				continue
			}
			ix = t.ownIndex(i)
			ix.Where = textFor(ix.Where, name)
			ix.Pred = sqlread.ParseExpr(ix.Where, s.Dialect)
		}
	}
	for i, c := range t.Constraints {
		for _, name := range usedColumns(c.Expr) {
			if c.Kind != "check" || s.position(t, name) >= 0 || systemColumns[strings.ToLower(name)] {
				continue
			}
			c = t.ownConstraint(i)
			c.Text, c.Source = textFor(c.Text, name), textFor(c.Source, name)
			c.Expr = sqlread.ParseExpr(c.Text, s.Dialect)
		}
	}
}

// renameElsewhere renames a column in foreign keys of other tables and in
// generated columns and views.
func (s *State) renameElsewhere(t *Table, old, name string) {
	k := s.fold(t.Name)
	for _, other := range s.referencing(k) {
		u := s.tables.get(other)
		if other == k {
			continue
		}
		for j, c := range u.Constraints {
			if c.Kind == "foreign" && s.fold(c.RefTable) == k && slices.Contains(c.RefColumns, old) {
				u = s.edit(u)
				cols := u.ownConstraint(j).RefColumns
				for x, n := range cols {
					if n == old {
						cols[x] = name
					}
				}
			}
		}
	}
	for i, c := range t.Columns {
		if c.Generated.Text != "" {
			c = t.ownColumn(i)
			c.Generated.Text, c.gen = s.renameIn(c.Generated.Text, c.gen, old, name)
		}
	}
	if s.Dialect == sqlread.PostgreSQL {
		s.renameInViews(t.Name, old, name)
	}
	s.renameDep(k, k, old, name)
}

// renameInViews follows PostgreSQL, whose views name columns by identity; the
// name of the view's own column stays, which the text then says with AS.
func (s *State) renameInViews(n sqlread.QName, old, name string) {
	for _, v := range s.viewsUsing(n, old) {
		o := s.editObject(v)
		o.Attrs["renamed "+s.fold(n)+"."+name] = first(o.Attrs["renamed "+s.fold(n)+"."+old], old)
		delete(o.Attrs, "renamed "+s.fold(n)+"."+old)
		if o.Attrs["renamed "+s.fold(n)+"."+name] == name {
			delete(o.Attrs, "renamed "+s.fold(n)+"."+name)
		}
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// renameIn renames a column in an expression and its text.
func (s *State) renameIn(text string, x sqlread.Expr, old, name string) (string, sqlread.Expr) {
	if !containsWord(text, old) {
		return text, x
	}
	text = s.renameWord(text, old, name)
	return text, sqlread.ParseExpr(text, s.Dialect)
}

// renameWord replaces a name in canonical text.
func (s *State) renameWord(text, old, name string) string {
	if !containsWord(text, old) {
		return text
	}
	return replaceWord(text, sqlread.CanonName(name), func(n string) bool { return s.sameName(n, old) })
}

// replaceWord puts a text in the place of names in canonical text.
func replaceWord(text, by string, named func(string) bool) string {
	var b strings.Builder
	end := 0
	for _, t := range sqlread.Tokens(text, sqlread.PostgreSQL) {
		b.WriteString(text[end:t.Start])
		if (t.Kind == sqlread.Word || t.Kind == sqlread.Name) && named(t.Value) {
			b.WriteString(by)
		} else {
			b.WriteString(text[t.Start:t.End])
		}
		end = t.End
	}
	return b.String()
}

// renameTable renames a table and every reference to it.
func (s *State) renameTable(t *Table, n sqlread.QName) error {
	oldKey, newKey := s.fold(t.Name), s.fold(n)
	if oldKey == newKey {
		return nil
	}
	if s.exists(n) {
		if err := s.alreadyExists("relation", n); err != nil {
			return err
		}
	}
	old := t.Name
	t = s.edit(t)
	related := append(s.referencing(oldKey), s.tablesBy(byParent, oldKey)...)
	s.delTable(oldKey)
	s.movePending(oldKey, newKey)
	t.Name = n
	s.putTable(newKey, t)
	s.gone.set("table "+oldKey, true)
	s.gone.del("table " + newKey)
	for _, k := range related {
		if k == oldKey {
			k = newKey
		}
		u := s.tables.get(k)
		for i, c := range u.Constraints {
			if c.Kind == "foreign" && s.fold(c.RefTable) == oldKey {
				u = s.edit(u)
				u.ownConstraint(i).RefTable = n
			}
		}
		if u.Partition == oldKey {
			s.edit(u).Partition = newKey
		}
	}
	if err := s.viewsAfterRename(old, n); err != nil {
		return err
	}
	s.renameDep(oldKey, newKey, "", "")
	s.renameGrants(old.String(), n.String())
	s.emitTable(TableRenamed, t, "table "+newKey, oldKey)
	return nil
}

// viewsAfterRename lets views follow, as PostgreSQL and SQLite do; MySQL's
// views keep the old name. SQLite refuses while any view cannot be read.
func (s *State) viewsAfterRename(old, n sqlread.QName) error {
	if s.Dialect.IsMySQL() {
		return nil
	}
	for _, k := range s.objectsBy(byKind, "view") {
		o := s.objects.get(k)
		for i, u := range o.Uses {
			if s.fold(u) == s.fold(old) {
				c := s.editObject(o)
				c.Uses = slices.Clone(o.Uses)
				c.Uses[i] = n
				s.refile("object "+k, k, s.objectFacts(c))
				c.Attrs["definition"] = s.renameWord(o.Attrs["definition"], old.Name, n.Name)
				if c.Query != nil {
					c.Query = nil
				}
				o = c
				continue
			}
			missing := s.gone.get("table "+s.fold(u)) && s.tables.get(s.fold(u)) == nil || s.fold(u) == s.fold(n)
			if s.Dialect == sqlread.SQLite && missing && s.Tainted == "" && !s.isView(u) {
				return failf("OperationalError", o.Name.String(), "error in view %s: no such table: main.%s", o.Name, u)
			}
		}
	}
	return nil
}

func (s *State) renameConstraint(t *Table, a *sqlread.RenameConstraint) error {
	c := t.constraint(a.Old)
	if c == nil {
		if t.Open && !t.gone["constraint "+a.Old] || s.Tainted != "" {
			t.gone["constraint "+a.Old] = true
			t.Constraints = append(t.Constraints, &Constraint{Constraint: sqlread.Constraint{Name: a.New, Kind: "renamed", Text: a.Old}, Open: true})
			s.emitTable(ConstraintDropped, t, "constraint "+s.fold(t.Name)+"."+a.Old, "renamed")
			return nil
		}
		return failf("ProgrammingError", t.Name.String()+"."+a.Old, "constraint %q for table %q does not exist", a.Old, t.Name)
	}
	if t.constraint(a.New) != nil && a.New != a.Old {
		return failf("ProgrammingError", t.Name.String()+"."+a.New, "constraint %q for relation %q already exists", a.New, t.Name)
	}
	t.ownConstraint(slices.Index(t.Constraints, c)).Name = a.New
	s.emitTable(ObjectAltered, t, "constraint "+s.fold(t.Name)+"."+a.New, a.Old, "renamed")
	return nil
}

func (s *State) renameIndex(t *Table, old, name string) error {
	if ix := t.index(old); ix != nil {
		t.ownIndex(slices.Index(t.Indexes, ix)).Name = name
		s.emitTable(ObjectAltered, t, "index "+name, old, "renamed")
		return nil
	}
	if c := t.constraint(old); c != nil && (c.Kind == "primary" || c.Kind == "unique") {
		t.ownConstraint(slices.Index(t.Constraints, c)).Name = name
		return nil
	}
	if t.Open || s.Tainted != "" {
		s.giveUpRows("index " + old + " is not known")
		s.Taint("rename of an index that nobody made")
		return nil
	}
	return failf("OperationalError", old, "index %q does not exist", old)
}
