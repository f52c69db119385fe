package catalog

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// cast converts a value to a type, as CAST does. A failure goes to q.err.
func (q *query) cast(v Value, canon string) Value {
	ti := q.s.typeOf(canon)
	w, msg := q.s.convert(v, ti, true)
	if msg != "" {
		q.fail(&Failure{Class: "DataError", Rows: true, Message: msg})
		return anything
	}
	return w
}

// coerce stores a value in a column. assign is false where an explicit
// expression of ALTER … USING gave it.
func (s *State) coerce(v Value, c *Column, t *Table, assign bool) (Value, error) {
	ty, ok := c.Type.Known()
	if !ok {
		return v, nil
	}
	ti := s.typeOf(ty)
	w, msg := s.convert(v, ti, false)
	if msg == "" && s.Dialect.IsMySQL() && w.Kind == Text && (ti.class == classText || ti.class == classEnum) && unwritable(w.S, charsetOf(t, c)) {
		msg = "Incorrect string value: " + w.String()
	}
	if msg != "" && s.lenient() {
		if cut, msg := s.convert(v, ti, true); msg == "" {
			return cut, nil
		}
		return opaque, nil // something near it
	}
	if msg != "" {
		object := s.fold(t.Name) + "." + c.Name
		return w, &Failure{Class: "DataError", Object: object, Rows: true, Message: msg + " (column " + object + ")"}
	}
	if name := s.domainRefuses(w, ti); name != "" {
		return w, &Failure{Class: "IntegrityError", Object: s.fold(t.Name) + "." + c.Name, Rows: true, Message: "value for domain " + ty + " violates check constraint \"" + name + "\""}
	}
	if s.Dialect == sqlread.SQLite && t.Options["strict"] != "" {
		if msg := strictStore(&w, ty); msg != "" {
			object := s.fold(t.Name) + "." + c.Name
			return w, &Failure{Class: "IntegrityError", Object: object, Rows: true, Message: "cannot store " + msg + " value in " + strings.ToUpper(ty) + " column " + object}
		}
	}
	return w, nil
}

// domainRefuses names the constraint of a domain that a value violates.
func (s *State) domainRefuses(v Value, ti typeInfo) string {
	if ti.domain == nil || v.IsNull() || !v.Known() {
		return ""
	}
	q := &query{s: quietState(s)}
	for _, c := range ti.domain.Checks {
		if q.domainCheck(c.Expr, v) == False {
			return c.Name
		}
	}
	return ""
}

// strictStore checks SQLite's STRICT tables; the text names what does not fit.
func strictStore(v *Value, ty string) string {
	switch ty {
	case "integer", "int":
		switch {
		case v.Kind == Float || v.Kind == Dec:
			if !v.N.IsInt() {
				return "REAL"
			}
		case v.Kind == Text:
			return "TEXT"
		}
	case "real":
		if v.Kind == Text {
			return "TEXT"
		}
	case "blob":
		switch v.Kind {
		case Text:
			return "TEXT"
		case Int:
			return "INT"
		case Float, Dec:
			return "REAL"
		}
	}
	return ""
}

// convert changes a value to a type; the text is the reason why it cannot be.
// A value that does not change keeps its token.
func (s *State) convert(v Value, ti typeInfo, explicit bool) (Value, string) {
	switch {
	case v.IsNull():
		return v, ""
	case s.Dialect == sqlread.SQLite && explicit:
		return sqliteCast(v, ti), ""
	case !v.Known():
		return v, ""
	case s.Dialect == sqlread.SQLite:
		return sqliteStore(v, ti), ""
	}
	w, msg := s.convertStrict(v, ti, explicit)
	if msg == "" && carries(w, v, ti) {
		w.Tok, w.via = v.Tok, v.via
	}
	return w, msg
}

func (s *State) convertStrict(v Value, ti typeInfo, explicit bool) (Value, string) {
	switch ti.class {
	case classText:
		return s.toText(v, ti, explicit)
	case classInt:
		return toInt(v, ti)
	case classDec:
		return toDec(v, ti)
	case classFloat:
		return toFloat(v, ti)
	case classBool:
		if s.Dialect.IsMySQL() && v.Kind != Bool { // a TINYINT
			return toInt(v, typeInfo{bits: 8})
		}
		if t := truthOf(v); t == True || t == False {
			return boolean(t == True), ""
		}
		return opaque, "invalid input syntax for type boolean: " + v.String()
	case classEnum:
		if v.Kind == Text && len(ti.labels) > 0 && !s.hasLabel(ti, v.S) {
			return opaque, "invalid input value for enum: " + v.String()
		}
	case classDate, classTimestamp, classTime:
		return s.toMoment(v, ti)
	case classJSON:
		d, ok := document(v)
		if v.Kind == Text && !ok {
			return opaque, "invalid input syntax for type json: " + v.String()
		}
		if ti.binary && ok {
			return text(jsonText(d)), ""
		}
	case classBytes:
		if v.Kind == Text && ti.length > 0 && len(v.S) > ti.length {
			return opaque, "Data too long: " + v.String()
		}
	case classUUID, classOther:
	}
	return v, ""
}

// seconds is a time with as many digits of its seconds as a type of MySQL's keeps.
func (s *State) seconds(v Value, ti typeInfo) Value {
	head, digits, ok := strings.Cut(v.S, ".")
	if !ok || v.Kind != Text || !s.Dialect.IsMySQL() || len(digits) <= ti.scale || strings.Trim(digits, "0123456789") != "" {
		return v
	}
	if ti.scale == 0 {
		return text(head)
	}
	return text(head + "." + digits[:ti.scale])
}

// toMoment is a value as a date or a time. MySQL reads texts and numbers in more ways
// than are followed.
func (s *State) toMoment(v Value, ti typeInfo) (Value, string) {
	if ti.class == classTime {
		switch {
		case v.Kind == Text && !strings.ContainsAny(v.S, "0123456789") && !slices.Contains(dateWords, strings.ToLower(strings.TrimSpace(v.S))):
			return opaque, "invalid input syntax for type time: " + v.String()
		case s.Dialect.IsMySQL() && !(v.Kind == Text && clockText.MatchString(v.S)):
			return anything, ""
		}
		return s.seconds(v, ti), ""
	}
	what := map[class]string{classDate: "date", classTimestamp: "timestamp"}[ti.class]
	if why := s.undated(v, what); why != "" {
		return opaque, why
	}
	switch dated := v.Kind == Text && datetimeText.MatchString(v.S); {
	case dated && ti.class == classDate && len(v.S) > 10:
		return text(v.S[:10]), ""
	case dated && ti.class == classTimestamp && len(v.S) == 10:
		return text(v.S + " 00:00:00"), ""
	case !dated && s.Dialect.IsMySQL():
		return anything, ""
	}
	return s.seconds(v, ti), ""
}

func toFloat(v Value, ti typeInfo) (Value, string) {
	n, ok := asNumber(v)
	if !ok {
		return opaque, "invalid input syntax for a number: " + v.String()
	}
	if ti.unsig && n.Sign() < 0 {
		return opaque, "number out of range"
	}
	f, _ := n.Float64()
	r := new(big.Rat).SetFloat64(f)
	if r == nil {
		return opaque, ""
	}
	return Value{Kind: Float, N: r}, ""
}

// hasLabel reports whether a text is a label of an enum, or some of a SET's.
func (s *State) hasLabel(ti typeInfo, text string) bool {
	one := func(text string) bool {
		return slices.ContainsFunc(ti.labels, func(l string) bool { return l == text || s.Dialect.IsMySQL() && strings.EqualFold(l, text) })
	}
	if !ti.set {
		return one(text)
	}
	for part := range strings.SplitSeq(text, ",") {
		if part != "" && !one(part) {
			return false
		}
	}
	return true
}

// dateWords are what PostgreSQL reads as a date or a time without a digit.
var dateWords = []string{"now", "today", "tomorrow", "yesterday", "epoch", "infinity", "+infinity", "-infinity", "allballs"}

// undated says why a text is no date: it has no digit, or is a number too short for
// one. Of others that is not known.
func (s *State) undated(v Value, what string) string {
	if v.Kind != Text {
		return ""
	}
	plain := strings.TrimSpace(v.S)
	digits := strings.IndexFunc(plain, func(r rune) bool { return r < '0' || r > '9' }) < 0
	if strings.ContainsAny(plain, "0123456789") && (!digits || len(plain) > 4) || slices.Contains(dateWords, strings.ToLower(plain)) {
		return ""
	}
	return "invalid input syntax for type " + what + ": " + v.String()
}

var clockText = regexp.MustCompile(`^\d\d:\d\d:\d\d`)

var datetimeText = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

func (s *State) toText(v Value, ti typeInfo, explicit bool) (Value, string) {
	w := v
	if v.Kind != Text {
		w = text(v.plain())
	}
	if ti.fixed && s.Dialect.IsMySQL() {
		w.S = strings.TrimRight(w.S, " ")
	}
	n := utf8.RuneCountInString(w.S)
	if ti.length == 0 || n <= ti.length {
		return w, ""
	}
	cut := string([]rune(w.S)[:ti.length])
	if explicit || strings.TrimRight(w.S, " ") == strings.TrimRight(cut, " ") && s.Dialect == sqlread.PostgreSQL {
		return text(cut), ""
	}
	return opaque, "value too long for type character varying(" + itoa(ti.length) + ")"
}

func toInt(v Value, ti typeInfo) (Value, string) {
	n, ok := asNumber(v)
	if !ok {
		return opaque, "invalid input syntax for type integer: " + v.String()
	}
	if bits := max(ti.bits, 8); bits < 64 && !ti.unsig && n.IsInt() && n.Num().IsInt64() {
		if i := n.Num().Int64(); i < -1<<(bits-1) || i >= 1<<(bits-1) {
			return opaque, "integer out of range"
		}
		return Value{Kind: Int, N: n}, ""
	}
	r := roundTo(n, 0)
	if low, high := wholeRange(ti); r.Num().Cmp(low) < 0 || r.Num().Cmp(high) > 0 {
		return opaque, "integer out of range"
	}
	return Value{Kind: Int, N: r}, ""
}

func toDec(v Value, ti typeInfo) (Value, string) {
	n, ok := asNumber(v)
	if !ok {
		return opaque, "invalid input syntax for type numeric: " + v.String()
	}
	if ti.unsig && n.Sign() < 0 {
		return opaque, "number out of range"
	}
	if ti.prec == 0 {
		w := v
		if !v.numeric() || v.Kind == Float {
			w = Value{Kind: Dec, N: n, Scale: decimals(n)}
			if _, frac, ok := strings.Cut(strings.TrimSpace(v.S), "."); ok && v.Kind == Text && !strings.ContainsAny(frac, "eE") {
				w.Scale = len(frac)
			}
		}
		w.Kind = Dec
		return w, ""
	}
	r := roundTo(n, ti.scale)
	limit := new(big.Rat).SetInt(pow10(max(ti.prec-ti.scale, 0)))
	if new(big.Rat).Abs(r).Cmp(limit) >= 0 {
		return opaque, "numeric field overflow"
	}
	return Value{Kind: Dec, N: r, Scale: ti.scale}, ""
}

// decimals is the number of digits that a fraction needs, at most 16.
func decimals(n *big.Rat) int {
	for i := range 16 {
		if truncTo(n, i).Cmp(n) == 0 {
			return i
		}
	}
	return 16
}
