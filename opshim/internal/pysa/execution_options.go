package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

func (c *connection) execOptions() *pyrt.Dict {
	if c.exopts == nil {
		c.exopts = pyrt.NewDict()
	}
	return c.exopts
}

// executionOptions is connection.execution_options(**opt). Those that only tell
// how rows are fetched or statements cached are kept; isolation_level is refused
// inside a transaction, as SQLAlchemy does, and AUTOCOMMIT on a connection whose
// statements are executed, because they would be part of a transaction here.
func executionOptions(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := connOf(a[0])
	for _, k := range keywords(a[1]) {
		switch k.Name {
		case "isolation_level":
			if err := l.isolationLevel(c, k.Value); err != nil {
				return nil, err
			}
		case "schema_translate_map":
			if err := l.translateSchemas(t, c, k.Value); err != nil {
				return nil, err
			}
		}
		c.execOptions().SetStr(k.Name, k.Value)
	}
	return a[0], nil
}

func (l *Library) isolationLevel(c *connection, v pyrt.Value) error {
	if c.mock {
		return nil
	}
	if !c.idle && !l.legacy() {
		return l.errorf("InvalidRequestError", "This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; "+
			"isolation_level may not be altered unless rollback() or commit() is called first.")
	}
	level, _ := pyrt.AsStr(v)
	if _, held := c.exec.(*heldExecutor); !held && strings.EqualFold(level, "AUTOCOMMIT") {
		return unsupported("Connection.execution_options(isolation_level=%q)", level)
	}
	return nil
}

// translateSchemas is the option schema_translate_map: all SQL of the connection
// names other schemas than the tables say.
func (l *Library) translateSchemas(t *pyrt.Thread, c *connection, v pyrt.Value) error {
	d, ok := pyrt.AsDict(v)
	if !ok || c.mock {
		return nil
	}
	m := map[string]string{}
	for _, e := range d.Items() {
		from, _ := pyrt.AsStr(e[0])
		to, _ := pyrt.AsStr(e[1])
		m[from] = to
	}
	c.exec.Dialect().SchemaTranslate = m
	return nil
}

// MarkTransaction tells a connection object that a transaction has begun or
// ended; other objects are left alone.
func (l *Library) MarkTransaction(v pyrt.Value, open bool) {
	if o, ok := v.(*pyrt.Object); ok {
		if c, ok := o.Native.(*connection); ok {
			c.idle = !open
		}
	}
}
