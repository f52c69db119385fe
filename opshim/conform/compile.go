package conform

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/pysa"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

type compileCase struct {
	Snippet string `json:"snippet"`
	Dialect string `json:"dialect"`
}

// A compilation is one call of assert_compile.
type compilation struct {
	Dialect string            `json:"dialect"`
	SQL     string            `json:"sql"`
	Params  map[string]string `json:"params"` // nil for a type
}

// A compiler is the state of one case.
type compiler struct {
	thread  *pyrt.Thread
	sa      *pysa.Library
	dialect string
	release string // SQLAlchemy's release line
	out     []compilation
}

func answerCompile(ctx context.Context, line []byte, release string) (answer, error) {
	var c compileCase
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	k := &compiler{dialect: c.Dialect, release: release}
	k.thread = &pyrt.Thread{Context: ctx, Modules: map[string]*pyrt.Module{}, Stdlib: stdlib.Import}
	defer k.thread.Close()
	d, err := k.named(c.Dialect)
	if err != nil {
		return nil, err
	}
	k.sa = pysa.New(k.thread, pysa.Options{Dialect: d, Version: pysa.VersionOf(release)})
	k.thread.Import = func(_ *pyrt.Thread, name string) (*pyrt.Module, error) { return k.sa.Import(name) }
	if err := k.run(c.Snippet); err != nil {
		if f, ferr := pythonFault(err); ferr == nil {
			return nil, unsupported{f.Type + ": " + f.Message}
		}
		return nil, err
	}
	return answer{"expected": k.out}, nil
}

// run executes the snippet with assert_compile in its globals, then run().
func (k *compiler) run(snippet string) error {
	src, err := syntax.NewTextSource("snippet", snippet)
	if err != nil {
		return err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return err
	}
	m, err := pyrt.LoadWith(k.thread, tree, "snippet", pyrt.LoadOptions{Prepare: func(m *pyrt.Module) {
		m.Define("assert_compile(construct, dialect=None, literal_binds=False, render_postcompile=False, for_executemany=False, "+
			"schema_translate_map=None, render_schema_translate=False, use_default_dialect=False, default_schema_name=None, "+
			"supports_default_values=None, **kw)", k.assertCompile)
	}})
	if err != nil {
		return err
	}
	fn, err := pyrt.GetAttr(k.thread, m, "run")
	if err != nil {
		return err
	}
	_, err = pyrt.Call(k.thread, fn, pyrt.Args{})
	return err
}

func (k *compiler) named(name string) (*sqlgen.Dialect, error) {
	d, err := sqlgen.New(name)
	if err != nil {
		return nil, unsupported{"dialect " + name}
	}
	d.SQLAlchemy = k.release
	return d, nil
}

// The positions of assert_compile's parameters.
const (
	argConstruct = iota
	argDialect
	argLiteral
	argPostcompile
	argMany
	argTranslate
	argRenderTranslate
	argDefault
	argDefaultSchema
	argDefaultValues
)

func (k *compiler) assertCompile(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	d, err := k.pick(a[argDialect], a[argDefault] == pyrt.True)
	if err != nil || d == nil {
		return pyrt.None, err
	}
	if s, ok := pyrt.AsStr(a[argDefaultSchema]); ok {
		d.DefaultSchema = s
	}
	if m, ok := pyrt.AsDict(a[argTranslate]); ok {
		d.SchemaTranslate = translateMap(m)
		d.SchemaSymbols = len(d.SchemaTranslate) > 0 && a[argRenderTranslate] != pyrt.True
	}
	o := sqlgen.Options{
		LiteralBinds: a[argLiteral] == pyrt.True, RenderPostcompile: a[argPostcompile] == pyrt.True,
		ForExecuteMany: a[argMany] == pyrt.True, LeaveDefaults: true,
	}
	if v := a[argDefaultValues]; v != pyrt.None {
		o.DefaultValues = schema.TriOf(v == pyrt.True)
	}
	st, isType, err := k.sa.Compile(a[argConstruct], d, o)
	if err != nil {
		return nil, err
	}
	name := d.Name
	if name == "default_enhanced" {
		name = "default"
	}
	c := compilation{Dialect: name, SQL: st.Text}
	if !isType {
		c.Params = map[string]string{}
		for _, p := range st.Params {
			c.Params[p.Name] = sqlgen.ParamRepr(p)
		}
	}
	k.out = append(k.out, c)
	return pyrt.None, nil
}

// pick finds the dialect of a call; nil for one that does not count.
func (k *compiler) pick(v pyrt.Value, useDefault bool) (*sqlgen.Dialect, error) {
	if useDefault {
		return k.named("default")
	}
	if v == pyrt.None {
		return k.named(k.dialect)
	}
	if s, ok := pyrt.AsStr(v); ok {
		name, driver, _ := strings.Cut(s, "+")
		d, err := sqlgen.NewDriver(name, driver)
		if err != nil {
			return nil, nil
		}
		d.SQLAlchemy = k.release
		return d, nil
	}
	d, err := k.sa.DialectOf(v)
	if err != nil {
		return nil, err
	}
	if d.Name == "mssql" || d.Name == "oracle" {
		return nil, nil
	}
	copied := *d
	return &copied, nil
}

func translateMap(d *pyrt.Dict) map[string]string {
	out := map[string]string{}
	for _, e := range d.Items() {
		k, _ := pyrt.AsStr(e[0])
		v, _ := pyrt.AsStr(e[1])
		out[k] = v
	}
	return out
}
