// Package verifier proves what a downgrade gives back, by doing it: it fills a
// scratch database with awkward rows, upgrades, writes rows of the new world,
// downgrades, compares schema and every row, and upgrades again.
//
// It takes migrations in upgrade order, each as something that can be run
// against an opshim.Backend, and returns one finding.Result per migration. A
// migration that fails in the database is a finding; an error is only what keeps
// us from going on: no database, a full disk, a cancelled context.
//
// It refuses to connect to any URL that a project states: it works on scratch
// databases of its own. It refuses to call a table checked that it could not
// fill: such a table is named with the database's own words.
//
// # One trip
//
//	seed ─ before ─ upgrade ─ after ─ downgrade ─ = before? ─ upgrade ─ = after?
//	                                └ new rows ─ downgrade ─ old rows still there?
//
// The state after the first upgrade is where the next migration starts. Only
// tables that a statement can have touched are read and seeded again, so that a
// trip costs what its migration does and not what the history has grown to.
package verifier
