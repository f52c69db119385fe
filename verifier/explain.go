package verifier

import (
	"errors"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// explain says whether an error of a run is the migration's own failure (the
// database refused, the script raised), what happened, in one line, and where.
func explain(err error) (words string, at syntax.Span, theirs bool) {
	var run *opshim.RunError
	if errors.As(err, &run) {
		at = run.At
	}
	var missing *opshim.MissingPackage
	if errors.As(err, &missing) {
		return err.Error(), at, false
	}
	if name, ok := opshim.Unsupported(err); ok {
		return fmt.Sprintf("%s is not supported", name), at, false
	}
	var db *opshim.DBError
	if errors.As(err, &db) {
		return db.Class + ": " + db.Message, at, !unsupportedHere(db)
	}
	if f, ok := live.AsFailure(err); ok {
		return f.Class + ": " + f.Words(), at, true
	}
	var gen *sqlgen.Error
	if errors.As(err, &gen) {
		return gen.Error(), at, gen.Type != "Unsupported"
	}
	var exc *pyrt.Exception
	if errors.As(err, &exc) {
		return oneLine(exc.Error()), at, true
	}
	return err.Error(), at, false
}

// unsupportedHere: SQLAlchemy gives SQLite functions that this program does not.
func unsupportedHere(db *opshim.DBError) bool {
	return strings.EqualFold(db.Message, "no such function: regexp")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// refuses: the script itself raised, on purpose.
func (r *ran) refuses() bool {
	if !r.failed || r.failure != nil {
		return false
	}
	class, _, _ := strings.Cut(r.words, ":")
	switch class {
	case "NotImplementedError", "NotImplemented", "RuntimeError", "Exception", "SystemExit", "AssertionError":
		return true
	}
	return strings.Contains(strings.ToLower(class), "irreversible")
}

// missing: the script has no such function.
func (r *ran) missing() bool {
	return r.failed && strings.Contains(r.words, "no attribute 'downgrade'")
}

// idle reports whether a run did nothing but keep Alembic's own books.
func (t *trip) idle(r *ran) bool {
	for i := range r.log {
		own := false
		for _, name := range t.opt.VersionTables {
			own = own || r.log[i].mentions(name)
		}
		if !own {
			return false
		}
	}
	return true
}
