package pysa

import (
	"maps"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// Options say what run a Library serves.
type Options struct {
	// Dialect is the database of the run; it answers str(statement), and decides
	// what dialect-dependent Python code (TypeDecorator) sees.
	Dialect *sqlgen.Dialect
	// Version is what sqlalchemy.__version__ says: "2.0.58" when empty.
	Version string
	// Mock makes the executor of op.get_bind() in --sql mode: statements are
	// printed, nothing is answered.
	Mock func(d *sqlgen.Dialect) Executor
	// Connect makes the executor of an engine's connections (env.py); nil means
	// that such connections can be held but not used.
	Connect func(d *sqlgen.Dialect, url string) Executor
	// BeginAllowed reports whether connection.begin() may start a transaction; nil
	// means that one is open already.
	BeginAllowed func() bool
	// Complete is called before the tables of a MetaData are looked at that was
	// made while the given frames were active: what declares tables may not have
	// been executed yet. nil: everything has.
	Complete func(t *pyrt.Thread, made []pyrt.Frame)
	// Warn takes what SQLAlchemy warns of; nil drops it.
	Warn func(text string)
}

// A Library is SQLAlchemy for one run. It is not safe for concurrent use.
type Library struct {
	thread *pyrt.Thread
	opt    Options
	order  *schema.Order

	// completing is true while modules are executed for the tables in them.
	completing bool

	modules map[string]*pyrt.Module
	symbols map[string]pyrt.Value
	funcs   map[string]funcDef
	classes map[string]classDef
	// generics are the GenericFunction subclasses of scripts by lower-cased name.
	generics map[string]*pyrt.Type
	types    map[string]*typeSpec
	preload  map[string]*pyrt.Module

	compiles  map[*pyrt.Type]map[string]pyrt.Value
	listeners []listener
	heard     map[string]int // how many of them are for an event
	// enums remembers the Python class of PEP 435 enumerations.
	enums    map[*schema.Enum]*pyrt.Object
	fromObjs map[expr.From]*pyrt.Object
	dialects map[string]*pyrt.Object
	// pyTypes finds the Python object of types with a hook.
	loading map[string]bool
}

// A funcDef is a function of the library: its signature in Python's words and
// its body.
type funcDef struct {
	signature string
	body      func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error)
}

// A classDef describes a class of the library; Bases are symbol keys.
type classDef struct {
	name    string
	module  string
	bases   []string
	new     func(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error)
	members func(l *Library) []pyrt.Member
}

// New makes the library of one run.
func New(t *pyrt.Thread, opt Options) *Library {
	if opt.Version == "" {
		opt.Version = "2.0.58"
	}
	if opt.Dialect == nil {
		opt.Dialect = &sqlgen.Dialect{Name: "default"}
	}
	return &Library{
		heard:  map[string]int{},
		thread: t, opt: opt, order: &schema.Order{},
		modules: map[string]*pyrt.Module{}, symbols: map[string]pyrt.Value{},
		preload:  map[string]*pyrt.Module{},
		compiles: map[*pyrt.Type]map[string]pyrt.Value{},
		enums:    map[*schema.Enum]*pyrt.Object{},
		fromObjs: map[expr.From]*pyrt.Object{},
		dialects: map[string]*pyrt.Object{}, loading: map[string]bool{},
	}
}

// Order hands out the creation numbers of the run's schema objects.
func (l *Library) Order() *schema.Order { return l.order }

// VersionOf is what sqlalchemy.__version__ says in a release line.
func VersionOf(release string) string {
	switch release {
	case "1.4":
		return "1.4.54"
	case "2.1":
		return "2.1.9"
	}
	return "2.0.58"
}

// release is the release line of SQLAlchemy that the run has: "1.4", "2.0" or "2.1".
func (l *Library) release() string {
	for _, line := range []string{"1.4", "2.1"} {
		if strings.HasPrefix(l.opt.Version, line) {
			return line
		}
	}
	return "2.0"
}

// newDialect is sqlgen.New for this run's SQLAlchemy.
func (l *Library) newDialect(name string) (*sqlgen.Dialect, error) {
	d, err := sqlgen.New(name)
	if err != nil {
		return nil, l.Raise(err)
	}
	d.SQLAlchemy = l.release()
	return d, nil
}

// SetDialect changes the dialect of the run (env.py decides it late).
func (l *Library) SetDialect(d *sqlgen.Dialect) { l.opt.Dialect = d }

// Import returns the module sqlalchemy or one below it; nil, nil when there is
// no such module.
func (l *Library) Import(name string) (*pyrt.Module, error) {
	if m, ok := l.modules[name]; ok {
		return m, nil
	}
	if !strings.HasPrefix(name+".", "sqlalchemy.") {
		return nil, nil
	}
	listed, known := moduleNames[name]
	if !known && !l.isDriverModule(name) {
		return nil, nil
	}
	m := pyrt.NewModule(name)
	m.Lazy = func(t *pyrt.Thread, attr string) (pyrt.Value, error) { return l.attribute(name, listed, attr) }
	m.Dict.SetStr("__path__", pyrt.NewList())
	m.Dict.SetStr("__package__", pyrt.Str(name))
	if name == "sqlalchemy" {
		m.Set("__version__", pyrt.Str(l.opt.Version))
	}
	l.modules[name] = m
	return m, nil
}

// isDriverModule reports whether name is a driver's module of a dialect, which
// is importable but has inert contents.
func (l *Library) isDriverModule(name string) bool {
	rest, ok := strings.CutPrefix(name, "sqlalchemy.dialects.")
	if !ok {
		return false
	}
	db, driver, ok := strings.Cut(rest, ".")
	if !ok || strings.Contains(driver, ".") {
		return false
	}
	if _, known := moduleNames["sqlalchemy.dialects."+db]; !known {
		return false
	}
	switch driver {
	case "psycopg2", "psycopg", "psycopg2cffi", "asyncpg", "pg8000", "pymysql", "mysqldb", "mysqlconnector", "aiomysql", "asyncmy", "cymysql", "pyodbc",
		"mariadbconnector", "pysqlite", "pysqlcipher", "aiosqlite", "base", "provision", "types", "dml", "json", "array", "ext", "hstore", "ranges",
		"named_types", "operators", "enumerated", "expression", "reflection", "pymssql", "cx_oracle", "oracledb", "information_schema":
		return true
	}
	return false
}

// attribute finds a module's attribute: a listed name, a submodule, or one of
// the names that dialect modules make up.
func (l *Library) attribute(module, listed, attr string) (pyrt.Value, error) {
	if attr == "__all__" {
		return l.allNames(listed), nil
	}
	if strings.HasPrefix(attr, "__") {
		return nil, nil
	}
	if module == "sqlalchemy.sql.functions" && strings.Contains(genericFunctions, " "+attr+" ") {
		return l.symbol("functions." + attr)
	}
	if key, ok := listedKey(listed, attr); ok {
		return l.symbol(key)
	}
	if key, ok := listedKey(release21[module], attr); ok && l.release() == "2.1" {
		return l.symbol(key)
	}
	if key := l.unlistedKey(module, attr); key != "" {
		return l.symbol(key)
	}
	sub, err := l.Import(module + "." + attr)
	if sub == nil || err != nil {
		return nil, err
	}
	return sub, nil
}

// allNames is __all__: the public names.
func (l *Library) allNames(listed string) pyrt.Value {
	var names []pyrt.Value
	for _, f := range strings.Fields(listed) {
		n, _, _ := strings.Cut(f, "=")
		names = append(names, pyrt.Str(n))
	}
	return pyrt.NewList(names...)
}

// listedKey finds the symbol key of a name in a module's list.
func listedKey(listed, name string) (string, bool) {
	if i := strings.Index(listed, " "+name+"="); i >= 0 {
		rest := listed[i+len(name)+2:]
		key, _, _ := strings.Cut(rest, " ")
		return key, true
	}
	if strings.Contains(listed, " "+name+" ") {
		return name, true
	}
	return "", false
}

// unlistedKey names symbols that exist without being public names of the
// module: private helpers that scripts use and values (as opposed to classes
// and functions) that the name list leaves out.
func (l *Library) unlistedKey(module, attr string) string {
	switch {
	case attr == "dialect" && strings.HasPrefix(module, "sqlalchemy.dialects.postgresql.") && strings.Contains(driversOfPostgreSQL, module[len("sqlalchemy.dialects.postgresql"):]+" "):
		return "postgresql.PGDialect_" + module[len("sqlalchemy.dialects.postgresql."):]
	case strings.HasPrefix(attr, "PGDialect_") && strings.Contains(driversOfPostgreSQL, "."+attr[len("PGDialect_"):]+" "):
		return "postgresql." + attr
	case attr == "dialect" && strings.HasPrefix(module, "sqlalchemy.dialects."):
		return dialectModule(module) + ".dialect"
	case strings.HasPrefix(attr, "PGDialect_"), strings.HasPrefix(attr, "MySQLDialect_"), strings.HasPrefix(attr, "SQLiteDialect_"):
		return dialectModule(module) + ".dialect"
	}
	if module == "sqlalchemy.sql.operators" && strings.Contains(plainOperators, " "+attr+" ") {
		return "operators." + attr
	}
	switch module + "." + attr {
	case "sqlalchemy.util.OrderedDict", "sqlalchemy.util.immutabledict", "sqlalchemy.util.EMPTY_DICT":
		return "util." + attr
	case "sqlalchemy.sql.base._NONE_NAME", "sqlalchemy.sql.schema._NONE_NAME", "sqlalchemy.sql.naming._NONE_NAME":
		return "_NONE_NAME"
	case "sqlalchemy.func", "sqlalchemy.sql.func", "sqlalchemy.sql.expression.func", "sqlalchemy.sql.functions.func":
		return "func"
	case "sqlalchemy.inspection._inspects":
		return "_inspects"
	case "sqlalchemy.sql.elements._anonymous_label", "sqlalchemy.sql.elements._truncated_label":
		return attr
	case "sqlalchemy.util.symbol", "sqlalchemy.util.langhelpers.symbol":
		return "util.symbol"
	}
	if len(attr) > 1 && attr[0] == '_' && unicode.IsLetter(rune(attr[1])) && moduleNames[module] != " " {
		// Names of SQLAlchemy's own use are not listed: importing one is no failure.
		return strings.TrimPrefix(module, "sqlalchemy.") + "." + attr
	}
	return ""
}

// driversOfPostgreSQL have a dialect class of their own here.
const driversOfPostgreSQL = " .psycopg2 .psycopg .asyncpg .pg8000 "

// plainOperators are the names in sqlalchemy.sql.operators that come from the
// module operator.
const plainOperators = " eq ne lt le gt ge add sub mul truediv floordiv mod neg inv and_ or_ getitem lshift rshift "

func dialectModule(module string) string {
	db, _, _ := strings.Cut(strings.TrimPrefix(module, "sqlalchemy.dialects."), ".")
	return db
}

// aliases names keys whose object is that of another key.
var aliases = map[string]string{
	"mysql.MySQLDialect_mysqldb":   "mysql.dialect",
	"mysql.MariaDBDialect_mysqldb": "mariadb.dialect", "mysql.MariaDBDialect": "mariadb.dialect", "sqlite.SQLiteDialect_pysqlite": "sqlite.dialect",
	"mssql.MSDialect_pyodbc": "mssql.dialect", "oracle.OracleDialect_cx_oracle": "oracle.dialect", "DDLElement": "ExecutableDDLElement", "Text.Clause": "TextClause", "engine.StrCompileDialect": "StrCompileDialect",
}

// symbol returns the object of a key, made on first use. Keys without an
// implementation give inert objects.
func (l *Library) symbol(key string) (pyrt.Value, error) {
	if other, ok := aliases[key]; ok {
		key = other
	}
	if v, ok := l.symbols[key]; ok {
		return v, nil
	}
	v, err := l.make(key)
	if err != nil {
		return nil, err
	}
	if v == nil {
		v = l.inert(key)
	}
	l.symbols[key] = v
	return v, nil
}

// make builds the object of a key; nil when it is not implemented.
func (l *Library) make(key string) (pyrt.Value, error) {
	if c := l.makeType(key); c != nil {
		return c, nil
	}
	if c := l.makeException(key); c != nil {
		return c, nil
	}
	if c := l.makeClass(key); c != nil {
		return c, nil
	}
	if f := l.makeFunc(key); f != nil {
		return f, nil
	}
	if v := l.makeConstant(key); v != nil {
		return v, nil
	}
	return l.makePrelude(key)
}

func (l *Library) makeClass(key string) pyrt.Value {
	if l.classes == nil {
		l.classes = classTable()
	}
	d, ok := l.classes[key]
	if !ok {
		return nil
	}
	spec := pyrt.ClassSpec{Name: d.name, Module: d.module}
	for _, b := range d.bases {
		spec.Bases = append(spec.Bases, l.class(b))
	}
	members := d.members
	if more := legacyMembers(key); more != nil && l.legacy() {
		members = func(l *Library) []pyrt.Member { return append(more(l), d.members(l)...) }
	}
	if members != nil {
		spec.Members = func() []pyrt.Member { return members(l) }
	}
	if d.new != nil {
		spec.New = func(t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
			return d.new(l, t, cls, args)
		}
	}
	return pyrt.NewClass(spec)
}

func (l *Library) makeFunc(key string) pyrt.Value {
	if l.funcs == nil {
		l.funcs = functionTable()
		if l.legacy() {
			maps.Copy(l.funcs, legacyFunctions())
		}
	}
	d, ok := l.funcs[key]
	if !ok {
		return nil
	}
	b := pyrt.NewBuiltin(d.signature, l.bind(d.body))
	b.Module = "sqlalchemy"
	return b
}

// bind makes a built-in's body out of a function that wants the library.
func (l *Library) bind(f func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error)) pyrt.BuiltinFunc {
	return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return f(l, t, a) }
}

// class returns a class of the library; the key must exist.
func (l *Library) class(key string) *pyrt.Type {
	v, err := l.symbol(key)
	if c, ok := v.(*pyrt.Type); ok && err == nil {
		return c
	}
	panic("pysa: no class " + key)
}

// method makes a Member out of a signature and a body.
func (l *Library) method(signature string, f func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error)) pyrt.Member {
	return pyrt.Method(signature, l.bind(f))
}

// getter makes a read-only property.
func (l *Library) getter(name string, f func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error)) pyrt.Member {
	return pyrt.Getter(name, func(t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return f(l, t, self) })
}
