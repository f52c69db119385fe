package dump

import (
	"slices"

	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// is reports whether the tokens begin with words; "" stands for any token.
func is(t []sqltok.Token, words ...string) bool {
	if len(t) < len(words) {
		return false
	}
	for i, w := range words {
		if w != "" && !t[i].Is(w) {
			return false
		}
	}
	return true
}

// elsewhere reports whether a statement is about the server, about who may do
// what, or about transactions.
func elsewhere(t []sqltok.Token, dialect string) bool {
	switch {
	case len(t) == 1:
		return t[0].Is("begin") || t[0].Is("commit") || t[0].Is("end") || t[0].Is("rollback")
	case is(t, "begin"), is(t, "commit"), is(t, "start", "transaction"), is(t, "rollback"):
		return true
	case is(t, "grant"), is(t, "revoke"), is(t, "lock", "tables"), is(t, "unlock"), is(t, "use"), is(t, "security", "label"):
		return true
	case is(t, "set", "role"), is(t, "set", "session", "authorization"), is(t, "alter", "default", "privileges"):
		return true
	case is(t, "comment", "on", "extension"), is(t, "comment", "on", "database"), is(t, "comment", "on", "role"):
		return true
	case is(t, "create", "schema", "public"), is(t, "alter", "subscription"), is(t, "create", "subscription"):
		return true
	case is(t, "pragma", "foreign_keys"):
		return true
	}
	for _, verb := range []string{"create", "alter", "drop"} {
		for _, kind := range []string{"database", "role", "user", "tablespace"} {
			if is(t, verb, kind) && !(len(t) > 2 && t[2].Is("mapping")) {
				return true
			}
		}
	}
	return dialect == "postgresql" && is(t, "alter") && slices.ContainsFunc(t, func(x sqltok.Token) bool { return x.Is("owner") }) && is(t[len(t)-3:], "owner", "to")
}

// soft statements set something that another version may not know.
func soft(t []sqltok.Token) bool {
	return is(t, "set") || is(t, "select", "pg_catalog", ".", "set_config") || is(t, "pragma")
}
