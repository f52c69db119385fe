package opshim

import (
	"errors"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// The pieces below stand until the packages that they need are there.

type sqlalchemy interface {
	pyalembic.SQLAlchemy
	SetDialect(d *sqlgen.Dialect)
}

var errPending = errors.New("not supported yet: running Python")

func newSQLAlchemy(*runtime, *sqlgen.Dialect, string) (sqlalchemy, error) { return nil, errPending }

func loadFile(*pyrt.Thread, *syntax.File, string, string, bool) (*pyrt.Module, error) {
	return nil, errPending
}

func unsupportedName(error) (string, bool) { return "", false }

func (rt *runtime) connection(Backend) (pyrt.Value, error) { return nil, errPending }
