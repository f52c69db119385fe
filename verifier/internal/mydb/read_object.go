package mydb

import (
	"context"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// body is a statement on one line, without what says who made it: that is an
// attribute of its own.
func (r *reader) body(text string) string { return r.spell(text, sqltok.MySQL(text)) }

// definer takes DEFINER=`a`@`b` out of a statement.
func definer(text string) (rest, who string) {
	at := strings.Index(text, "DEFINER=")
	if at < 0 {
		return text, ""
	}
	end, quoted := at+len("DEFINER="), false
	for ; end < len(text) && (quoted || text[end] != ' '); end++ {
		if text[end] == '`' {
			quoted = !quoted
		}
	}
	who = strings.ReplaceAll(text[at+len("DEFINER="):end], "`", "")
	return text[:at] + strings.TrimPrefix(text[end:], " "), who
}

// circumstances are what a stored program keeps of the session that made it.
func circumstances(mode, client, connection []byte) []shape.Attr {
	return []shape.Attr{{Name: "sql mode", Value: string(mode)}, {Name: "character set of the client", Value: string(client)}, {Name: "collation of the connection", Value: string(connection)}}
}

func object(kind, name string, attrs ...shape.Attr) *shape.Object {
	return &shape.Object{Kind: kind, Name: name, Attrs: shape.Clean(attrs)}
}

func put(c *shape.Catalog, o *shape.Object) { c.Objects[o.Kind+"\x00"+o.Name] = o }

// view reads one view.
func (d *DB) view(ctx context.Context, name string) (*shape.Object, error) {
	found, err := d.rows(ctx, "SHOW CREATE VIEW "+quote(name))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	row := found[0]
	text, who := definer(string(row[1]))
	head, query, _ := strings.Cut(text, " VIEW "+quote(name)+" ")
	attrs := append(circumstances(nil, row[2], row[3]), shape.Attr{Name: "definer", Value: who})
	for _, w := range []string{"ALGORITHM=", "SQL SECURITY "} {
		if _, rest, ok := strings.Cut(head+" ", w); ok {
			value, _, _ := strings.Cut(rest, " ")
			attrs = append(attrs, shape.Attr{Name: strings.ToLower(strings.TrimRight(w, "= ")), Value: strings.ToLower(value)})
		}
	}
	if at := strings.LastIndex(query, " WITH "); at > 0 && strings.HasSuffix(query, " CHECK OPTION") {
		attrs = append(attrs, shape.Attr{Name: "check option", Value: strings.ToLower(strings.TrimSuffix(query[at+6:], " CHECK OPTION"))})
		query = query[:at]
	}
	return object("view", name, append(attrs, shape.Attr{Name: "definition", Value: d.reader.body(query)})...), nil
}

// triggers reads the triggers of the database, by table.
func (d *DB) triggers(ctx context.Context) (map[string][]*shape.Object, error) {
	found, err := d.rows(ctx, "SHOW TRIGGERS")
	if err != nil {
		return nil, err
	}
	out, order := map[string][]*shape.Object{}, map[string]int{}
	for _, row := range found {
		table, when := string(row[2]), strings.ToLower(string(row[4])+" "+string(row[1]))
		order[table+"\x00"+when]++
		attrs := append(circumstances(row[6], row[8], row[9]), shape.Attr{Name: "definer", Value: string(row[7])}, shape.Attr{Name: "when", Value: when},
			shape.Attr{Name: "place among its kind", Value: strconv.Itoa(order[table+"\x00"+when])}, shape.Attr{Name: "body", Value: d.reader.body(string(row[3]))})
		out[table] = append(out[table], object("trigger", table+"."+string(row[0]), attrs...))
	}
	return out, nil
}

// programs reads routines, packages and events, and the database's own defaults.
func (d *DB) programs(ctx context.Context, c *shape.Catalog) error {
	found, err := d.rows(ctx, "SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = "+literal(d.name))
	if err != nil {
		return err
	}
	for _, row := range found {
		if err := d.routine(ctx, c, string(row[0]), string(row[1])); err != nil {
			return err
		}
	}
	if err := d.events(ctx, c); err != nil {
		return err
	}
	if err := d.accounts(ctx, c); err != nil {
		return err
	}
	found, err = d.rows(ctx, "SELECT default_character_set_name, default_collation_name FROM information_schema.schemata WHERE schema_name = "+literal(d.name))
	if err != nil || len(found) == 0 {
		return err
	}
	put(c, object("database", "of the tables", shape.Attr{Name: "character set", Value: string(found[0][0])}, shape.Attr{Name: "collation", Value: string(found[0][1])}))
	return nil
}

// routine reads one routine. One that we may not look into counts as it is named.
func (d *DB) routine(ctx context.Context, c *shape.Catalog, kind, name string) error {
	found, err := d.rows(ctx, "SHOW CREATE "+kind+" "+quote(name))
	if err != nil || len(found) == 0 {
		return err
	}
	row := found[0]
	text, who := definer(string(row[2]))
	put(c, object(strings.ToLower(kind), name, append(circumstances(row[1], row[3], row[4]), shape.Attr{Name: "definer", Value: who}, shape.Attr{Name: "definition", Value: d.reader.body(text)})...))
	return nil
}

// events reads the events. Where none says when it starts, the server says that
// it started when it was made: that is no part of the definition.
func (d *DB) events(ctx context.Context, c *shape.Catalog) error {
	found, err := d.rows(ctx, `SELECT event_name, definer, event_type, execute_at, concat(interval_value, ' ', interval_field), starts, ends, status, on_completion, event_comment, event_definition, time_zone,
 sql_mode, character_set_client, collation_connection, starts >= `+literal(d.opened)+` AND starts <= now() FROM information_schema.events WHERE event_schema = `+literal(d.name))
	if err != nil {
		return err
	}
	for _, row := range found {
		starts := string(row[5])
		if string(row[15]) == "1" {
			starts = ""
		}
		attrs := append(circumstances(row[12], row[13], row[14]), shape.Attr{Name: "definer", Value: string(row[1])}, shape.Attr{Name: "type", Value: strings.ToLower(string(row[2]))},
			shape.Attr{Name: "at", Value: string(row[3])}, shape.Attr{Name: "every", Value: strings.ToLower(string(row[4]))}, shape.Attr{Name: "starts", Value: starts}, shape.Attr{Name: "ends", Value: string(row[6])},
			shape.Attr{Name: "status", Value: strings.ToLower(string(row[7]))}, shape.Attr{Name: "on completion", Value: strings.ToLower(string(row[8]))}, shape.Attr{Name: "comment", Value: string(row[9])},
			shape.Attr{Name: "body", Value: d.reader.body(string(row[10]))}, shape.Attr{Name: "time zone", Value: string(row[11])})
		put(c, object("event", string(row[0]), attrs...))
	}
	return nil
}

// sequence reads a sequence of MariaDB, and where it stands.
func (d *DB) sequence(ctx context.Context, s *live.State, name string) error {
	found, err := d.rows(ctx, "SELECT next_not_cached_value, minimum_value, maximum_value, start_value, increment, cache_size, cycle_option FROM "+quote(name))
	if err != nil || len(found) == 0 {
		return err
	}
	row := found[0]
	var attrs []shape.Attr
	for i, n := range [...]string{"", "minimum", "maximum", "start", "increment", "cache", "cycle"} {
		if i > 0 {
			attrs = append(attrs, shape.Attr{Name: n, Value: string(row[i])})
		}
	}
	if engine, err := d.rows(ctx, "SHOW CREATE SEQUENCE "+quote(name)); err == nil && len(engine) > 0 {
		if _, rest, ok := strings.Cut(string(engine[0][1]), "ENGINE="); ok {
			attrs = append(attrs, shape.Attr{Name: "engine and comment", Value: rest})
		}
	}
	put(s.Catalog, object("sequence", name, attrs...))
	at, err := strconv.ParseInt(string(row[0]), 10, 64)
	if err != nil {
		return fmt.Errorf("sequence %s stands at %s", name, row[0])
	}
	s.Counters[name] = live.Counter{Value: at, Down: strings.HasPrefix(string(row[4]), "-")}
	return nil
}

// names lists what stands in the database: tables, views, sequences.
func (d *DB) names(ctx context.Context) (map[string]string, error) {
	found, err := d.rows(ctx, "SHOW FULL TABLES")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, row := range found {
		if !d.ignore[string(row[0])] && !strings.Contains(string(row[1]), "TEMPORARY") {
			out[string(row[0])] = string(row[1])
		}
	}
	return out, nil
}

func sortedNames[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
