package analyzer

import (
	"errors"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Graph reports what is wrong with the history as a whole: files that cannot
// be read, and several heads.
func Graph(h *script.History) []finding.Finding {
	var out []finding.Finding
	for _, f := range h.Failures {
		code, message := finding.Code("MRT001"), f.Err.Error()
		var list syntax.ErrorList
		if errors.As(f.Err, &list) {
			code = "MRT902"
			if len(list) > 0 {
				message = list[0].Kind + ": " + list[0].Msg
			}
		}
		remedy := "mend the file; no revision is looked at beside it"
		var missing *opshim.MissingPackage
		if errors.As(f.Err, &missing) {
			remedy = missing.Remedy()
		}
		out = append(out, finding.Finding{
			Code: code, Severity: finding.Error, At: f.At, Object: "file", Message: message, Remedy: remedy,
		})
	}
	if h.Graph == nil {
		return finding.Seal(out)
	}
	heads := h.Heads()
	if len(heads) < 2 {
		return finding.Seal(out)
	}
	for _, rev := range h.All() {
		if rev.ID != heads[len(heads)-1] || rev.Tree == nil {
			continue
		}
		p := &Pass{Revision: rev}
		out = append(out, finding.Finding{
			Code: "MRT901", Severity: finding.Error, Revision: rev.ID, At: p.function("upgrade"), Object: strings.Join(heads, ", "),
			Message: "the history has several heads: " + strings.Join(heads, ", "), Remedy: "merge them with `alembic merge heads`", Proof: finding.Path,
		})
	}
	return finding.Seal(out)
}
