package finding

import (
	"time"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Statement is what was measured of one statement of a migration.
type Statement struct {
	Down    bool        // of downgrade()
	At      syntax.Span // the call that it comes from
	SQL     string      // on one line, cut off where it is long
	Took    time.Duration
	Changed int64 // rows that it wrote or removed
	Locks   []Lock
	Unseen  string // why the locks are not known
}

// A Lock is what a statement took on a table that was there before.
type Lock struct {
	Table string
	Rows  int    // of the table, when the function began
	Mode  string // in the words of the database
	Waits string // what waits for it: reads and writes, writes, …
}
