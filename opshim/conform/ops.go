package conform

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

type opCase struct {
	Snippet string    `json:"snippet"`
	Dialect string    `json:"dialect"`
	Mode    string    `json:"mode"`
	Options opOptions `json:"options"`
}

type opOptions struct {
	Paramstyle    string          `json:"paramstyle"`
	LiteralBinds  bool            `json:"literal_binds"`
	Naming        json.RawMessage `json:"naming_convention"`
	NativeBoolean *bool           `json:"native_boolean"`
}

func (c opCase) dialect() (*sqlgen.Dialect, error) {
	d, err := sqlgen.New(c.Dialect)
	if err != nil {
		return nil, unsupported{"dialect " + c.Dialect}
	}
	if c.Options.Paramstyle != "" {
		d.Paramstyle = c.Options.Paramstyle
	}
	d.LiteralBinds = c.Options.LiteralBinds
	d.Offline = c.Mode == "offline"
	if c.Options.NativeBoolean != nil {
		d.NativeBoolean = schema.TriOf(*c.Options.NativeBoolean)
	}
	return d, nil
}

func answerOp(ctx context.Context, line []byte, release string) (answer, error) {
	var c opCase
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	d, err := c.dialect()
	if err != nil {
		return nil, err
	}
	d.SQLAlchemy = release
	text := opshim.Text{Name: "snippet", Source: c.Snippet, Function: "upgrade"}
	if len(c.Options.Naming) > 0 && string(c.Options.Naming) != "null" {
		text.Naming = string(c.Options.Naming) // an object of texts is a dictionary in Python too
	}
	var lines []string
	if c.Mode == "offline" {
		var out pieces
		err = opshim.RunText(ctx, text, d, nil, &out)
		lines = out
	} else {
		b := &mock{dialect: d, session: sqlgen.Session{Mock: true}}
		err = opshim.RunText(ctx, text, d, b, nil)
		lines = b.lines
	}
	f, err := pythonFault(err)
	if err != nil {
		return nil, err
	}
	return answer{"expected_sql": texts(lines), "error": f}, nil
}

// pieces keeps what is written to it piece by piece.
type pieces []string

// Write implements io.Writer.
func (p *pieces) Write(text []byte) (int, error) {
	*p = append(*p, strings.TrimSuffix(string(text), "\n\n"))
	return len(text), nil
}

// pythonFault is an uncaught exception as cases write it; nil for none.
func pythonFault(err error) (*fault, error) {
	if err == nil {
		return nil, nil
	}
	var exc *pyrt.Exception
	if errors.As(err, &exc) {
		return &fault{Type: exc.Value.Class.Name, Message: exc.Message()}, nil
	}
	var list syntax.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		return nil, unsupported{"syntax: " + list.Error()}
	}
	if name, ok := opshim.Unsupported(err); ok {
		return nil, unsupported{name}
	}
	return nil, err
}

// A mock is a database that keeps the text of every statement and knows
// nothing.
type mock struct {
	dialect *sqlgen.Dialect
	session sqlgen.Session
	lines   []string
}

// Dialect implements opshim.Backend.
func (m *mock) Dialect() *sqlgen.Dialect { return m.dialect }

// Apply implements opshim.Backend.
func (m *mock) Apply(ctx context.Context, s opshim.Step) error {
	stmts, err := m.dialect.Compile(ctx, &m.session, s.Op, nil)
	for _, st := range stmts {
		if st.Text != "" && st.Control == "" {
			m.lines = append(m.lines, st.Text)
		}
	}
	return err
}

// Execute implements opshim.Backend.
func (m *mock) Execute(_ context.Context, e opshim.Execution) (opshim.Answer, error) {
	st, err := m.dialect.CompileStmt(e.Stmt, sqlgen.Options{})
	if err != nil {
		return opshim.Answer{}, err
	}
	m.lines = append(m.lines, st.Text)
	return opshim.Answer{}, nil
}

// Reflect implements opshim.Backend.
func (m *mock) Reflect(_ context.Context, name schema.Name) (*schema.Table, error) {
	return nil, fmt.Errorf("a mock connection has no table %s", name)
}

// Names implements opshim.Backend.
func (m *mock) Names(context.Context, opshim.Listing) ([]string, error) { return nil, nil }
