package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// constant returns a singleton of the library by name.
func (l *Library) constant(name string) pyrt.Value {
	if v, ok := l.symbols[name]; ok {
		return v
	}
	o := pyrt.NewObject(l.class("constant"), name)
	l.symbols[name] = o
	return o
}

// constantMembers is the namespace of the named constants.
func constantMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{l.method("__repr__(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := a[0].(*pyrt.Object).Native.(string)
		return pyrt.Str("symbol('" + name + "')"), nil
	})}
}

// typeSingletons are the ready-made type instances.
var typeSingletons = map[string]string{"NULLTYPE": "NullType", "INTEGERTYPE": "Integer", "NUMERICTYPE": "Numeric", "STRINGTYPE": "String",
	"BOOLEANTYPE": "Boolean", "DATETIME_TIMEZONE": "DateTime", "MATCHTYPE": "MatchType"}

// genericFunctions are the functions that sqlalchemy.sql.functions has a class
// for; calling the class is calling the function.
const genericFunctions = " aggregate_strings array_agg char_length coalesce concat count cube cume_dist current_date current_time" +
	" current_timestamp current_user dense_rank grouping_sets localtime localtimestamp max min mode now percent_rank percentile_cont" +
	" percentile_disc random rank rollup session_user sum sysdate user "

// makeConstant builds module-level objects; nil when key names none.
func (l *Library) makeConstant(key string) pyrt.Value {
	if t, ok := typeSingletons[key]; ok {
		return l.makeTypeObject(t)
	}
	switch key {
	case "func":
		return &funcGenerator{lib: l}
	case "modifier":
		return &funcGenerator{lib: l}
	case "_NONE_NAME", "BLANK_SCHEMA", "RETAIN_SCHEMA", "NO_ARG", "JSON_NULL":
		return l.constant(key)
	}
	if name, ok := strings.CutPrefix(key, "functions."); ok {
		if f, err := (&funcGenerator{lib: l}).Attr(l.thread, name); err == nil {
			return f
		}
	}
	if strings.HasPrefix(key, "LABEL_STYLE_") {
		return l.constant(key)
	}
	return nil
}

// noOptions is the empty immutabledict of execution options.
func (l *Library) noOptions() pyrt.Value {
	v, err := l.symbol("util.EMPTY_DICT")
	if err != nil || v == nil {
		return pyrt.NewDict()
	}
	return v
}
