package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// A Traceback is one entry of the chain of frames that an exception passed,
// from the outermost on.
type Traceback struct {
	Next  *Traceback
	Frame Frame

	frame *frame
}

// Type is traceback.
func (*Traceback) Type() *Type { return TracebackType }

// Frames lists the entries, innermost last.
func (tb *Traceback) Frames() []Frame {
	var out []Frame
	for ; tb != nil; tb = tb.Next {
		out = append(out, tb.Frame)
	}
	return out
}

// Innermost gives the span where the exception was raised, the zero Span when
// no Python code was passed.
func (tb *Traceback) Innermost() syntax.Span {
	if tb == nil {
		return syntax.Span{}
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	return tb.Frame.At
}

func tracebackMembers() []Member {
	return []Member{
		Accessor("tb_next", func(_ *Thread, self Value) (Value, error) {
			if n := self.(*Traceback).Next; n != nil {
				return n, nil
			}
			return None, nil
		}, func(_ *Thread, self, v Value) error {
			switch x := v.(type) {
			case *Traceback:
				self.(*Traceback).Next = x
			default:
				self.(*Traceback).Next = nil
			}
			return nil
		}),
		Getter("tb_lineno", func(_ *Thread, self Value) (Value, error) {
			return Int(self.(*Traceback).Frame.At.Position().Line), nil
		}),
		Getter("tb_lasti", func(_ *Thread, self Value) (Value, error) { return Int(self.(*Traceback).Frame.At.Start), nil }),
		Getter("tb_frame", func(_ *Thread, self Value) (Value, error) {
			tb := self.(*Traceback)
			return &frameObject{frame: tb.frame, at: tb.Frame.At}, nil
		}),
	}
}
