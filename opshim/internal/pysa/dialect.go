package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// dialectKeys names the class of a dialect by its name.
var dialectKeys = map[string]string{"mssql": "mssql.dialect", "oracle": "oracle.dialect", "postgresql": "postgresql.dialect", "mysql": "mysql.dialect", "mariadb": "mariadb.dialect",
	"sqlite": "sqlite.dialect", "default": "engine.DefaultDialect", "default_enhanced": "StrCompileDialect"}

// DialectObject is the Python object of a dialect.
func (l *Library) DialectObject(d *sqlgen.Dialect) (pyrt.Value, error) {
	key, ok := dialectKeys[d.Name]
	if !ok {
		return nil, l.errorf("NoSuchModuleError", "Can't load plugin: sqlalchemy.dialects:%s", d.Name)
	}
	return pyrt.NewObject(l.class(key), d), nil
}

// dialectObject is DialectObject by name, made once.
func (l *Library) dialectObject(name string) (pyrt.Value, error) {
	if o, ok := l.dialects[name]; ok {
		return o, nil
	}
	d, err := l.dialectData(name)
	if err != nil {
		return nil, err
	}
	v, err := l.DialectObject(d)
	if err != nil {
		return nil, err
	}
	l.dialects[name] = v.(*pyrt.Object)
	return v, nil
}

// DialectOf is the dialect of a connection, an engine, a URL, a dialect object or
// a name. The result may be changed by the caller.
func (l *Library) DialectOf(v pyrt.Value) (*sqlgen.Dialect, error) {
	if s, ok := pyrt.AsStr(v); ok {
		return l.dialectByURL(s)
	}
	if o, ok := v.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *sqlgen.Dialect:
			return n, ownCompilers(l.thread, o)
		case *connection:
			return n.exec.Dialect(), nil
		}
		d, err := pyrt.LookupAttr(l.thread, o, "dialect")
		if err != nil {
			return nil, err
		}
		if d != nil && d != v {
			return l.DialectOf(d)
		}
		if name, err := pyrt.LookupAttr(l.thread, o, "drivername"); err == nil && name != nil {
			return l.DialectOf(name)
		}
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "no dialect can be found in an object of class %s", v.Type().Name)
}

// dialectByURL reads "postgresql+psycopg://..." or a plain name.
func (l *Library) dialectByURL(s string) (*sqlgen.Dialect, error) {
	name, _, _ := strings.Cut(s, ":")
	name, driver, _ := strings.Cut(name, "+")
	if name == "postgres" {
		name = "postgresql"
	}
	d, err := sqlgen.NewDriver(name, driver)
	if err == nil {
		d.SQLAlchemy = l.release()
	}
	return d, l.Raise(err)
}

// driverClass describes the class of a dialect with one of its drivers.
func driverClass(class, name, driver string) classDef {
	c := dialectClass(name, name+".dialect")
	c.name = class
	c.module += "." + driver
	plain := c.new
	c.new = func(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
		v, err := plain(l, t, cls, args)
		if err != nil {
			return nil, err
		}
		d := v.(*pyrt.Object).Native.(*sqlgen.Dialect)
		with, err := sqlgen.NewDriver(name, driver)
		if err != nil {
			return nil, l.Raise(err)
		}
		d.Driver = driver
		given := false
		for _, k := range args.Kw {
			given = given || k.Name == "paramstyle"
		}
		if !given {
			d.Paramstyle = with.Paramstyle
		}
		return v, nil
	}
	return c
}

// dialectClass describes the class of one dialect.
func dialectClass(name, base string) classDef {
	class := map[string]string{"postgresql": "PGDialect_psycopg2", "mysql": "MySQLDialect_mysqldb", "mariadb": "MariaDBDialect_mysqldb",
		"sqlite": "SQLiteDialect_pysqlite", "mssql": "MSDialect_pyodbc", "oracle": "OracleDialect_cx_oracle", "default": "DefaultDialect", "default_enhanced": "StrCompileDialect"}[name]
	driverless := name == "postgresql" && base == "engine.DefaultDialect"
	return classDef{name: class, module: "sqlalchemy.dialects." + name, bases: []string{base},
		new: func(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
			d, err := &sqlgen.Dialect{Name: name, Paramstyle: "named"}, error(nil)
			if name != "mssql" && name != "oracle" {
				d, err = l.newDialect(name)
			}
			if err != nil {
				return nil, err
			}
			d.NoBindCasts = driverless
			o := pyrt.NewObject(cls, d)
			for _, k := range args.Kw {
				if k.Name == "paramstyle" && k.Value != pyrt.None {
					d.Paramstyle, _ = pyrt.AsStr(k.Value)
					continue
				}
				if k.Name == "is_mariadb" {
					d.MariaDBServer = k.Value == pyrt.Value(pyrt.True)
					continue
				}
				if o.Dict == nil {
					o.Dict = pyrt.NewDict()
				}
				o.Dict.SetStr(k.Name, k.Value)
			}
			return o, nil
		}}
}

// dialectMembers is the namespace of all dialects.
func dialectMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *sqlgen.Dialect {
		if d, ok := v.(*pyrt.Object).Native.(*sqlgen.Dialect); ok {
			return d
		}
		return &sqlgen.Dialect{Name: "default", Paramstyle: "named"}
	}
	is := func(name string, f func(d *sqlgen.Dialect) bool) pyrt.Member {
		return pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(f(of(self))), nil
		}, func(_ *pyrt.Thread, self, v pyrt.Value) error { return setDialectFlag(of(self), name, v) })
	}
	in := func(names ...string) func(d *sqlgen.Dialect) bool {
		return func(d *sqlgen.Dialect) bool {
			for _, n := range names {
				if d.Name == n {
					return true
				}
			}
			return false
		}
	}
	return append([]pyrt.Member{
		pyrt.RawMethod("__init__", func(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) { return pyrt.None, nil }),
		l.getter("name", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(strings.TrimSuffix(of(self).Name, "_enhanced")), nil
		}),
		l.getter("driver", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(of(self).DriverName()), nil
		}),
		pyrt.Accessor("paramstyle", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return pyrt.Str(of(self).Paramstyle), nil },
			func(_ *pyrt.Thread, self, v pyrt.Value) error { of(self).Paramstyle, _ = pyrt.AsStr(v); return nil }),
		pyrt.Accessor("default_schema_name", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return defaultSchema(of(self)), nil },
			func(_ *pyrt.Thread, self, v pyrt.Value) error { of(self).DefaultSchema, _ = pyrt.AsStr(v); return nil }),
		is("is_mariadb", func(d *sqlgen.Dialect) bool { return d.Name == "mariadb" || d.MariaDBServer }),
		is("_support_default_function", func(d *sqlgen.Dialect) bool {
			if d.Name == "mariadb" || d.MariaDBServer {
				return versionAtLeast(d.ServerVersion, 10, 2, 1)
			}
			return versionAtLeast(d.ServerVersion, 8, 0, 13)
		}),
		is("supports_native_boolean", func(d *sqlgen.Dialect) bool {
			return d.NativeBoolean.Or(d.Name == "postgresql" || d.Name == "default_enhanced")
		}),
		is("supports_schemas", in("postgresql", "mysql", "mariadb", "sqlite")), is("supports_statement_cache", func(*sqlgen.Dialect) bool { return true }),
	}, append(append(dialectFacts(of), l.dialectMethods(of)...), l.dialectSettings(of)...)...)
}

// dialectSettings are the attributes that callers set to stand for a server.
func (l *Library) dialectSettings(of func(pyrt.Value) *sqlgen.Dialect) []pyrt.Member {
	return []pyrt.Member{
		pyrt.Accessor("server_version_info", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return serverVersion(of(self)), nil },
			func(_ *pyrt.Thread, self, v pyrt.Value) error {
				of(self).ServerVersion = nil
				for _, it := range l.items(v) {
					n, _ := pyrt.AsInt(it)
					of(self).ServerVersion = append(of(self).ServerVersion, int(n))
				}
				return nil
			}),
		pyrt.Accessor("aggregate_order_by_style", func(*pyrt.Thread, pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("dialect.aggregate_order_by_style")
		}, func(t *pyrt.Thread, self, v pyrt.Value) error {
			name, err := pyrt.GetAttr(t, v, "name")
			if of(self).AggregateOrder, _ = pyrt.AsStr(optional(name)); of(self).AggregateOrder == "INLINE" {
				of(self).AggregateOrder = ""
			}
			return err
		}),
	}
}

// versionAtLeast compares a server version; an unknown one is too old.
func versionAtLeast(have []int, want ...int) bool {
	if have == nil {
		return false
	}
	for i, n := range want {
		if i >= len(have) || have[i] < n {
			return false
		}
		if have[i] > n {
			return true
		}
	}
	return true
}

// setDialectFlag applies the flags that scripts may set.
func setDialectFlag(d *sqlgen.Dialect, name string, v pyrt.Value) error {
	switch name {
	case "supports_native_boolean":
		d.NativeBoolean = tri(v)
	case "is_mariadb":
		d.MariaDBServer = tri(v) == schema.Yes
	default:
		return unsupported("setting dialect.%s", name)
	}
	return nil
}

func defaultSchema(d *sqlgen.Dialect) pyrt.Value {
	switch {
	case d.DefaultSchema != "":
		return pyrt.Str(d.DefaultSchema)
	case d.Name == "postgresql":
		return pyrt.Str("public")
	case d.Name == "sqlite":
		return pyrt.Str("main")
	}
	return pyrt.None
}

func serverVersion(d *sqlgen.Dialect) pyrt.Value {
	if d.ServerVersion == nil {
		return pyrt.None
	}
	out := make([]pyrt.Value, len(d.ServerVersion))
	for i, n := range d.ServerVersion {
		out[i] = pyrt.Int(n)
	}
	return pyrt.NewTuple(out...)
}

// dialectMethods are the methods of dialect objects.
func (l *Library) dialectMethods(of func(pyrt.Value) *sqlgen.Dialect) []pyrt.Member {
	self := func(_ *Library, _ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
		return l.newCompiler(of(v).Name, nil, nil), nil
	}
	return []pyrt.Member{
		l.method("type_descriptor(self, typeobj)", adaptToDialect),
		l.method("has_table(self, connection, table_name, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			n := schema.Name{}
			n.Name, _ = pyrt.AsStr(a[2])
			n.Schema, _ = pyrt.AsStr(a[3])
			return l.hasTable(t, a[1], n)
		}),
		l.method("get_table_names(self, connection, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.askInspector(t, a[1], "get_table_names", a[2])
		}),
		l.method("get_columns(self, connection, table_name, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.askInspector(t, a[1], "get_columns", a[2], a[3])
		}),
		// What a connection would tell of a MySQL server is server_version_info here.
		l.method("_initialize_mysql(self, connection)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.method("_initialize_mariadb(self, connection)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.getter("identifier_preparer", self), l.getter("type_compiler", self), l.getter("type_compiler_instance", self),
		l.getter("dbapi", func(l *Library, _ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
			return l.inert("dialect.dbapi"), nil
		}),
		l.method("dialect_description(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(of(a[0]).Name), nil
		}),
	}
}
