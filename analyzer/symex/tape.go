package symex

import (
	"reflect"
	"slices"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A tape is what one run of a script asked for, with what it was answered. On
// another state on which it gets the same answers, the script would ask for
// the same again, so that it need not be executed.
//
// Why: a round trip runs each function several times, on states that differ
// in their rows only, and most scripts ask nothing at all.
type tape struct {
	steps []taped
	asked []opshim.Step // what was done of them, in order
}

// taped is one step.
type taped struct {
	step   opshim.Step
	stmts  []tapedStmt
	shapes []tapedShape // what its compilation looked at
	asked  bool         // the script has read the answer
	answer opshim.Answer
	list   *opshim.Listing // a listing, and what was in it
	names  []string
}

type tapedStmt struct {
	st     sqlgen.Stmt
	parsed []sqlread.Parsed
}

type tapedShape struct {
	name  schema.Name
	shape catalog.Shape
}

// tapeKey says what a tape is of.
type tapeKey struct {
	rev *script.Revision
	dir opshim.Direction
}

// recorder makes a tape; spoiled is true if the run cannot have one.
type recorder struct {
	steps   []taped
	spoiled bool
}

func (r *recorder) add(t taped) { r.steps = append(r.steps, t) }

// last is the step that is being done.
func (r *recorder) last() *taped { return &r.steps[len(r.steps)-1] }

// taken is the tape of a run.
func (b *backend) taken() *tape { return &tape{b.rec.steps, slices.Clip(b.path.Steps)} }

// replay does what a tape says; false if the answers differ, and the state is
// then of no use.
func (b *backend) replay(t *tape) bool {
	done := 0
	for i := range t.steps {
		s := &t.steps[i]
		if s.list != nil {
			if !reflect.DeepEqual(b.names(*s.list), s.names) {
				return false
			}
			continue
		}
		done++
		b.path.Log.Step = done
		if b.control(s.step.Op) {
			continue
		}
		b.path.Calls++
		if o, ok := s.step.Op.(*op.Opaque); ok {
			b.unclear(o)
			continue
		}
		b.tell(s.step.Op)
		for _, x := range s.shapes {
			if !b.st.HasShape(x.name, x.shape) {
				return false
			}
		}
		if !b.redo(s) {
			return false
		}
	}
	b.path.Steps = t.asked
	return true
}

// redo does the statements of a step, and compares the answer.
func (b *backend) redo(s *taped) bool {
	var last *catalog.Result
	for _, st := range s.stmts {
		r, err := b.exec(st.st, st.parsed)
		if err != nil {
			return false
		}
		if r != nil {
			last = r
		}
	}
	if !s.asked {
		return true
	}
	if last == nil {
		return reflect.DeepEqual(s.answer, opshim.Answer{})
	}
	if last.Unknown != "" {
		return false
	}
	a, ok := b.rows(last)
	return ok && reflect.DeepEqual(a, s.answer)
}
