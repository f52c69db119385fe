package pysa

import "github.com/mrt-tools/mrt/pyrt"

// calledClasses are the classes of expressions that scripts call in place of the
// function that makes their instances, with that function: False_() for false().
func calledClasses() map[string]string {
	return map[string]string{"Null": "null", "True_": "true", "False_": "false", "Cast": "cast", "TryCast": "try_cast", "TypeCoerce": "type_coerce",
		"Extract": "extract", "TextClause": "text", "ColumnClause": "column", "BindParameter": "bindparam", "Label": "label", "Tuple": "tuple_",
		"Over": "over", "Case": "case", "TableClause": "table", "Exists": "exists", "WithinGroup": "within_group", "FunctionFilter": "funcfilter",
		"Join": "join"}
}

// callable lets the classes of [calledClasses] be called; classes that scripts
// derive from them are constructs of their own.
func callable(classes map[string]classDef) map[string]classDef {
	for key, function := range calledClasses() {
		d := classes[key]
		if d.new != nil {
			continue
		}
		members := d.members
		d.members = func(l *Library) []pyrt.Member {
			if members == nil {
				return noInit(l)
			}
			return append(members(l), noInit(l)...) // the first of a name counts
		}
		d.new = func(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
			if cls != l.class(key) {
				return newCustomObject(l, t, cls, args)
			}
			f, err := l.symbol(function)
			if err != nil {
				return nil, err
			}
			return pyrt.Call(t, f, args)
		}
		classes[key] = d
	}
	return classes
}
