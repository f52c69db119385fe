package pysa

import (
	"errors"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// makeException builds an exception class of sqlalchemy.exc or orm.exc.
func (l *Library) makeException(key string) pyrt.Value {
	name, isExc := strings.CutPrefix(key, "exc.")
	if !isExc {
		var orm bool
		if name, orm = strings.CutPrefix(key, "orm."); !orm {
			return nil
		}
	}
	for _, row := range exceptionTable {
		if row.name != name || row.orm == isExc {
			continue
		}
		module := "sqlalchemy.exc"
		if row.orm {
			module = "sqlalchemy.orm.exc"
		}
		spec := pyrt.ClassSpec{Name: name, Module: module}
		for _, b := range strings.Fields(row.bases) {
			spec.Bases = append(spec.Bases, l.exceptionBase(b))
		}
		spec.Members = func() []pyrt.Member { return l.exceptionMembers(name, row.code) }
		return pyrt.NewClass(spec)
	}
	return nil
}

func (l *Library) exceptionBase(name string) *pyrt.Type {
	switch name {
	case "Exception":
		return pyrt.ExceptionClass
	case "KeyError":
		return pyrt.KeyError
	case "Warning":
		return pyrt.Warning
	case "DeprecationWarning":
		return pyrt.DeprecationWarning
	case "PendingDeprecationWarning":
		return pyrt.PendingDeprecationWarning
	case "RuntimeWarning":
		return pyrt.RuntimeWarning
	}
	if rest, ok := strings.CutPrefix(name, "orm."); ok {
		return l.class("orm." + rest)
	}
	return l.class("exc." + name)
}

// exceptionMembers gives the namespace of one exception class.
func (l *Library) exceptionMembers(name, code string) []pyrt.Member {
	var m []pyrt.Member
	if code != "" {
		m = append(m, pyrt.Constant("code", pyrt.Str(code)))
	}
	switch name {
	case "SQLAlchemyError":
		m = append(m, pyrt.Constant("code", pyrt.None),
			pyrt.RawMethod("__init__", l.sqlalchemyErrorInit), pyrt.Method("__str__(self)", errorText))
	case "ObjectNotExecutableError":
		m = append(m, pyrt.Method("__init__(self, target)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r, err := pyrt.Repr(t, a[1])
			if err != nil {
				return nil, err
			}
			setExceptionArgs(a[0], pyrt.Str("Not an executable object: "+r))
			return pyrt.None, pyrt.SetAttr(t, a[0], "target", a[1])
		}))
	case "NoReferencedTableError":
		m = append(m, initAttributes("__init__(self, message, tname)", "", "table_name"))
	case "NoReferencedColumnError":
		m = append(m, initAttributes("__init__(self, message, tname, cname)", "", "table_name", "column_name"))
	case "StatementError":
		m = append(m, initAttributes("__init__(self, message, statement, params, orig, hide_parameters=False, code=None, ismulti=None)",
			"", "statement", "params", "orig"), pyrt.Constant("statement", pyrt.None), pyrt.Constant("params", pyrt.None),
			pyrt.Constant("orig", pyrt.None), pyrt.Constant("hide_parameters", pyrt.False), pyrt.Constant("detail", pyrt.NewList()),
			pyrt.Method("__str__(self)", l.statementErrorText))
	case "DBAPIError":
		m = append(m, initAttributes("__init__(self, statement, params, orig, hide_parameters=False, connection_invalidated=False, code=None, ismulti=None)",
			"statement", "params", "orig"), pyrt.Constant("connection_invalidated", pyrt.False))
	}
	return m
}

// initAttributes makes an __init__ that stores its arguments under names; the
// first argument is the message when its name is empty.
func initAttributes(signature string, names ...string) pyrt.Member {
	return pyrt.Method(signature, func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		for i, n := range names {
			if n == "" {
				setExceptionArgs(a[0], a[i+1])
				continue
			}
			if err := pyrt.SetAttr(t, a[0], n, a[i+1]); err != nil {
				return nil, err
			}
			if n == "orig" && names[0] != "" {
				s, err := pyrt.ToStr(t, a[i+1])
				if err != nil {
					return nil, err
				}
				setExceptionArgs(a[0], pyrt.Str("("+a[i+1].Type().Name+") "+s))
			}
		}
		return pyrt.None, nil
	})
}

// sqlalchemyErrorInit takes code= away and keeps the other arguments.
func (l *Library) sqlalchemyErrorInit(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	if len(args.Pos) == 0 {
		return nil, pyrt.Errorf(pyrt.TypeError, "descriptor '__init__' needs an argument")
	}
	for _, k := range args.Kw {
		if k.Name != "code" {
			return nil, pyrt.Errorf(pyrt.TypeError, "%s() takes no keyword arguments", args.Pos[0].Type().Name)
		}
		if err := pyrt.SetAttr(t, args.Pos[0], "code", k.Value); err != nil {
			return nil, err
		}
	}
	setExceptionArgs(args.Pos[0], args.Pos[1:]...)
	return pyrt.None, nil
}

func setExceptionArgs(self pyrt.Value, args ...pyrt.Value) {
	if o, ok := self.(*pyrt.Object); ok {
		if st, ok := o.Native.(*pyrt.ExceptionState); ok {
			st.Args = args
		}
	}
}

func exceptionArgs(self pyrt.Value) []pyrt.Value {
	if o, ok := self.(*pyrt.Object); ok {
		if st, ok := o.Native.(*pyrt.ExceptionState); ok {
			return st.Args
		}
	}
	return nil
}

// messageOf is str() of the exception's arguments, without the SQL.
func messageOf(t *pyrt.Thread, self pyrt.Value) (string, error) {
	args := exceptionArgs(self)
	switch len(args) {
	case 0:
		return "", nil
	case 1:
		return pyrt.ToStr(t, args[0])
	}
	return pyrt.Repr(t, pyrt.NewTuple(args...))
}

// errorText is __str__: the message and, when the class has a code, where to
// read about it.
func errorText(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	msg, err := messageOf(t, a[0])
	if err != nil {
		return nil, err
	}
	return pyrt.Str(msg + background(t, a[0])), nil
}

func background(t *pyrt.Thread, self pyrt.Value) string {
	code, err := pyrt.LookupAttr(t, self, "code")
	if s, ok := pyrt.AsStr(code); err == nil && code != nil && ok {
		return "\n(Background on this error at: https://sqlalche.me/e/20/" + s + ")"
	}
	return ""
}

// statementErrorText adds the statement and its parameters.
func (l *Library) statementErrorText(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	msg, err := messageOf(t, a[0])
	if err != nil {
		return nil, err
	}
	if stmt, _ := pyrt.LookupAttr(t, a[0], "statement"); stmt != nil && stmt != pyrt.None {
		s, err := pyrt.ToStr(t, stmt)
		if err != nil {
			return nil, err
		}
		msg += "\n[SQL: " + s + "]"
		if p, _ := pyrt.LookupAttr(t, a[0], "params"); p != nil && p != pyrt.None {
			if on, err := pyrt.Truth(t, p); err == nil && on {
				r, err := pyrt.Repr(t, p)
				if err != nil {
					return nil, err
				}
				msg += "\n[parameters: " + r + "]"
			}
		}
	}
	return pyrt.Str(msg + background(t, a[0])), nil
}

// errorf makes an exception of sqlalchemy.exc (or "orm.X").
func (l *Library) errorf(class, format string, a ...any) error {
	key := "exc." + class
	if strings.HasPrefix(class, "orm.") {
		key = class
	}
	return pyrt.Errorf(l.class(key), format, a...)
}

// Raise turns an error of package expr or sqlgen, or of a database, into the
// Python exception that it stands for; other errors pass.
func (l *Library) Raise(err error) error {
	var failure DatabaseFailure
	if errors.As(err, &failure) {
		return l.databaseError(err)
	}
	var class, message string
	var ee *expr.Error
	var ge *sqlgen.Error
	switch {
	case errors.As(err, &ee):
		class, message = ee.Type, ee.Message
	case errors.As(err, &ge):
		class, message = ge.Type, ge.Message
	default:
		return err
	}
	if class == "Unsupported" {
		return &UnsupportedError{Name: message}
	}
	if n := len(message); class == "KeyError" && n > 1 && (message[0] == '\'' || message[0] == '"') {
		message = message[1 : n-1] // str() of a KeyError quotes its key by itself
	}
	if c := builtinException(class); c != nil {
		return pyrt.Errorf(c, "%s", message)
	}
	if v, symErr := l.symbol("exc." + class); symErr == nil {
		if c, ok := v.(*pyrt.Type); ok && c.IsSubclass(pyrt.BaseException) {
			return pyrt.Errorf(c, "%s", message)
		}
	}
	return err
}

func builtinException(name string) *pyrt.Type {
	switch name {
	case "TypeError":
		return pyrt.TypeError
	case "ValueError":
		return pyrt.ValueError
	case "AttributeError":
		return pyrt.AttributeError
	case "NotImplementedError":
		return pyrt.NotImplementedError
	case "KeyError":
		return pyrt.KeyError
	case "IndexError":
		return pyrt.IndexError
	case "RuntimeError":
		return pyrt.RuntimeError
	case "AssertionError":
		return pyrt.AssertionError
	}
	return nil
}

// A DatabaseFailure is what an Executor returns when the database refuses a
// statement; it becomes an exception of class Class in sqlalchemy.exc.
type DatabaseFailure interface {
	error
	// Failure gives the exception class ("IntegrityError"), the driver's message,
	// and the statement.
	Failure() (class, message, statement string)
}

// databaseError makes the Python exception of a failed statement.
func (l *Library) databaseError(err error) error {
	var f DatabaseFailure
	if !errors.As(err, &f) {
		return l.Raise(err)
	}
	class, message, stmt := f.Failure()
	v, symErr := l.symbol("exc." + class)
	c, ok := v.(*pyrt.Type)
	if symErr != nil || !ok || !c.IsSubclass(pyrt.BaseException) {
		c = l.class("exc.DBAPIError")
	}
	e := pyrt.Errorf(c, "%s", message)
	e.Value.Dict = pyrt.NewDict()
	e.Value.Dict.SetStr("statement", pyrt.Str(stmt))
	orig := pyrt.Errorf(pyrt.ExceptionClass, "%s", message)
	e.Value.Dict.SetStr("orig", orig.Value)
	return e
}
