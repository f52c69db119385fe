package verifier

import (
	"context"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Migration is one revision to verify.
type Migration struct {
	ID, File, Title string
	Needs           []string // the revisions that must be in place
	Words           []string // string constants of its script: keys that its code may look for
	Up, Down        syntax.Span

	// Run runs upgrade() or downgrade() against the backend, with everything that
	// env.py does on the connection before.
	Run func(context.Context, opshim.Direction, opshim.Backend) error
	// LoadError says why the script cannot be run at all.
	LoadError error
}

// Options are the choices of a verification. The zero value verifies with three
// rows per table and no time limit.
type Options struct {
	Database string        // sqlite (also ""), postgresql, or the URL of a server
	Rows     int           // rows seeded per table; 0 means 3, NoRows none
	Timeout  time.Duration // per revision; 0 for none
	FailFast bool
	// Interrupt also stops migrations after each statement, where what they do is
	// committed bit by bit, and looks whether they can be run again or undone.
	Interrupt bool
	// Locks also measures how long each statement takes and what it locks.
	Locks bool
	// Keep, if not nil, leaves the database behind and is told its URL; where a
	// server was left running for it, KeepServer is told the command that ends it.
	Keep       func(url string)
	KeepServer func(stop string)
	Repro      string // folder for an SQL script per failure
	// VersionTables are the names of Alembic's own tables: nobody's data.
	VersionTables []string
	// Create are statements that operators run beforehand, once; Before are run on
	// each connection.
	Create, Before []string
	// Skip returns the declared reason why a revision's failure is accepted.
	Skip func(id string) (reason string, ok bool)
	// Setup are the steps that env.py does on its connection before it runs
	// migrations: PRAGMA foreign_keys = ON, SET search_path.
	Setup []opshim.Step
	// Seeds are the user's own rows, by table, with or without its schema.
	Seeds map[string]SeedRule
	// Start is what the history starts from; nil for an empty database.
	Start *Dump
	// Models makes the schema at the head as the project's models have it, for a
	// history that is walked down from there first; nil if it is not. There is no
	// Start then.
	Models func(context.Context, opshim.Backend) error
	// Only says which revisions make their trips; nil for all. The others before
	// them are upgraded, since they lead there, and no more; a trip finds the same
	// as if all were made.
	Only func(id string) bool
	// Further are the same migrations with interpreters of their own, one for each
	// further job that takes trips over, where the database permits it ([HandsOver]).
	// What is found does not depend on them. Watch is told by all jobs then.
	Further [][]*Migration
	// Part is what is to be done of a history that several jobs verify side by
	// side; nil for all.
	Part *Part
	// Dialect is what the statements are compiled for.
	Dialect *sqlgen.Dialect
	// Detail fills Result.Detail, for reports that show what a migration does.
	Detail bool
	// Watch, if not nil, is told when a revision enters a stage.
	Watch func(id string, stage finding.Stage)
}

// A SeedRule says how a table gets its rows: these rows (what they leave out is
// made up), or this statement, or none for the reason given in Skip.
type SeedRule struct {
	Rows []map[string]any
	SQL  string
	Skip string
}

// NoRows as Options.Rows: no seeds and no new-world rows.
const NoRows = -1

func (o *Options) rows() int {
	switch {
	case o.Rows == 0:
		return 3
	case o.Rows < 0:
		return 0
	}
	return o.Rows
}
