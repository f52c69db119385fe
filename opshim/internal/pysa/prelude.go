package pysa

import (
	"embed"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

//go:embed prelude/*.py
var preludeFiles embed.FS

// preludeNames says which file defines which symbols; the names inside are the
// keys without their namespace.
var preludeNames = map[string]string{
	"names":     " quoted_name conv _truncated_label _anonymous_label Nullable NotNullable util.symbol util.asbool util.to_list util.OrderedDict util.immutabledict util.warn util.EMPTY_DICT postgresql.hstore_pair _inspects ",
	"operators": " operators ",
	"pgtypes": " postgresql.Range postgresql.MultiRange postgresql.hstore postgresql.to_tsvector postgresql.to_tsquery postgresql.plainto_tsquery" +
		" postgresql.phraseto_tsquery postgresql.websearch_to_tsquery postgresql.ts_headline postgresql.array_agg postgresql.Any postgresql.All ",
	"engine": " engine.create_engine engine.engine_from_config engine.Engine engine.URL engine.make_url engine.create_mock_engine engine.create_pool_from_url" +
		" pool.Pool pool.NullPool pool.StaticPool pool.QueuePool pool.SingletonThreadPool pool.AssertionPool pool.AsyncAdaptedQueuePool pool.FallbackAsyncAdaptedQueuePool" +
		" asyncio.AsyncEngine asyncio.AsyncConnection asyncio.create_async_engine asyncio.async_engine_from_config asyncio.AsyncSession asyncio.async_sessionmaker ",
}

// sessionNames are the symbols of the ORM that the file session defines.
const sessionNames = " Session sessionmaker scoped_session Query SessionTransaction "

// preludeFile finds the file of a key: a listed one, or a file that answers for a
// whole namespace.
func preludeFile(key string) (file, name string) {
	name = key[strings.LastIndexByte(key, '.')+1:]
	for f, list := range preludeNames {
		if strings.Contains(list, " "+key+" ") {
			return f, name
		}
	}
	switch {
	case strings.Contains(sessionNames, " "+name+" ") && strings.HasPrefix(key, "orm."):
		return "session", name
	case strings.HasPrefix(key, "orm."):
		return "orm", name
	case strings.HasPrefix(key, "hybrid."):
		return "hybrid", name
	case strings.HasPrefix(key, "automap."):
		return "automap", name
	case strings.HasPrefix(key, "associationproxy."), strings.HasPrefix(key, "ext.associationproxy."):
		return "associationproxy", name
	case strings.HasPrefix(key, "release21."):
		return "release21", name
	case strings.HasPrefix(key, "util."):
		return "util", name
	case strings.HasPrefix(key, "mutable."):
		return "mutable", name
	case strings.HasSuffix(key, "_op") || strings.HasPrefix(key, "operators.") || strings.HasPrefix(key, "is_") || key == "custom_op" || key == "from_" ||
		key == "json_getitem_op" || key == "json_path_getitem_op":
		return "operators", name
	}
	return "", ""
}

// makePrelude builds a symbol that the prelude defines in Python; nil when there
// is none.
func (l *Library) makePrelude(key string) (pyrt.Value, error) {
	file, name := preludeFile(key)
	if file == "" {
		return nil, nil
	}
	m, err := l.preludeModule(file)
	if err != nil || m == nil {
		return nil, err
	}
	return pyrt.LookupAttr(l.thread, m, name)
}

// preludeModule makes the module of a prelude file once.
func (l *Library) preludeModule(file string) (*pyrt.Module, error) {
	if m, ok := l.preload[file]; ok {
		return m, nil
	}
	text, err := preludeFiles.ReadFile("prelude/" + file + ".py")
	if err != nil {
		return nil, nil
	}
	src, err := syntax.NewSource("<sqlalchemy "+file+">", text)
	if err != nil {
		return nil, err
	}
	m, err := pyrt.LoadOutline(l.thread, src, "sqlalchemy._prelude_"+file, func(m *pyrt.Module) { l.prepare(m, file) })
	if err != nil {
		return nil, err
	}
	l.preload[file] = m
	return m, nil
}

// prepare defines what prelude files use without importing it: _get finds any
// symbol by its key, _unsupported fails by name.
func (l *Library) prepare(m *pyrt.Module, file string) {
	m.Set("__name__", pyrt.Str("sqlalchemy."+file))
	m.Define("_get(key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, _ := pyrt.AsStr(a[0])
		return l.symbol(s)
	})
	m.Define("_unsupported(name)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, _ := pyrt.AsStr(a[0])
		return nil, unsupported("%s", s)
	})
}
