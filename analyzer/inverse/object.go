package inverse

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// tableOption gives a table its old comment or setting.
func (p *planner) tableOption(target *catalog.State, x catalog.Difference) []action {
	t, now := target.Lookup(x.Table), p.now.Lookup(x.Table)
	if t == nil || now == nil {
		return nil
	}
	a := action{rank: rankRest, keys: []string{key(x)}}
	n := tableName(t.Name)
	old := t.Options[x.Attr]
	alter := "ALTER TABLE " + p.d.TableName(n) + " "
	switch {
	case x.Attr == "comment" && old == "":
		o := &op.DropTableComment{Table: n}
		if c := now.Options["comment"]; c != "" {
			o.ExistingComment = &c
		}
		a.ops = []op.Op{o}
	case x.Attr == "comment":
		a.ops = []op.Op{&op.CreateTableComment{Table: n, Comment: &old}}
	case x.Attr == "unlogged":
		a.ops = []op.Op{sqlOp(alter + map[bool]string{true: "SET UNLOGGED", false: "SET LOGGED"}[old != ""])}
	case strings.HasPrefix(x.Attr, "with "):
		name := strings.TrimPrefix(x.Attr, "with ")
		if old == "" {
			a.ops = []op.Op{sqlOp(alter + "RESET (" + name + ")")}
		} else {
			a.ops = []op.Op{sqlOp(alter + "SET (" + name + " = " + strings.TrimSpace(old) + ")")}
		}
	case x.Attr == "row level security":
		a.ops = []op.Op{sqlOp(alter + map[bool]string{true: "ENABLE", false: "DISABLE"}[old != ""] + " ROW LEVEL SECURITY")}
	case x.Attr == "force row level security":
		a.ops = []op.Op{sqlOp(alter + map[bool]string{true: "", false: "NO "}[old != ""] + "FORCE ROW LEVEL SECURITY")}
	case strings.HasPrefix(x.Attr, "disabled "):
		verb := map[string]string{"": "ENABLE ", "yes": "DISABLE ", "always": "ENABLE ALWAYS ", "replica": "ENABLE REPLICA "}[old]
		kind, name, _ := strings.Cut(strings.TrimPrefix(x.Attr, "disabled "), " ")
		a.ops = []op.Op{sqlOp(alter + verb + strings.ToUpper(kind) + " " + name)}
	case x.Attr == "replica identity" && old != "":
		a.ops = []op.Op{sqlOp(alter + "REPLICA IDENTITY " + old)}
	case x.Attr == "replica identity":
		a.ops = []op.Op{sqlOp(alter + "REPLICA IDENTITY DEFAULT")}
	case x.Attr == "partition of":
		a.ops = p.partition(target, t, now)
	case p.mysql() && old != "":
		a.ops = []op.Op{sqlOp(alter + strings.ToUpper(x.Attr) + "=" + old)}
	}
	if len(a.ops) == 0 {
		return nil
	}
	return []action{a}
}

// partition attaches a table to its old parent, or detaches it.
func (p *planner) partition(target *catalog.State, t, now *catalog.Table) []op.Op {
	self := p.d.TableName(tableName(t.Name))
	if parent := p.now.Lookup(now.Partition); now.Partition != "" && parent != nil {
		return []op.Op{sqlOp("ALTER TABLE " + p.d.TableName(tableName(parent.Name)) + " DETACH PARTITION " + self)}
	}
	if parent := target.Lookup(t.Partition); parent != nil {
		return []op.Op{sqlOp("ALTER TABLE " + p.d.TableName(tableName(parent.Name)) + " ATTACH PARTITION " + self + " " + t.Options["partition"])}
	}
	return nil
}

// object drops, makes or remakes anything that is no table.
func (p *planner) object(target *catalog.State, x catalog.Difference) []action {
	kind, name, _ := strings.Cut(x.Object, " ")
	if rest, ok := strings.CutPrefix(x.Object, "materialized view "); ok {
		kind, name = "materialized view", rest
	}
	switch kind {
	case "grant":
		return p.grant(x, name)
	case "comment":
		return p.comment(x)
	}
	old, now := p.objectOf(target, x), p.objectOf(p.now, x)
	a := action{keys: []string{key(x)}, rank: rankMakePart}
	switch {
	case x.Attr == "" && x.Before == "":
		if drop := p.dropObject(kind, now, x); drop != "" {
			a.rank = rankDropPart
			if kind == "enum" || kind == "domain" || kind == "type" || kind == "schema" || kind == "function" {
				a.rank = rankRest
			}
			a.ops = []op.Op{sqlOp(drop)}
			return []action{a}
		}
		return nil
	case old == nil || old.Open:
		return nil
	case x.Attr == "":
		made := p.makeObject(kind, old)
		if made == nil {
			return nil
		}
		if kind == "enum" || kind == "domain" || kind == "type" || kind == "schema" || kind == "sequence" || kind == "extension" {
			a.rank = rankMakeType
		}
		a.ops = []op.Op{made}
		return []action{a}
	}
	return p.changedObject(x, kind, old, now, a)
}

func (p *planner) objectOf(s *catalog.State, x catalog.Difference) *catalog.Object {
	if x.Table != "" {
		if t := s.Lookup(x.Table); t != nil {
			return t.Parts[x.Object]
		}
		return nil
	}
	return s.LookupObject(x.Object)
}

// dropObject is the statement that drops an object; empty if there is none.
func (p *planner) dropObject(kind string, o *catalog.Object, x catalog.Difference) string {
	if o == nil {
		return ""
	}
	word := strings.ToUpper(kind)
	switch kind {
	case "enum":
		word = "TYPE"
	case "trigger", "policy", "rule":
		on := ""
		if t := p.now.Lookup(x.Table); t != nil {
			on = p.d.TableName(tableName(t.Name))
		} else if _, view, ok := strings.Cut(o.Name.Name, " on "); ok {
			name, _, _ := strings.Cut(o.Name.Name, " on ")
			return "DROP " + word + " " + p.d.Quote(name) + " ON " + view
		}
		if kind == "trigger" && !p.postgres() {
			return "DROP TRIGGER " + p.d.Quote(o.Name.Name)
		}
		return "DROP " + word + " " + p.d.Quote(o.Name.Name) + " ON " + on
	case "function", "procedure", "aggregate":
		return "DROP " + word + " " + p.routine(o)
	}
	return "DROP " + word + " " + p.quoted(o.Name)
}

func (p *planner) quoted(n sqlread.QName) string { return p.d.TableName(tableName(n)) }

// routine is the name of a routine with its arguments.
func (p *planner) routine(o *catalog.Object) string {
	n := o.Name
	name, args, ok := strings.Cut(n.Name, "(")
	n.Name = name
	if p.mysql() {
		return p.quoted(n)
	}
	if !ok {
		return p.quoted(n) + "()"
	}
	return p.quoted(n) + "(" + args
}

// makeObject creates an object by the statement that created it before; an
// enum, which may have been altered since, by its labels.
func (p *planner) makeObject(kind string, o *catalog.Object) op.Op {
	switch kind {
	case "enum":
		labels := make([]string, len(o.Labels))
		for i, l := range o.Labels {
			labels[i] = quote(l)
		}
		return sqlOp("CREATE TYPE " + p.quoted(o.Name) + " AS ENUM (" + strings.Join(labels, ", ") + ")")
	case "domain":
		if _, changed := o.Attrs["changed"]; changed {
			return nil
		}
	}
	if o.Source == "" {
		return nil
	}
	return sqlOp(o.Source)
}

// changedObject gives an object its old definition.
func (p *planner) changedObject(x catalog.Difference, kind string, old, now *catalog.Object, a action) []action {
	if now == nil {
		return nil
	}
	switch {
	case kind == "enum" && x.Attr == "labels":
		return p.oldLabels(x, old, now)
	case kind == "domain":
		return p.oldDomain(x, old, now, a)
	case strings.HasPrefix(x.Attr, "index ") && kind == "materialized view":
		if now.Attrs[x.Attr] != "" {
			n := now.Name
			n.Name = strings.TrimPrefix(x.Attr, "index ")
			a.ops = append(a.ops, sqlOp("DROP INDEX "+p.quoted(n)))
		}
		if text := old.Attrs[x.Attr]; text != "" {
			unique, def, _ := strings.Cut(text, "(")
			word := "CREATE INDEX "
			if strings.HasPrefix(unique, "unique") {
				word = "CREATE UNIQUE INDEX "
			}
			a.ops = append(a.ops, sqlOp(word+p.d.Quote(strings.TrimPrefix(x.Attr, "index "))+" ON "+p.quoted(old.Name)+" ("+def))
		}
		return []action{a}
	}
	made := p.makeObject(kind, old)
	if made == nil {
		return nil
	}
	if (kind == "function" || kind == "procedure") && p.postgres() {
		return []action{{keys: a.keys, rank: a.rank, ops: []op.Op{sqlOp(orReplace(old.Source))}}}
	}
	drop := p.dropObject(kind, now, x)
	if drop == "" {
		return nil
	}
	return []action{{keys: a.keys, rank: rankMakePart, made: x.Object, ops: []op.Op{sqlOp(drop), made}}}
}

// orReplace makes CREATE into CREATE OR REPLACE.
func orReplace(sql string) string {
	toks := sqlread.Tokens(sql, sqlread.PostgreSQL)
	if len(toks) > 2 && strings.EqualFold(toks[0].Value, "create") && !strings.EqualFold(toks[1].Value, "or") {
		return sql[:toks[0].End] + " OR REPLACE" + sql[toks[0].End:]
	}
	return sql
}

// oldLabels gives an enum its old labels: by renaming them back where only
// names differ, else by a new type in place of the old one.
func (p *planner) oldLabels(x catalog.Difference, old, now *catalog.Object) []action {
	a := action{keys: []string{key(x)}, rank: rankAlter}
	name := p.quoted(old.Name)
	if len(old.Labels) == len(now.Labels) {
		for i, l := range now.Labels {
			if l != old.Labels[i] && !slices.Contains(old.Labels, l) {
				a.ops = append(a.ops, sqlOp("ALTER TYPE "+name+" RENAME VALUE "+quote(l)+" TO "+quote(old.Labels[i])))
			}
		}
		if len(a.ops) > 0 {
			return []action{a}
		}
	}
	tmp := old.Name
	tmp.Name += "_old"
	a.ops = append(a.ops, sqlOp("ALTER TYPE "+name+" RENAME TO "+p.d.Quote(tmp.Name)), p.makeObject("enum", old))
	for _, k := range p.now.Tables() {
		t := p.now.Lookup(k)
		for _, c := range t.Columns {
			if known(c.Type) != old.Name.String() {
				continue
			}
			a.ops = append(a.ops, p.retype(t, c, old, name)...)
		}
	}
	a.ops = append(a.ops, sqlOp("DROP TYPE "+p.quoted(tmp)))
	return []action{a}
}

// retype moves a column over to a type of the same name with fewer labels.
func (p *planner) retype(t *catalog.Table, c *catalog.Column, old *catalog.Object, name string) []op.Op {
	alter := "ALTER TABLE " + p.d.TableName(tableName(t.Name)) + " ALTER COLUMN " + p.d.Quote(c.Name)
	column := p.d.Quote(c.Name) + "::text"
	using := column + "::" + name
	if p.in.Room {
		labels := make([]string, len(old.Labels))
		for i, l := range old.Labels {
			labels[i] = quote(l)
		}
		using = "(CASE WHEN " + column + " IN (" + strings.Join(labels, ", ") + ") THEN " + column
		if known(c.NotNull) != "" && len(labels) > 0 {
			using += " ELSE " + labels[0]
		}
		using += " END)::" + name
	}
	change := sqlOp(alter + " TYPE " + name + " USING " + using)
	d := known(c.Default)
	if d == "" {
		return []op.Op{change}
	}
	return []op.Op{sqlOp(alter + " DROP DEFAULT"), change, sqlOp(alter + " SET DEFAULT " + d)}
}

// oldDomain gives a domain its old constraints, default or nullability.
func (p *planner) oldDomain(x catalog.Difference, old, now *catalog.Object, a action) []action {
	alter := "ALTER DOMAIN " + p.quoted(old.Name) + " "
	a.rank = rankMakeRule
	switch x.Attr {
	case "constraints":
		for _, c := range now.Checks {
			if !slices.ContainsFunc(old.Checks, func(o *catalog.Constraint) bool { return o.Name == c.Name && o.Text == c.Text }) {
				a.ops = append(a.ops, sqlOp(alter+"DROP CONSTRAINT "+p.d.Quote(c.Name)))
			}
		}
		var room []op.Op
		for _, c := range old.Checks {
			if !slices.ContainsFunc(now.Checks, func(o *catalog.Constraint) bool { return o.Name == c.Name && o.Text == c.Text }) {
				room = append(room, p.domainRoom(old, c)...)
				a.ops = append(a.ops, sqlOp(alter+"ADD CONSTRAINT "+p.d.Quote(c.Name)+" CHECK ("+c.Text+")"))
			}
		}
		a.ops = append(room, a.ops...)
	case "default":
		if d := old.Attrs["default"]; d != "" {
			a.ops = []op.Op{sqlOp(alter + "SET DEFAULT " + d)}
		} else {
			a.ops = []op.Op{sqlOp(alter + "DROP DEFAULT")}
		}
	case "not null":
		a.ops = []op.Op{sqlOp(alter + map[bool]string{true: "SET", false: "DROP"}[old.Attrs["not null"] != ""] + " NOT NULL")}
	}
	if len(a.ops) == 0 {
		return nil
	}
	return []action{a}
}

// grant gives or takes a privilege; its key is "select on table users to public".
func (p *planner) grant(x catalog.Difference, text string) []action {
	priv, rest, ok := strings.Cut(text, " on ")
	object, to, ok2 := strings.Cut(rest, " to ")
	if !ok || !ok2 {
		return nil
	}
	to, options, _ := strings.Cut(to, " ")
	if kind, name, ok := strings.Cut(object, " "); ok {
		object = strings.ToUpper(kind) + " " + name
	}
	if strings.EqualFold(to, "public") {
		to = "PUBLIC"
	}
	sql := "REVOKE " + strings.ToUpper(privilege(priv)) + columnsOf(priv) + " ON " + object + " FROM " + to
	if x.Before != "" {
		sql = "GRANT " + strings.ToUpper(privilege(priv)) + columnsOf(priv) + " ON " + object + " TO " + to
		if options = strings.TrimSpace(options); options != "" {
			sql += " " + strings.ToUpper(options)
		}
	}
	return []action{{rank: rankRest, keys: []string{key(x)}, ops: []op.Op{sqlOp(sql)}}}
}

func privilege(s string) string { p, _, _ := strings.Cut(s, "("); return strings.TrimSpace(p) }

func columnsOf(s string) string {
	if i := strings.IndexByte(s, '('); i >= 0 {
		return " " + s[i:]
	}
	return ""
}

// comment restores a comment on something that is neither table nor column.
func (p *planner) comment(x catalog.Difference) []action {
	what := strings.TrimPrefix(x.Object, "comment on ")
	kind, rest, _ := strings.Cut(what, " ")
	on, name, _ := strings.Cut(rest, " ")
	if strings.Contains(what, "view") || name == "" && on == "" {
		return nil
	}
	target := first(name, on)
	if on != "" && name != "" {
		target = p.d.Quote(name) + " ON " + on
	}
	value := "NULL"
	if x.Before != "none" && x.Before != "" {
		value = quote(x.Before)
	}
	return []action{{rank: rankRest, keys: []string{key(x)}, ops: []op.Op{sqlOp("COMMENT ON " + strings.ToUpper(kind) + " " + target + " IS " + value)}}}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
