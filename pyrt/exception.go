package pyrt

import "fmt"

// An Exception is a Python exception in flight. It is the only error that
// Python code can catch; any other error (cancelled, limit reached,
// undecidable) passes through except clauses and ends the run.
type Exception struct {
	// Value is the exception instance; its Native is *ExceptionState.
	Value *Object

	// noted is the frame that entered itself into the traceback last.
	noted *frame
	// linked: the context has been set, or must stay as it is.
	linked bool
	// again: a raise without an expression.
	again bool
}

// ExceptionState is what every BaseException instance carries.
type ExceptionState struct {
	Args            []Value
	Cause           Value // nil or None: none
	Context         Value
	SuppressContext bool
	// Name and Obj are the attributes of that name which AttributeError,
	// NameError and ImportError (name, path) have; nil: absent.
	Name, Obj Value
	// Traceback is the chain of frames passed, outermost first.
	Traceback *Traceback
	// Data is what a class implemented in Go keeps besides.
	Data any
}

// Error gives "Type: message".
func (e *Exception) Error() string {
	msg := e.Message()
	if msg == "" {
		return e.Value.Class.Name
	}
	return e.Value.Class.Name + ": " + msg
}

// Message gives what str(exception) gives for the ordinary cases.
func (e *Exception) Message() string { return exceptionMessage(e.Value) }

// IsA reports whether the exception is an instance of class c.
func (e *Exception) IsA(c *Type) bool { return e.Value.Class.IsSubclass(c) }

// Errorf makes an exception of class c with a formatted message.
func Errorf(c *Type, format string, a ...any) *Exception {
	return NewException(c, Str(fmt.Sprintf(format, a...)))
}

// NewException makes an exception of class c with the given args, without
// running a Python-level __init__.
func NewException(c *Type, args ...Value) *Exception {
	return &Exception{Value: &Object{Class: c, Native: &ExceptionState{Args: args}}}
}
