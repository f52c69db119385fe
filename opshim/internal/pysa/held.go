package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// heldExecutor stands behind connections that nobody serves: env.py can hold and
// hand them over, but any statement fails by name. Transactions do nothing.
type heldExecutor struct{ d *sqlgen.Dialect }

// Dialect is that of the engine's URL.
func (h *heldExecutor) Dialect() *sqlgen.Dialect { return h.d }

// Execute fails.
func (h *heldExecutor) Execute(*pyrt.Thread, expr.Stmt, []map[string]any) (Answer, error) {
	return Answer{}, unsupported("a statement on an engine of the script's own")
}

// Apply accepts transaction events, which have no effect here.
func (h *heldExecutor) Apply(_ *pyrt.Thread, o op.Op) error {
	switch o.(type) {
	case *op.Begin, *op.Commit, *op.Rollback, *op.Savepoint, *op.ReleaseSavepoint, *op.RollbackToSavepoint:
		return nil
	}
	return unsupported("a directive on an engine of the script's own")
}

// Reflect fails.
func (h *heldExecutor) Reflect(*pyrt.Thread, schema.Name) (*schema.Table, error) {
	return nil, unsupported("reflection on an engine of the script's own")
}

// Names fails.
func (h *heldExecutor) Names(*pyrt.Thread, string, string) ([]string, error) {
	return nil, unsupported("inspection of an engine of the script's own")
}
