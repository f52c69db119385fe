package catalog

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// evalCall computes a function call.
func (q *query) evalCall(c *sqlread.Call, sc *scope) Value {
	if c.Window {
		return opaque
	}
	if aggregates[c.Name] && sc != nil && sc.group != nil && (c.Star || len(c.Args) < 2 || c.Name == "string_agg") {
		return q.aggregate(c, sc)
	}
	args := make([]Value, len(c.Args))
	for i, a := range c.Args {
		args[i] = q.eval(a, sc)
	}
	switch c.Name {
	case "coalesce", "ifnull", "nvl":
		return coalesce(args)
	case "nullif":
		if len(args) == 2 {
			switch notDistinct(args[0], args[1], q.s.Dialect) {
			case True:
				return null
			case False:
				return args[0]
			}
		}
		return anything
	case "if", "iif":
		if len(args) == 3 {
			switch truthOf(args[0]) {
			case True:
				return args[1]
			case Maybe:
				return anything
			}
			return args[2]
		}
	case "concat":
		return q.concatAll(args)
	case "pg_get_serial_sequence":
		return q.serialSequence(args)
	case "nextval", "setval", "currval":
		return q.sequenceCall(c, args)
	case "now", "current_timestamp", "current_date", "current_time", "localtimestamp", "utc_timestamp", "sysdate", "statement_timestamp", "transaction_timestamp":
		return Value{Kind: Opaque, S: moment}
	case "clock_timestamp", "gen_random_uuid", "uuid_generate_v4", "random", "uuid", "current_user":
		return opaque
	}
	if c.Name == "jsonb_set" {
		if v, ok := q.jsonbSet(c, args, sc); ok {
			return v
		}
	}
	if strings.Contains(c.Name, "json") {
		if v, ok := q.jsonFunction(c.Name, args); ok {
			return v
		}
	}
	if c.Name == "concat_ws" && len(args) > 0 && args[0].Known() {
		known := true
		for _, a := range args {
			known = known && a.Known()
		}
		if v, ok := moreText(c.Name, args); ok && known {
			return v
		}
	}
	for _, a := range args {
		if a.IsNull() {
			if nullable[c.Name] {
				return anything
			}
			return null
		}
	}
	for _, a := range args {
		if !a.Known() {
			return unknownLike(args...)
		}
	}
	if v, ok := textFunction(c.Name, args); ok {
		return v
	}
	if v, ok := q.numberFunction(c.Name, args); ok {
		return v
	}
	if v, ok := moreText(c.Name, args); ok {
		return v
	}
	return anything
}

// nullable are functions that may give something for NULL.
var nullable = map[string]bool{
	"concat_ws": true, "jsonb_build_object": true, "json_build_object": true, "json_object": true, "json_array": true, "greatest": true,
	"least": true, "to_jsonb": true, "num_nulls": true, "format": true, "array_append": true, "array_cat": true, "quote": true, "typeof": true, "isnull": true,
}

func coalesce(args []Value) Value {
	for _, a := range args {
		if a.Kind == Anything {
			return anything
		}
		if !a.IsNull() {
			return a
		}
	}
	return null
}

func (q *query) concatAll(args []Value) Value {
	out := text("")
	for _, a := range args {
		if a.IsNull() {
			if q.s.Dialect.IsMySQL() {
				return null
			}
			continue
		}
		out = concat(out, a)
	}
	return out
}

// sequenceCall notes what a script does to a sequence.
func (q *query) sequenceCall(c *sqlread.Call, args []Value) Value {
	if len(args) > 0 && args[0].Kind == Text {
		name := strings.TrimPrefix(args[0].S, "public.")
		if table := q.s.sequenceTable(name); c.Name == "setval" && table != "" {
			q.s.counters.set("set "+table, q.s.counters.get("set "+table)+1)
		}
	}
	return opaque
}

// serialSequence names the sequence of a column, given as table and column.
func (q *query) serialSequence(args []Value) Value {
	if len(args) != 2 || args[0].Kind != Text || args[1].Kind != Text {
		return anything
	}
	t := q.s.tables.get(strings.TrimPrefix(strings.ReplaceAll(args[0].S, `"`, ""), "public."))
	if t == nil {
		return anything
	}
	if i := q.s.position(t, args[1].S); i >= 0 && t.Columns[i].seq != "" {
		return text(t.Columns[i].seq)
	}
	return null
}

// sequenceTable is the key of the table that owns a sequence.
func (s *State) sequenceTable(name string) string {
	for _, k := range s.tablesBy(bySequence, name) {
		return k
	}
	return ""
}

// textFunction knows functions of text; all arguments are known and not NULL.
func textFunction(name string, args []Value) (Value, bool) {
	if len(args) == 0 {
		return anything, false
	}
	s := args[0].plain()
	str := func(i int) string {
		if i < len(args) {
			return args[i].plain()
		}
		return ""
	}
	switch name {
	case "lower", "lcase":
		return text(strings.ToLower(s)), true
	case "upper", "ucase":
		return text(strings.ToUpper(s)), true
	case "trim", "btrim", "ltrim", "rtrim":
		cut := " "
		if len(args) > 1 {
			cut = str(1)
		}
		return text(trim(name, s, cut)), true
	case "length", "char_length", "character_length":
		return integer(int64(utf8.RuneCountInString(s))), true
	case "octet_length":
		return integer(int64(len(s))), true
	case "replace":
		if len(args) == 3 {
			if str(1) == "" || len(s)*(len(str(2))+1) > 1<<16 {
				return text(s), str(1) == ""
			}
			return text(strings.ReplaceAll(s, str(1), str(2))), true
		}
	case "substr", "substring", "left", "right":
		return substring(name, s, args)
	case "reverse":
		r := []rune(s)
		for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
			r[i], r[j] = r[j], r[i]
		}
		return text(string(r)), true
	case "split_part":
		if n, ok := asNumber(args[len(args)-1]); ok && len(args) == 3 && n.IsInt() && n.Sign() > 0 && str(1) != "" {
			parts := strings.Split(s, str(1))
			if i := n.Num().Int64(); i <= int64(len(parts)) {
				return text(parts[i-1]), true
			}
			return text(""), true
		}
	case "json":
		var b bytes.Buffer
		if json.Compact(&b, []byte(s)) == nil {
			return text(b.String()), true
		}
	}
	return anything, false
}

func trim(name, s, cut string) string {
	switch name {
	case "ltrim":
		return strings.TrimLeft(s, cut)
	case "rtrim":
		return strings.TrimRight(s, cut)
	}
	return strings.Trim(s, cut)
}

// substring is SUBSTR, LEFT and RIGHT, counted in characters.
func substring(name, s string, args []Value) (Value, bool) {
	r := []rune(s)
	num := func(i int) (int, bool) {
		n, ok := asNumber(args[i])
		if !ok || !n.IsInt() || !n.Num().IsInt64() {
			return 0, false
		}
		return int(max(min(n.Num().Int64(), 1<<20), -(1 << 20))), true
	}
	if len(args) < 2 {
		return anything, false
	}
	n, ok := num(1)
	if !ok {
		return anything, false
	}
	switch name {
	case "left":
		if n < 0 {
			n = max(len(r)+n, 0)
		}
		return text(string(r[:min(n, len(r))])), true
	case "right":
		if n < 0 {
			return text(string(r[min(-n, len(r)):])), true
		}
		return text(string(r[max(len(r)-n, 0):])), true
	}
	if n <= 0 && len(args) == 2 {
		return anything, false
	}
	if n <= 0 {
		return anything, false
	}
	end := len(r)
	if len(args) > 2 {
		l, ok := num(2)
		if !ok || l < 0 {
			return anything, false
		}
		end = min(n-1+l, len(r))
	}
	start := min(n-1, len(r))
	return text(string(r[start:max(end, start)])), true
}

// numberFunction knows functions of numbers.
func (q *query) numberFunction(name string, args []Value) (Value, bool) {
	if len(args) == 0 {
		return anything, false
	}
	n, ok := asNumber(args[0])
	if !ok || !args[0].numeric() {
		return anything, false
	}
	switch name {
	case "abs":
		v := args[0].derived()
		v.N = new(big.Rat).Abs(n)
		return v, true
	case "round", "trunc", "truncate":
		digits := 0
		if len(args) > 1 {
			d, ok := asNumber(args[1])
			if !ok || !d.IsInt() || !d.Num().IsInt64() || d.Num().Int64() > 30 || d.Num().Int64() < 0 {
				return anything, false
			}
			digits = int(d.Num().Int64())
		}
		kind := args[0].Kind
		if kind == Int {
			return args[0].derived(), true
		}
		if name == "round" {
			return Value{Kind: kind, N: roundTo(n, digits), Scale: digits}, true
		}
		return Value{Kind: kind, N: truncTo(n, digits), Scale: digits}, true
	case "floor", "ceil", "ceiling":
		f := truncTo(n, 0)
		if name == "floor" && f.Cmp(n) > 0 {
			f.Sub(f, big.NewRat(1, 1))
		}
		if name != "floor" && f.Cmp(n) < 0 {
			f.Add(f, big.NewRat(1, 1))
		}
		kind := args[0].Kind
		if q.s.Dialect != sqlread.PostgreSQL {
			kind = Int
		}
		return Value{Kind: kind, N: f}, true
	case "mod":
		if len(args) == 2 {
			return q.arithmetic("%", args[0], args[1]), true
		}
	}
	return anything, false
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// truncTo cuts after some digits.
func truncTo(n *big.Rat, digits int) *big.Rat {
	p := pow10(digits)
	x := new(big.Int).Mul(n.Num(), p)
	x.Quo(x, n.Denom())
	return new(big.Rat).SetFrac(x, p)
}

// roundTo rounds half away from zero, as decimals are.
func roundTo(n *big.Rat, digits int) *big.Rat {
	half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), pow10(digits)))
	if n.Sign() < 0 {
		half.Neg(half)
	}
	return truncTo(new(big.Rat).Add(n, half), digits)
}

// arithmetic is + - * / %.
func (q *query) arithmetic(op string, a, b Value) Value {
	if a.IsNull() || b.IsNull() {
		return null
	}
	if !a.Known() || !b.Known() {
		return unknownLike(a, b)
	}
	if a.Kind == Text && q.s.Dialect == sqlread.PostgreSQL && b.Kind == Text {
		return anything
	}
	x, okX := asNumber(a)
	y, okY := asNumber(b)
	if !okX || !okY {
		return anything
	}
	v := Value{Kind: max(numKind(a), numKind(b)), Scale: max(a.Scale, b.Scale)}
	switch op {
	case "+":
		v.N = new(big.Rat).Add(x, y)
	case "-":
		v.N = new(big.Rat).Sub(x, y)
	case "*":
		v.N = new(big.Rat).Mul(x, y)
		v.Scale = a.Scale + b.Scale
	case "/", "div":
		return trail(q.divide(op, v, x, y), op, a, b, x, y)
	case "%", "mod":
		if y.Sign() == 0 || !x.IsInt() || !y.IsInt() {
			return anything
		}
		v.N = new(big.Rat).SetInt(new(big.Int).Rem(x.Num(), y.Num()))
	default:
		return anything
	}
	return trail(v, op, a, b, x, y)
}

func numKind(v Value) ValueKind {
	if v.numeric() {
		return v.Kind
	}
	return Int
}

// divide follows the dialects: integers divide to integers except in MySQL.
func (q *query) divide(op string, v Value, x, y *big.Rat) Value {
	if y.Sign() == 0 {
		if q.s.Dialect == sqlread.PostgreSQL {
			q.fail(&Failure{Class: "DataError", Rows: true, Message: "division by zero"})
			return anything
		}
		return null
	}
	n := new(big.Rat).Quo(x, y)
	switch {
	case v.Kind == Int && !q.s.Dialect.IsMySQL(), op == "div":
		v.Kind = Int
		v.N = truncTo(n, 0)
	case v.Kind == Int:
		v.Kind, v.Scale = Dec, 4
		v.N = roundTo(n, 4)
	case v.Kind == Dec:
		v.Scale = max(v.Scale+4, 16)
		v.N = roundTo(n, v.Scale)
	default:
		f, _ := n.Float64()
		v.N = new(big.Rat).SetFloat64(f)
		if v.N == nil {
			return anything
		}
	}
	return v
}

// aggregate computes an aggregate over the group of the scope.
func (q *query) aggregate(c *sqlread.Call, sc *scope) Value {
	var vals []Value
	for _, row := range sc.group {
		if c.Filter != nil && truthOf(q.eval(c.Filter, row)) != True {
			continue
		}
		if c.Star || len(c.Args) == 0 {
			vals = append(vals, integer(1))
			continue
		}
		if v := q.eval(c.Args[0], row); !v.IsNull() {
			vals = append(vals, v)
		}
	}
	for _, v := range vals {
		if !v.Known() && !(c.Star || c.Name == "count" && v.Kind == Opaque) {
			return anything
		}
	}
	if c.Distinct {
		var rows [][]Value
		for _, v := range vals {
			rows = append(rows, []Value{v})
		}
		vals = nil
		for _, r := range distinctRows(rows) {
			vals = append(vals, r[0])
		}
	}
	switch c.Name {
	case "count":
		return integer(int64(len(vals)))
	case "min", "max":
		return q.extreme(c.Name, vals)
	case "sum", "total":
		if len(vals) == 0 {
			return null
		}
		sum := integer(0)
		for _, v := range vals {
			sum = q.arithmetic("+", sum, v)
		}
		return sum
	}
	if len(vals) == 0 {
		return null
	}
	return anything
}

func (q *query) extreme(name string, vals []Value) Value {
	if len(vals) == 0 {
		return null
	}
	best := vals[0]
	for _, v := range vals[1:] {
		c, ok := compare(v, best, q.s.Dialect)
		if !ok {
			return anything
		}
		if c < 0 == (name == "min") && c != 0 {
			best = v
		}
	}
	return best
}
