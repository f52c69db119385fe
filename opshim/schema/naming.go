package schema

// NamingConvention is MetaData(naming_convention=...): texts with %(token)s by
// kind of constraint.
type NamingConvention struct {
	// Rules are in the order given; Key is "ix", "uq", "ck", "fk", "pk" (a
	// constraint class is mapped to its key).
	Rules []NamingRule
	// Tokens are the custom %(token)s functions.
	Tokens []NamingToken
}

// NamingRule is the text for one kind.
type NamingRule struct{ Key, Text string }

// NamingToken is a custom token: Python code that makes its text.
type NamingToken struct {
	Name string
	Call func(k Constraint, index *Index, t *Table) (string, error)
}

// Rule returns the text for a kind and whether there is one. A nil convention is
// SQLAlchemy's default, which has only "ix". A convention replaces the default
// as a whole.
func (n *NamingConvention) Rule(key string) (string, bool) {
	if n == nil {
		return "ix_%(column_0_label)s", key == "ix"
	}
	for _, r := range n.Rules {
		if r.Key == key {
			return r.Text, true
		}
	}
	return "", false
}
