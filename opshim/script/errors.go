package script

import (
	"errors"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Class is the Python exception class that Alembic raises for the same fault.
type Class string

// The classes that a question about the graph or the configuration can end in.
const (
	RevisionError           Class = "RevisionError"
	RangeNotAncestorError   Class = "RangeNotAncestorError"
	MultipleHeads           Class = "MultipleHeads"
	ResolutionError         Class = "ResolutionError"
	CycleDetected           Class = "CycleDetected"
	DependencyCycleDetected Class = "DependencyCycleDetected"
	LoopDetected            Class = "LoopDetected"
	DependencyLoopDetected  Class = "DependencyLoopDetected"
	CommandError            Class = "CommandError"
	AssertionError          Class = "AssertionError"
	KeyError                Class = "KeyError"
	ValueError              Class = "ValueError"
	AttributeError          Class = "AttributeError"
)

// An Error is a fault in Alembic's words. Class names the exception that
// Alembic raises, which for faults that Alembic does not foresee is a plain
// Python one (a missing parent is a KeyError).
type Error struct {
	Class    Class
	Message  string
	Argument string   // what could not be resolved, or had several heads
	Heads    []string // of MultipleHeads
	// At is the line of a revision file that is to blame, if it is known.
	At syntax.Span

	clear        string // a clearer sentence than Alembic's, or ""
	lower, upper string // of RangeNotAncestorError
}

// Error returns the message alone, as Alembic prints it.
func (e *Error) Error() string { return e.Message }

// Sentence says in full what Alembic's message may only hint at.
func (e *Error) Sentence() string {
	if e.clear != "" {
		return e.clear
	}
	return e.Message
}

// notPresent is the error for a name in down_revision or depends_on that no
// revision has: Alembic fails with the bare name.
func (b *builder) notPresent(r *Revision, variable, id string) *Error {
	e := keyError(id)
	e.At = r.at(variable)
	e.clear = variable + " of revision " + r.ID + " names " + quote(id) + ", which no revision file has as its id"
	if near := pyrt.Suggestion(id, b.keys); near != "" {
		e.clear += ". Did you mean: " + quote(near) + "?"
	}
	return e
}

func revisionError(message string) *Error {
	return &Error{Class: RevisionError, Message: message}
}

func assertion(message string) *Error {
	return &Error{Class: AssertionError, Message: message}
}

func keyError(key string) *Error {
	return &Error{Class: KeyError, Message: quote(key), Argument: key}
}

func resolutionError(argument, message string) *Error {
	return &Error{Class: ResolutionError, Message: message, Argument: argument}
}

func multipleHeads(heads []string, argument string) *Error {
	return &Error{
		Class:    MultipleHeads,
		Message:  "Multiple heads are present for given argument '" + argument + "'; " + strings.Join(heads, ", "),
		Argument: argument,
		Heads:    heads,
	}
}

func notAncestor(lower, upper string) *Error {
	return &Error{
		Class:   RangeNotAncestorError,
		Message: "Revision " + orBase(lower) + " is not an ancestor of revision " + orBase(upper),
		lower:   lower,
		upper:   upper,
	}
}

func orBase(s string) string {
	if s == "" {
		return "base"
	}
	return s
}

// A rewording holds the sentences that a command uses instead of the graph's
// own; empty ones mean the usual sentence.
type rewording struct {
	ancestor      string // complete sentence
	multipleHeads string // complete sentence
	end           string
}

// command turns the graph's error into the CommandError that Alembic's
// commands print for it. Errors that Alembic does not foresee stay as they are.
func (e *Error) command(w rewording) *Error {
	out := &Error{Class: CommandError, Message: e.Message, Argument: e.Argument, Heads: e.Heads}
	switch e.Class {
	case RangeNotAncestorError:
		out.Message = w.ancestor
		if out.Message == "" {
			out.Message = "Requested range " + e.lower + ":" + e.upper +
				" does not refer to ancestor/descendant revisions along the same branch"
		}
	case MultipleHeads:
		out.Message = w.multipleHeads
		if out.Message == "" {
			arg := w.end
			if arg == "" {
				arg = e.Argument
			}
			out.Message = "Multiple head revisions are present for given argument '" + arg +
				"'; please specify a specific target revision, '<branchname>@" + arg +
				"' to narrow to a specific head, or 'heads' for all heads"
		}
	case ResolutionError:
		out.Message = "Can't locate revision identified by '" + e.Argument + "'"
	case RevisionError, CycleDetected, DependencyCycleDetected, LoopDetected, DependencyLoopDetected:
	default:
		return e
	}
	return out
}

// quote writes s as Python's repr does for ordinary text.
func quote(s string) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = '"'
	}
	var b strings.Builder
	b.WriteByte(q)
	for _, r := range s {
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte(q)
	return b.String()
}

// AsCommandError is the error that a command of Alembic makes of a question to
// the graph that fails: the same, in words for the user. Errors that are not
// the graph's come back as they are.
func AsCommandError(err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	return e.command(rewording{})
}

// Quote writes s as Python's repr does for ordinary text.
func Quote(s string) string { return quote(s) }
