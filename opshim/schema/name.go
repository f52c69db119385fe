package schema

// Tri is a three-state switch: the zero value means "not given".
type Tri uint8

// The states of a Tri.
const (
	Unset Tri = iota // not given
	Yes              // True
	No               // False
)

// TriOf returns Yes for true and No for false.
func TriOf(b bool) Tri {
	if b {
		return Yes
	}
	return No
}

// Or returns the state as a bool, and def when it was not given.
func (t Tri) Or(def bool) bool {
	switch t {
	case Yes:
		return true
	case No:
		return false
	}
	return def
}

// Name is the name of a table-like object. Schema is empty when none was
// given; a dotted schema stands as written ("db.owner").
type Name struct {
	Schema string
	Name   string
	// Quote is what quoted_name(..., quote=) or Table(quote=) said.
	Quote Tri
	// QuoteSchema is the same for the schema.
	QuoteSchema Tri
}

// String is schema.name without any quoting; for messages and map keys.
func (n Name) String() string {
	if n.Schema == "" {
		return n.Name
	}
	return n.Schema + "." + n.Name
}

// NameState says where the name of a constraint or index comes from.
type NameState uint8

// The states of a name.
const (
	NameNone  NameState = iota // None: a naming convention may supply one
	NameGiven                  // given: a convention with %(constraint_name)s wraps it
	NameFinal                  // op.f(...) or conv(...): used as it is
	NameNever                  // explicitly nameless: no convention applies (unnamed Boolean or Enum CHECK)
)

// ConstraintName is the name of a constraint or an index.
type ConstraintName struct {
	Text  string
	State NameState
	Quote Tri
}

// Given returns the name as a script gives it; an empty text means none.
func Given(text string) ConstraintName {
	if text == "" {
		return ConstraintName{}
	}
	return ConstraintName{Text: text, State: NameGiven}
}

// Final returns a name that no convention touches.
func Final(text string) ConstraintName {
	return ConstraintName{Text: text, State: NameFinal}
}

// Expr is an SQL expression held by a schema object. The nodes of package expr
// implement it; nothing else should.
type Expr interface{ SchemaExpr() }
