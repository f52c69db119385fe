// Package analyzer predicts what the rollback of each revision gives back.
//
// It takes a project's environment and its revisions in upgrade order, runs
// each of them on an abstract database (packages symex and catalog) up, down
// and up again, once on tables that hold only what migrations put there and
// once on tables with witness rows, and yields one finding.Result each: a
// verdict, its cause if there is none, and the findings of the rules.
//
// It refuses to touch a database, to read the scripts other than by running
// them, and to call anything lossless that it has not seen come back.
package analyzer
