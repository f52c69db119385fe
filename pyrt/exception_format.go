package pyrt

import (
	"fmt"
	"slices"
	"strings"
)

// FormatException gives the text that CPython prints for an uncaught
// exception, traceback included; for other errors their own text.
func FormatException(err error) string {
	e, ok := err.(*Exception)
	if !ok {
		return err.Error() + "\n"
	}
	t := &Thread{MaxSteps: 1_000_000}
	if tb := stateOf(e.Value).Traceback; tb != nil && tb.frame != nil && tb.frame.t != nil {
		// Hints look at the modules of the program, under limits of their own.
		t.Stdlib, t.Modules = tb.frame.t.Stdlib, tb.frame.t.Modules
	}
	p := &exceptionPrinter{t: t, seen: make(map[*Object]bool)}
	p.chain(e.Value)
	return p.b.String()
}

// FormatValueException gives the same text for an exception instance.
func FormatValueException(t *Thread, v *Object) string {
	p := &exceptionPrinter{t: t, seen: make(map[*Object]bool)}
	p.chain(v)
	return p.b.String()
}

type exceptionPrinter struct {
	t      *Thread
	b      strings.Builder
	seen   map[*Object]bool
	indent string
	depth  int
}

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

func (p *exceptionPrinter) line(s string) {
	for l := range strings.Lines(s) {
		if l != "\n" || p.indent == "" {
			p.b.WriteString(p.indent)
		} else {
			p.b.WriteString(strings.TrimRight(p.indent, " "))
		}
		p.b.WriteString(l)
	}
}

// chain prints the exceptions that led to v, then v.
func (p *exceptionPrinter) chain(v *Object) {
	if p.seen[v] || len(p.seen) > 1000 {
		return
	}
	p.seen[v] = true
	st := stateOf(v)
	if cause, ok := st.Cause.(*Object); ok {
		if !p.seen[cause] {
			p.chain(cause)
			p.line(causeText)
		}
	} else if ctx, ok := st.Context.(*Object); ok && !st.SuppressContext {
		if !p.seen[ctx] {
			p.chain(ctx)
			p.line(contextText)
		}
	}
	if v.Class.IsSubclass(BaseExceptionGroup) {
		p.group(v)
		return
	}
	if st.Traceback != nil {
		p.line("Traceback (most recent call last):\n")
		p.line(FormatTraceback(st.Traceback))
	}
	p.last(v)
}

func (p *exceptionPrinter) last(v *Object) {
	if v.Class.IsSubclass(SyntaxError) {
		p.syntaxError(v)
		return
	}
	p.line(exceptionLine(p.t, v))
	p.notes(v)
}

func (p *exceptionPrinter) notes(v *Object) {
	notes, err := LookupAttr(p.t, v, "__notes__")
	if err != nil || notes == nil {
		return
	}
	l, ok := notes.(*List)
	if !ok {
		p.line(Repr1(p.t, notes) + "\n")
		return
	}
	for _, n := range l.Elems {
		s, err := ToStr(p.t, n)
		if err != nil {
			s = "<note str() failed>"
		}
		p.line(s + "\n")
	}
}

// ExceptionLines gives the last lines of the report: type, message and notes.
func ExceptionLines(t *Thread, v *Object) string {
	p := &exceptionPrinter{t: t, seen: make(map[*Object]bool)}
	p.last(v)
	return p.b.String()
}

// ExceptionLinesAlone is ExceptionLines for an exception whose traceback is not
// to be looked at: a misspelt name has no suggestion.
func ExceptionLinesAlone(t *Thread, v *Object) string {
	st := stateOf(v)
	tb := st.Traceback
	st.Traceback = nil
	defer func() { st.Traceback = tb }()
	return ExceptionLines(t, v)
}

// exceptionLine gives "module.Type: message".
func exceptionLine(t *Thread, v *Object) string {
	name := v.Class.QualName
	if m := v.Class.moduleName(); m != "builtins" && m != "__main__" && m != "" {
		name = m + "." + name
	}
	s, err := ToStr(t, v)
	if err != nil {
		s = "<exception str() failed>"
	}
	s += hint(t, v)
	if s == "" {
		return name + "\n"
	}
	return name + ": " + s + "\n"
}

// hint gives CPython's ". Did you mean: 'x'?".
func hint(t *Thread, v *Object) string {
	st := stateOf(v)
	name, ok := st.Name.(Str)
	if !ok {
		return ""
	}
	var names []string
	switch {
	case v.Class.IsSubclass(AttributeError) && st.Obj != nil:
		names = publicNames(t, st.Obj, string(name))
	case v.Class.IsSubclass(NameError):
		return nameHint(t, st, string(name))
	case v.Class.IsSubclass(ImportError):
		name, names = importedNames(t, st)
	default:
		return ""
	}
	if s := suggestion(string(name), names); s != "" {
		return ". Did you mean: '" + s + "'?"
	}
	return ""
}

// nameHint is the hint for a name that is not defined: an attribute of self, a
// name in sight or a module of the library.
func nameHint(t *Thread, st *ExceptionState, name string) string {
	out, near := "", ""
	if self := selfOf(st.Traceback); self != nil && hasAttribute(t, self, name) {
		near = "self." + name
	} else {
		near = suggestion(name, visibleNames(t, st.Traceback))
	}
	if near != "" {
		out = ". Did you mean: '" + near + "'?"
	}
	switch {
	case !isLibraryModule(t, name):
	case near != "":
		out += " Or did you forget to import '" + name + "'?"
	default:
		out = ". Did you forget to import '" + name + "'?"
	}
	return out
}

// selfOf gives the local variable self of the innermost frame, or nil.
func selfOf(tb *Traceback) Value {
	if tb == nil {
		return nil
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	locals, ok := tb.frame.localVariables().(*Dict)
	if !ok {
		return nil
	}
	self, _ := locals.GetStr("self")
	return self
}

func hasAttribute(t *Thread, v Value, name string) bool {
	x, err := LookupAttr(t, v, name)
	return err == nil && x != nil
}

// isLibraryModule tells whether sys.stdlib_module_names has a name.
func isLibraryModule(t *Thread, name string) bool {
	sys, err := ImportModule(t, "sys")
	if err != nil {
		return false
	}
	names, err := LookupAttr(t, sys, "stdlib_module_names")
	if err != nil || names == nil {
		return false
	}
	found, err := Contains(t, names, Str(name))
	return err == nil && found
}

// importedNames gives the name that a from import did not find, and those
// that its module has.
func importedNames(t *Thread, st *ExceptionState) (Str, []string) {
	data, _ := st.Data.(map[string]Value)
	from, ok := data["name_from"].(Str)
	module, isText := st.Name.(Str)
	m := t.Modules[string(module)]
	if !ok || !isText || m == nil {
		return "", nil
	}
	return from, publicNames(t, m, string(from))
}

// publicNames lists the attributes of a value that a misspelt name may mean:
// private ones only for a private name.
func publicNames(t *Thread, v Value, wanted string) []string {
	list, err := builtinDir(t, v)
	if err != nil {
		return nil
	}
	elems := slices.Clone(list.(*List).Elems)
	if m, ok := v.(*Module); ok && m.Lazy != nil { // the rest appears when it is used
		if all, err := m.Lazy(t, "__all__"); err == nil && all != nil {
			if l, ok := AsList(all); ok {
				elems = append(elems, l.Elems...)
			}
		}
	}
	var names []string
	for _, x := range elems {
		if s, _ := AsStr(x); !strings.HasPrefix(s, "_") || strings.HasPrefix(wanted, "_") {
			names = append(names, s)
		}
	}
	return names
}

func visibleNames(t *Thread, tb *Traceback) []string {
	if tb == nil {
		return nil
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	var names []string
	add := func(v Value) {
		if d, ok := v.(*Dict); ok {
			for _, k := range d.Keys() {
				s, _ := AsStr(k)
				names = append(names, s)
			}
		}
	}
	add(tb.frame.localVariables())
	add(tb.frame.globals)
	add(tb.frame.builtins)
	return names
}

// maxGroupDepth is how deep groups are shown.
const maxGroupDepth = 10

// group prints an exception group with its members indented.
func (p *exceptionPrinter) group(v *Object) {
	st := stateOf(v)
	top := p.depth == 0
	if top {
		p.indent += "  "
		if st.Traceback != nil {
			p.b.WriteString("  + Exception Group Traceback (most recent call last):\n")
		}
	} else if st.Traceback != nil {
		p.line("Exception Group Traceback (most recent call last):\n")
	}
	bar := p.indent
	p.indent += "| "
	if st.Traceback != nil {
		p.line(FormatTraceback(st.Traceback))
	}
	p.line(exceptionLine(p.t, v))
	p.notes(v)
	_, list := groupParts(v)
	for i, e := range list {
		title := itoa(int64(i + 1))
		if i >= 15 {
			p.more(bar, len(list)-15)
			break
		}
		head := "+-"
		if i > 0 {
			head = "  "
		}
		p.b.WriteString(bar + head + "+---------------- " + title + " ----------------\n")
		old := p.indent
		p.indent = bar + "  | "
		p.depth++
		inner := p.indent
		p.indent = bar + "  "
		p.member(e.(*Object), inner)
		p.depth--
		p.indent = old
		if i == len(list)-1 && (!endsInGroup(e) || p.depth+1 >= maxGroupDepth) {
			p.b.WriteString(bar + "  +------------------------------------\n")
		}
	}
	if top {
		p.indent = strings.TrimSuffix(bar, "  ")
	} else {
		p.indent = bar
	}
}

func endsInGroup(v Value) bool {
	_, list := groupParts(v)
	return IsInstance(v, BaseExceptionGroup) && len(list) > 0
}

// member prints one exception of a group.
func (p *exceptionPrinter) member(v *Object, inner string) {
	if v.Class.IsSubclass(BaseExceptionGroup) {
		outer := p.indent
		st := stateOf(v)
		if st.Traceback != nil {
			p.b.WriteString(outer + "| ")
			p.b.WriteString("Exception Group Traceback (most recent call last):\n")
		}
		saved := *st
		p.groupBody(v, outer)
		*st = saved
		return
	}
	p.indent = inner
	p.chain(v)
}

// more tells how many members of a group are left out.
func (p *exceptionPrinter) more(bar string, n int) {
	p.b.WriteString(bar + "  +---------------- ... ----------------\n")
	p.b.WriteString(bar + fmt.Sprintf("  | and %d more exception%s\n", n, plurality(n != 1)))
	p.b.WriteString(bar + "  +------------------------------------\n")
}

func (p *exceptionPrinter) groupBody(v *Object, bar string) {
	st := stateOf(v)
	p.indent = bar + "| "
	if p.depth >= maxGroupDepth {
		p.line("... (max_group_depth is 10)\n")
		return
	}
	if st.Traceback != nil {
		p.line(FormatTraceback(st.Traceback))
	}
	p.line(exceptionLine(p.t, v))
	p.notes(v)
	_, list := groupParts(v)
	for i, e := range list {
		if i >= 15 {
			p.more(bar, len(list)-15)
			break
		}
		head := "+-"
		if i > 0 {
			head = "  "
		}
		p.b.WriteString(bar + head + "+---------------- " + itoa(int64(i+1)) + " ----------------\n")
		p.depth++
		p.indent = bar + "  "
		p.member(e.(*Object), bar+"  | ")
		p.depth--
		if i == len(list)-1 && (!endsInGroup(e) || p.depth+1 >= maxGroupDepth) {
			p.b.WriteString(bar + "  +------------------------------------\n")
		}
	}
}

// syntaxError prints file, line, text and markers of a SyntaxError.
func (p *exceptionPrinter) syntaxError(v *Object) {
	m, _ := stateOf(v).Data.(map[string]Value)
	line, ok := AsInt(orNoneValue(m["lineno"]))
	if ok {
		file, _ := AsStr(orNoneValue(m["filename"]))
		if file == "" {
			file = "<string>"
		}
		p.line(fmt.Sprintf("  File \"%s\", line %d\n", file, line))
		text, _ := AsStr(orNoneValue(m["text"]))
		p.line(syntaxMarkers(text, m))
	}
	msg, err := GetAttr(p.t, v, "msg")
	s := "<no detail available>"
	if err == nil {
		if x, err := ToStr(p.t, msg); err == nil && msg != None {
			s = x
		}
	}
	p.line(v.Class.Name + ": " + s + "\n")
	p.notes(v)
}

func syntaxMarkers(text string, m map[string]Value) string {
	text = strings.TrimRight(text, "\n")
	trimmed := strings.TrimLeft(text, " \t\f")
	if trimmed == "" {
		return ""
	}
	out := "    " + trimmed + "\n"
	offset, ok := AsInt(orNoneValue(m["offset"]))
	if !ok || offset < 1 {
		return out
	}
	end, _ := AsInt(orNoneValue(m["end_offset"]))
	if el, ok := AsInt(orNoneValue(m["end_lineno"])); ok && m["lineno"] != nil {
		if l, _ := AsInt(m["lineno"]); el != l {
			end = int64(len([]rune(text))) + 1
		}
	}
	if end <= offset {
		end = offset + 1
	}
	lead := int64(len([]rune(text)) - len([]rune(trimmed)))
	start := offset - 1 - lead
	if start < 0 {
		return out
	}
	return out + "    " + strings.Repeat(" ", int(start)) + strings.Repeat("^", int(end-offset)) + "\n"
}
