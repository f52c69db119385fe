// Package draft writes down, as far as it can be known, the schema that was there
// before the first revision of a history.
//
// It takes the revisions, what the prediction assumed to exist, and a dialect; it
// returns SQL text to be completed by hand. What a revision drops is as its
// downgrade makes it again; what it alters has the existing type that it states;
// a column that a foreign key refers to has the type of the column that refers.
// What nobody says is marked so. It refuses to run anything but the scripts, and
// never calls the draft the truth.
package draft
