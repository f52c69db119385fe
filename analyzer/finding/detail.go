package finding

import "github.com/mrt-tools/mrt/pyrt/syntax"

// A Detail is what one revision does, for a report that shows more than what
// is wrong. A Result has one only if it was asked for.
type Detail struct {
	Up, Down []Action // what upgrade() and downgrade() did, in order
	Schema   []Change // what the upgrade changes in the schema
	Back     []Change // how the schema after the downgrade differs from that before the upgrade
}

// An Action is one call of a script with the statements that came of it.
type Action struct {
	At     syntax.Span // the call; the zero Span if no script asked for it
	SQL    []string    // with values in place of parameters, without the final semicolon
	Failed string      // the words of a failure that ended it
}

// A Change is one difference between two states of the schema. Without Attr the
// object as a whole is new (Was is empty) or gone (Is is empty).
type Change struct {
	Object  string // with its kind: column users.phone
	Attr    string // type, default, …
	Was, Is string // empty: not there, or not set
	Doubt   bool   // it is not known whether there is a difference
}

// A Loss is one value, or one row, that is not what it was.
type Loss struct {
	Row     string // which row
	Column  string // empty for a whole row
	Was, Is string
}

// MaxLosses is how many losses a Finding shows; its message has the number.
const MaxLosses = 5
