package mydb

import (
	"context"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// Accounts and roles belong to the whole server. On one of our own they concern
// nobody else: what a migration makes of them is compared, and goes with a state.
// On a server of the user's the guard refuses every statement about them, so that
// there is nothing to compare.
//
// The server keeps what an account may do beside the tables: privileges stay when
// a table is dropped, do not follow a table that is renamed, and go with a routine.

// ownAccounts notes those of the server before anything of ours ran.
func (d *DB) ownAccounts(ctx context.Context) error {
	if d.server == nil {
		return nil
	}
	d.given = map[string]bool{}
	c := &shape.Catalog{Objects: map[string]*shape.Object{}}
	if err := d.accounts(ctx, c); err != nil {
		return err
	}
	for key := range c.Objects {
		d.given[key] = true
	}
	return nil
}

// accounts reads the accounts and roles that were not there at first.
func (d *DB) accounts(ctx context.Context, c *shape.Catalog) error {
	if d.server == nil {
		return nil
	}
	sql := "SELECT user, host, 'N' FROM mysql.user"
	if d.kind.maria {
		sql = "SELECT user, host, is_role FROM mysql.user"
	}
	found, err := d.rows(ctx, sql)
	if err != nil {
		return err
	}
	for _, row := range found {
		o, err := d.account(ctx, string(row[0]), string(row[1]), string(row[2]) == "Y")
		if err != nil {
			return err
		}
		if o != nil {
			put(c, o)
		}
	}
	return nil
}

// spelled is how a statement names an account or a role.
func spelled(o *shape.Object) string {
	if o.Kind == "role" {
		return text(o.Name)
	}
	at := strings.LastIndexByte(o.Name, '@')
	return text(o.Name[:at]) + "@" + text(o.Name[at+1:])
}

// account reads one, or returns nil for one that was there at first.
func (d *DB) account(ctx context.Context, user, host string, role bool) (*shape.Object, error) {
	o := object("account", user+"@"+host)
	if role {
		o = object("role", user)
	}
	if d.given[o.Kind+"\x00"+o.Name] {
		return nil, nil
	}
	if len(d.given) == 0 {
		return o, nil // their names are enough
	}
	lines, err := d.grantsOf(ctx, o)
	if err != nil {
		return nil, err
	}
	var attrs []shape.Attr
	if made, err := d.creation(ctx, o); err != nil {
		return nil, err
	} else if made != "" {
		attrs = append(attrs, shape.Attr{Name: "definition", Value: unsalted(made)})
	}
	for _, line := range lines {
		attrs = append(attrs, d.privileges(line, o.Kind == "account" && !d.creates())...)
	}
	slices.SortStableFunc(attrs, func(a, b shape.Attr) int { return strings.Compare(a.Name, b.Name) })
	return object(o.Kind, o.Name, attrs...), nil
}

// creates reports whether the server writes the statement that makes an account.
// An older one writes it into the first of its grants.
func (d *DB) creates() bool { return d.kind.atLeast(100200, 50706) }

// creation is what makes an account or a role, "" where its grants do.
func (d *DB) creation(ctx context.Context, o *shape.Object) (string, error) {
	switch {
	case o.Kind == "role":
		return "CREATE ROLE " + spelled(o), nil
	case !d.creates():
		return "", nil
	}
	found, err := d.rows(ctx, "SHOW CREATE USER "+spelled(o))
	if err != nil || len(found) == 0 {
		return "", err
	}
	return string(found[0][0]), nil
}

// unsalted is the statement without the hash of a password that is another one
// each time.
func unsalted(made string) string {
	before, after, ok := strings.Cut(made, " AS ")
	if !ok || !strings.Contains(before, "sha2") {
		return made
	}
	t := sqltok.MySQL(after)
	if len(t) == 0 {
		return made
	}
	return before + after[t[0].End:]
}

// grantsOf are the statements that give an account what it may do.
func (d *DB) grantsOf(ctx context.Context, o *shape.Object) ([]string, error) {
	found, err := d.rows(ctx, "SHOW GRANTS FOR "+spelled(o))
	if err != nil {
		return nil, err
	}
	at := strings.LastIndexByte(o.Name, '@')
	raw := "'" + o.Name[:max(at, 0)] + "'@'" + o.Name[at+1:] + "'" // older servers double no quotes in it
	var out []string
	for _, row := range found {
		// That of a role also shows the grants of roles that it is a member of.
		if line := strings.Replace(string(row[0]), raw, spelled(o), 1); o.Kind != "role" || grantee(line) == o.Name {
			out = append(out, line)
		}
	}
	return out, nil
}

// cutGrant finds the words ON and TO of a grant, -1 for none.
func cutGrant(t []sqltok.Token) (on, to int) {
	on, to = -1, -1
	for i := 0; i < len(t); i++ {
		switch {
		case t[i].Is("("):
			i = sqltok.Close(t, i)
		case t[i].Is("on") && on < 0:
			on = i
		case (t[i].Is("to") || t[i].Is("for")) && to < 0:
			to = i
		}
	}
	return on, to
}

// grantee is the name that a grant is for, without its host.
func grantee(line string) string {
	t := sqltok.MySQL(line)
	if _, to := cutGrant(t); to >= 0 && to+1 < len(t) {
		if t[to+1].Kind == sqltok.String {
			return sqltok.Unliteral(t[to+1])
		}
		return t[to+1].Text
	}
	return ""
}

// privileges reads one line of SHOW GRANTS; whole for one that also says how the
// account identifies itself.
func (d *DB) privileges(line string, whole bool) []shape.Attr {
	t := sqltok.MySQL(line)
	on, to := cutGrant(t)
	if len(t) == 0 || to < 0 {
		return []shape.Attr{{Name: line, Value: "yes"}}
	}
	if on < 0 { // GRANT role TO account, SET DEFAULT ROLE role FOR account
		name, value := "member of ", "yes"
		if t[0].Is("set") {
			name = "default role "
		}
		if strings.Contains(strings.ToLower(sqltok.Source(line, t[to:])), "with admin option") {
			value = "with admin option"
		}
		return []shape.Attr{{Name: name + strings.Trim(sqltok.Source(line, t[to-1:to]), "`'"), Value: value}}
	}
	var list []string
	for _, p := range sqltok.Split(t[1:on]) {
		list = append(list, privilege(line, p))
	}
	slices.Sort(list)
	value := strings.Join(list, ", ")
	tail := line[t[to].End:]
	if strings.Contains(strings.ToLower(tail), "with grant option") {
		value += " with grant option"
	}
	var out []shape.Attr
	if value != "usage" {
		out = append(out, shape.Attr{Name: "privileges on " + d.target(line, t[on+1:to]), Value: value})
	}
	if whole && sqltok.Source(line, t[on+1:to]) == "*.*" {
		out = append(out, shape.Attr{Name: "definition", Value: strings.TrimSpace(tail)})
	}
	return out
}

// privilege is one privilege, with the columns that it is for.
func privilege(line string, p []sqltok.Token) string {
	at := slices.IndexFunc(p, func(t sqltok.Token) bool { return t.Is("(") })
	if at < 1 {
		return strings.ToLower(sqltok.Source(line, p))
	}
	columns := list(p[at+1 : min(sqltok.Close(p, at), len(p))])
	slices.Sort(columns)
	return strings.ToLower(sqltok.Source(line, p[:at])) + " (" + strings.Join(columns, ", ") + ")"
}

// target is what a privilege is for.
func (d *DB) target(line string, t []sqltok.Token) string {
	kind := ""
	if len(t) > 3 && t[0].Kind == sqltok.Word {
		kind, t = strings.ToLower(sqltok.Source(line, t[:len(t)-3]))+" ", t[len(t)-3:]
	}
	if len(t) != 3 || !t[1].Is(".") {
		return kind + sqltok.Source(line, t)
	}
	switch own := strings.ReplaceAll(t[0].Text, `\`, "") == d.name; {
	case t[0].Is("*"):
		return "everything"
	case own && t[2].Is("*"):
		return "all of the database"
	case own:
		return kind + t[2].Text
	}
	return kind + t[0].Text + "." + t[2].Text
}

// keepAccount keeps what makes an account again.
func (d *DB) keepAccount(ctx context.Context, o *shape.Object) (*program, error) {
	made, err := d.creation(ctx, o)
	if err != nil {
		return nil, err
	}
	lines, err := d.grantsOf(ctx, o)
	return &program{of: o, create: made, grants: lines}, err
}

// isAccount reports whether an object belongs to the server.
func isAccount(o *shape.Object) bool { return o.Kind == "account" || o.Kind == "role" }

// planAccounts: they hang together by roles, so where one differs all are made
// again.
func (w *way) planAccounts() {
	is, was := ofServer(w.is.Catalog), ofServer(w.m.base.Catalog)
	if slices.EqualFunc(is, was, func(a, b *shape.Object) bool { return w.alike(a, b) && a.Name == b.Name }) {
		return
	}
	w.drop = append(w.drop, is...)
	for _, o := range was {
		w.make = append(w.make, w.m.programs[o.Kind+"\x00"+o.Name])
	}
}

func ofServer(c *shape.Catalog) []*shape.Object {
	var out []*shape.Object
	for _, key := range sortedNames(c.Objects) {
		if o := c.Objects[key]; isAccount(o) {
			out = append(out, o)
		}
	}
	return out
}

// accounts makes accounts and roles, and then gives them what they may do.
func (w *way) accounts(ctx context.Context) error {
	for _, p := range w.make {
		if isAccount(p.of) && p.create != "" {
			if err := w.d.do(ctx, p.create); err != nil {
				return err
			}
		}
	}
	for _, p := range w.make {
		for _, line := range p.grants {
			for _, sql := range w.granting(line) {
				if err := w.d.do(ctx, sql); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// granting are the statements that give what a line of SHOW GRANTS says: on a
// table that is not there, the server takes them only together with CREATE.
func (w *way) granting(line string) []string {
	t := sqltok.MySQL(line)
	on, to := cutGrant(t)
	if on < 0 || to != on+4 || t[on+1].Text != w.d.name || t[on+3].Is("*") || w.m.base.Catalog.Tables[t[on+3].Text] != nil ||
		w.m.base.Catalog.Objects["view\x00"+t[on+3].Text] != nil || w.m.base.Catalog.Objects["sequence\x00"+t[on+3].Text] != nil {
		return []string{line}
	}
	if slices.ContainsFunc(t[1:on], func(x sqltok.Token) bool { return x.Is("create") || x.Is("all") }) {
		return []string{line}
	}
	account := line[t[to].End:]
	if cut := strings.Index(account, " WITH "); cut >= 0 {
		account = account[:cut]
	}
	return []string{"GRANT CREATE, " + line[t[1].Start:], "REVOKE CREATE ON " + sqltok.Source(line, t[on+1:to]) + " FROM " + account}
}
