package pyrt

// nativeNames lists the classes that CPython implements in C outside of
// builtins: its error texts call them by their full name.
var nativeNames = map[string]string{
	"datetime":           " date time datetime timedelta timezone tzinfo ",
	"decimal":            " Decimal Context ",
	"collections":        " deque defaultdict OrderedDict ",
	"functools":          " partial ",
	"itertools":          " accumulate batched chain combinations compress count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile zip_longest ",
	"operator":           " itemgetter attrgetter methodcaller ",
	"re":                 " Pattern Match ",
	"types":              " GenericAlias SimpleNamespace ",
	"typing":             " TypeVar ParamSpec TypeVarTuple TypeAliasType Union ",
	"zoneinfo":           " ZoneInfo ",
	"array":              " array ",
	"string.templatelib": " Template Interpolation ",
}
