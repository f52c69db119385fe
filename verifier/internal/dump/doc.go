// Package dump reads what pg_dump (plain), sqlite3's .dump and mysqldump write.
//
// It takes the text and returns its statements in order, each with its line, and
// the rows of COPY blocks as INSERT statements. It leaves out what concerns the
// server and not the schema: owners, rights, roles, databases, transactions,
// and commands of psql that change nothing. It refuses commands of psql that read
// other files or decide what is run, and dumps of several databases: each is an
// error with its line.
package dump
