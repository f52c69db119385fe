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
// The state after the first upgrade is where the next migration starts, whatever
// the rest of the trip did: so what a trip finds depends on the migrations before
// it and not on their trips, and parts of a history ([Options].Only, [Cut], [Division]) can be
// verified apart: what is before a part is upgraded and no more.
//
// Jobs side by side make use of that. Where a mark holds the whole database, on
// SQLite, one job goes the way and hands the trips over, each with the database after its first
// upgrade ([Options].Further); elsewhere each has a part and goes the way to it ([Division]).
//
// # Histories that do not start from nothing
//
// A history may start from a dump ([Options].Start): the revisions in it are left
// out and say so. Where a migration cannot be upgraded, those above it are tried on
// the database without it. Their results name what is not in place; a failure that
// may come of that is blamed on nobody. What no migration before makes is named.
// A branch that makes the same as another goes on on a database of its own.
//
// Or the models make the database at the head ([Options].Models), and downgrades
// lead from there to where the history starts: there the trips begin, upwards. On
// the way down each migration is undone and done again on tables without rows.
// Where that is not possible the way is cut: the trips above are made from there,
// and on a database of its own the way goes on below. What models and revisions say
// otherwise than each other is told, and blamed on no revision.
//
// # Cost
//
// Only tables that a statement can have touched are read and seeded again, so that a
// trip costs what its migration does and not what the history has grown to.
//
// # Large tables
//
// Of a table that is asked to hold thousands of rows the first thousand are made one
// by one; the database repeats them with other numbers, where nothing but a number
// must be unique. Every row is compared, to the bit and both ways. What was not
// written since it was read is not read again: PostgreSQL tells who wrote a row, and
// of SQLite the stored records are compared. BenchmarkSize prints how many times as
// long a verification takes as to fill the table and to go up and down.
package verifier
