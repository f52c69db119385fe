package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// classTable describes the classes of the expression language, of schema objects
// and of the live side.
func classTable() map[string]classDef {
	out := map[string]classDef{}
	for _, m := range []map[string]classDef{elementClasses(), fromClasses(), schemaClasses(), defaultClasses(), liveClasses()} {
		for k, v := range m {
			out[k] = v
		}
	}
	for key := range ddlParams {
		out[key] = ddlClass(key)
	}
	return callable(out)
}

const elementsModule = "sqlalchemy.sql.elements"

// elementClasses are the classes of expressions.
func elementClasses() map[string]classDef {
	e := func(name string, members func(*Library) []pyrt.Member, bases ...string) classDef {
		return classDef{name: name, module: elementsModule, bases: bases, members: members}
	}
	out := map[string]classDef{
		"ClauseElement": {name: "ClauseElement", module: elementsModule, bases: nil, new: newCustomObject, members: clauseMembers},
		"Executable": {name: "Executable", module: "sqlalchemy.sql.base", new: newCustomObject, members: func(l *Library) []pyrt.Member {
			return append(clauseMembers(l), l.method("execution_options(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
				pyrt.Constant("_execution_options", l.noOptions()))
		}},
		"Operators":         {name: "Operators", module: "sqlalchemy.sql.operators"},
		"ColumnOperators":   e("ColumnOperators", nil, "Operators"),
		"SQLCoreOperations": e("SQLCoreOperations", nil, "ColumnOperators"),
		"ColumnElement": e("ColumnElement", func(l *Library) []pyrt.Member {
			return append(l.operatorMembers(), columnElementMembers(l)...)
		}, "ClauseElement", "ColumnOperators"),
		"ColumnClause":         e("ColumnClause", columnClauseMembers, "ColumnElement"),
		"TextClause":           e("TextClause", textMembers, "Executable", "ClauseElement"),
		"FunctionElement":      e("FunctionElement", functionMembers, "ColumnElement", "Executable"),
		"Function":             e("Function", nil, "FunctionElement"),
		"GenericFunction":      e("GenericFunction", genericMembers, "Function"),
		"Exists":               e("Exists", existsMembers, "UnaryExpression"),
		"ScalarSelect":         e("ScalarSelect", scalarMembers, "Grouping"),
		"Label":                e("Label", namedMembers, "ColumnElement"),
		"BindParameter":        e("BindParameter", bindMembers, "ColumnElement"),
		"BinaryExpression":     e("BinaryExpression", binaryMembers, "ColumnElement"),
		"UnaryExpression":      e("UnaryExpression", unaryMembers, "ColumnElement"),
		"BooleanClauseList":    e("BooleanClauseList", booleanListMembers, "ExpressionClauseList"),
		"ExpressionClauseList": e("ExpressionClauseList", nil, "ClauseList"),
		"ClauseList":           e("ClauseList", listMembers, "ColumnElement"),
		"WithinGroup":          e("WithinGroup", windowMembers, "ColumnElement"),
		"FunctionFilter":       e("FunctionFilter", windowMembers, "ColumnElement"),
		"Comparator":           e("Comparator", comparatorMembers, "ColumnOperators"),
		"TryCast":              e("TryCast", nil, "Cast"),
	}
	for _, n := range []string{"Null", "True_", "False_", "Tuple", "Grouping", "Over", "Case", "Cast", "TypeCoerce",
		"Extract", "CollationClause", "TableValuedColumn"} {
		out[n] = e(n, nil, "ColumnElement")
	}
	out["postgresql.array"] = classDef{name: "array", module: "sqlalchemy.dialects.postgresql", bases: []string{"ColumnElement"}, new: newArray, members: noInit}
	out["postgresql.aggregate_order_by"] = classDef{name: "aggregate_order_by", module: "sqlalchemy.dialects.postgresql", bases: []string{"ColumnElement"}, new: newAggregate, members: noInit}
	out["quoted_name"] = classDef{name: "quoted_name", module: elementsModule, members: func(*Library) []pyrt.Member { return nil }}
	delete(out, "quoted_name")
	return out
}

// noInit keeps object.__init__ from complaining about arguments that __new__ took.
func noInit(*Library) []pyrt.Member {
	return []pyrt.Member{pyrt.RawMethod("__init__", func(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) { return pyrt.None, nil })}
}

// newArray is postgresql.array(clauses, type_=).
func newArray(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
	if len(args.Pos) < 1 {
		return nil, pyrt.Errorf(pyrt.TypeError, "array() missing 1 required positional argument: 'clauses'")
	}
	vs, err := pyrt.Collect(t, args.Pos[0])
	if err != nil {
		return nil, err
	}
	xs, err := l.operands(vs)
	if err != nil {
		return nil, err
	}
	var item *schema.Type
	for _, k := range args.Kw {
		if k.Name == "type_" && k.Value != pyrt.None {
			ty, err := l.TypeOf(k.Value)
			if err != nil {
				return nil, err
			}
			item = &ty
		}
	}
	return pyrt.NewObject(cls, &element{x: expr.NewArray(xs, item)}), nil
}

// newAggregate is aggregate_order_by(target, *order_by).
func newAggregate(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
	if len(args.Pos) < 2 {
		return nil, l.errorf("ArgumentError", "at least one ORDER BY element is required")
	}
	x, err := l.ExprOf(args.Pos[0])
	if err != nil {
		return nil, err
	}
	by, err := l.orderings(args.Pos[1:])
	return pyrt.NewObject(cls, &element{x: &expr.AggregateOrderBy{Elem: x, OrderBy: by}}), err
}

// fromClasses are the classes of FROM objects and statements.
func fromClasses() map[string]classDef {
	const mod = "sqlalchemy.sql.selectable"
	f := func(name string, members func(*Library) []pyrt.Member, bases ...string) classDef {
		return classDef{name: name, module: mod, bases: bases, members: members}
	}
	d := func(name string, bases ...string) classDef {
		return classDef{name: name, module: "sqlalchemy.sql.dml", bases: bases}
	}
	out := map[string]classDef{
		"ReturnsRows": f("ReturnsRows", nil, "ClauseElement"), "Selectable": f("Selectable", nil, "ReturnsRows"),
		"FromClause": f("FromClause", fromMembers, "Selectable"), "TableClause": f("TableClause", tableClauseMembers, "FromClause"),
		"NamedFromClause": f("NamedFromClause", nil, "FromClause"), "AliasedReturnsRows": f("AliasedReturnsRows", aliasMembers, "FromClause"),
		"Alias": f("Alias", nil, "AliasedReturnsRows"), "Subquery": f("Subquery", subqueryMembers, "AliasedReturnsRows"),
		"Lateral": f("Lateral", nil, "AliasedReturnsRows"), "TableSample": f("TableSample", nil, "AliasedReturnsRows"),
		"CTE": f("CTE", cteMembers, "AliasedReturnsRows"), "TableValuedAlias": f("TableValuedAlias", tableValuedMembers, "Alias"),
		"Values": f("Values", valuesMembers, "FromClause"), "Join": f("Join", joinMembers, "FromClause"),
		"SelectBase":       f("SelectBase", queryMembers, "Selectable", "Executable"),
		"GenerativeSelect": f("GenerativeSelect", generativeMembers, "SelectBase"),
		"Select":           {name: "Select", module: mod, bases: []string{"GenerativeSelect"}, members: selectMembers, new: newSelectObject},
		"CompoundSelect":   f("CompoundSelect", compoundMembers, "GenerativeSelect"), "TextualSelect": f("TextualSelect", textualMembers, "SelectBase"),
		"UpdateBase": {name: "UpdateBase", module: "sqlalchemy.sql.dml", bases: []string{"ReturnsRows", "Executable"}, members: dmlMembers},
		"ValuesBase": d("ValuesBase", "UpdateBase"), "DMLWhereBase": d("DMLWhereBase"), "Insert": d("Insert", "ValuesBase"),
		"Update": d("Update", "DMLWhereBase", "ValuesBase"), "Delete": d("Delete", "DMLWhereBase", "UpdateBase"),
		"ReadOnlyColumnCollection": {name: "ReadOnlyColumnCollection", module: "sqlalchemy.sql.base", bases: []string{"ColumnCollection"}, members: collectionMembers},
		"ColumnCollection":         {name: "ColumnCollection", module: "sqlalchemy.sql.base"},
	}
	for _, n := range []string{"postgresql", "sqlite", "mysql"} {
		out[n+".Insert"] = classDef{name: "Insert", module: "sqlalchemy.dialects." + n + ".dml", bases: []string{"Insert"}, members: upsertMembers}
	}
	return out
}

func newSelectObject(l *Library, t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
	v, err := l.newSelect(args.Pos)
	if err != nil {
		return nil, err
	}
	v.(*pyrt.Object).Class = cls
	return v, nil
}

// schemaClasses are the classes of schema objects.
func schemaClasses() map[string]classDef {
	const mod = "sqlalchemy.sql.schema"
	initWith := func(signature string, f body, more func(*Library) []pyrt.Member) func(*Library) []pyrt.Member {
		return func(l *Library) []pyrt.Member {
			m := []pyrt.Member{l.method(signature, f)}
			if more != nil {
				m = append(m, more(l)...)
			}
			return m
		}
	}
	k := func(name, signature string, f body) classDef {
		return classDef{name: name, module: mod, bases: []string{"ColumnCollectionConstraint"}, members: initWith(signature, f, nil)}
	}
	out := map[string]classDef{
		"SchemaItem": {name: "SchemaItem", module: mod}, "SchemaEventTarget": {name: "SchemaEventTarget", module: mod},
		"MetaData":    {name: "MetaData", module: mod, new: newMetadataObject, members: metadataMembers},
		"Table":       {name: "Table", module: mod, bases: []string{"SchemaItem", "TableClause"}, new: tableNew, members: tableMembers},
		"Column":      {name: "Column", module: mod, bases: []string{"SchemaItem", "ColumnClause"}, new: newColumnObject, members: columnMembers},
		"ProxyColumn": {name: "Column", module: mod, bases: []string{"SchemaItem", "ColumnClause"}},
		"ForeignKey": {name: "ForeignKey", module: mod, bases: []string{"SchemaItem"}, members: initWith(
			"__init__(self, column, name=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				return foreignKeyInit(l, t, []pyrt.Value{a[0], a[1], a[2], a[3]})
			}, foreignKeyMembers)},
		"Constraint":                 {name: "Constraint", module: mod, bases: []string{"SchemaItem"}, new: newConstraintObject, members: constraintMembers},
		"ColumnCollectionMixin":      {name: "ColumnCollectionMixin", module: mod},
		"ColumnCollectionConstraint": {name: "ColumnCollectionConstraint", module: mod, bases: []string{"ColumnCollectionMixin", "Constraint"}},
		"UniqueConstraint": k("UniqueConstraint", "__init__(self, *columns, name=None, **kw)",
			columnsConstraint(func(b schema.ConstraintBase) schema.Constraint { return &schema.Unique{ConstraintBase: b} })),
		"PrimaryKeyConstraint": k("PrimaryKeyConstraint", "__init__(self, *columns, name=None, **kw)",
			columnsConstraint(func(b schema.ConstraintBase) schema.Constraint { return &schema.PrimaryKey{ConstraintBase: b} })),
		"CheckConstraint": k("CheckConstraint", "__init__(self, sqltext, name=None, **kw)", checkInit),
		"Index": {name: "Index", module: mod, bases: []string{"ColumnCollectionMixin", "SchemaItem"}, members: initWith(
			"__init__(self, name, *expressions, unique=False, quote=None, **kw)", indexInit, indexMembers)},
		"postgresql.ExcludeConstraint": {name: "ExcludeConstraint", module: "sqlalchemy.dialects.postgresql", bases: []string{"ColumnCollectionConstraint"},
			members: initWith("__init__(self, *elements, **kw)", excludeInit, nil)},
		"ForeignKeyConstraint": {name: "ForeignKeyConstraint", module: mod, bases: []string{"ColumnCollectionConstraint"}, members: initWith(
			"__init__(self, columns, refcolumns, name=None, **kw)", foreignKeyConstraint, foreignKeyConstraintMembers)},
		"BaseDDLElement": {name: "BaseDDLElement", module: "sqlalchemy.sql.ddl", bases: []string{"ClauseElement"}},
		"ExecutableDDLElement": {name: "ExecutableDDLElement", module: "sqlalchemy.sql.ddl", bases: []string{"Executable", "BaseDDLElement"},
			new: newDDLObject, members: ddlBaseMembers},
		"_FunctionGenerator": {name: "_FunctionGenerator", module: "sqlalchemy.sql.functions"},
	}
	return out
}
