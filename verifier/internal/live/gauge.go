package live

import "context"

// A Lock is what a statement took on a table, in the words of the database. Waits
// says what waits for it.
type Lock struct {
	Schema, Table string
	Mode, Waits   string
}

// What waits for a lock.
const (
	WaitsAll    = "reads and writes"
	WaitsWrites = "writes"
	WaitsSchema = "other changes of the schema"
	WaitsRows   = "writes of the same rows"
	WaitsNot    = "nothing, but for a moment"
)

// A Gauge measures what the statements of migrations lock.
type Gauge interface {
	// Gauge begins to measure on the connection that is open, or ends it.
	Gauge(ctx context.Context, on bool) error
	// Locked is what the last statement took on tables that were there before the
	// run and that the run had not taken before. Unseen says why that is not known.
	Locked(ctx context.Context) (locks []Lock, unseen string, err error)
}
