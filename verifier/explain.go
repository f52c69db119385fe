package verifier

import (
	"errors"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// explain says whether an error of a run is the migration's own failure (the
// database refused, the script raised) and what happened, in one line.
func explain(err error) (words string, at syntax.Span, theirs bool) {
	var db *opshim.DBError
	if errors.As(err, &db) {
		return db.Class + ": " + db.Message, syntax.Span{}, true
	}
	if f, ok := live.AsFailure(err); ok {
		return f.Class + ": " + f.Words(), syntax.Span{}, true
	}
	var gen *sqlgen.Error
	if errors.As(err, &gen) {
		return gen.Error(), syntax.Span{}, gen.Type != "Unsupported"
	}
	var exc *pyrt.Exception
	if errors.As(err, &exc) {
		return exc.Error(), syntax.Span{}, true
	}
	return err.Error(), syntax.Span{}, false
}

// refuses: the script itself raised, before or instead of doing anything.
func (r *ran) refuses() bool { return r.failed && r.failure == nil }
