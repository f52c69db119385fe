package dump

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A Piece is one statement to run. Soft: it only sets something, and may fail.
type Piece struct {
	SQL  string
	Line int
	Soft bool
}

// An Error is what cannot be done with a dump, with its line.
type Error struct {
	Line int
	Text string
}

// Error gives the text alone; whoever knows the file names it.
func (e *Error) Error() string { return e.Text }

// Read returns the pieces of a dump that are to be run on a dialect.
func Read(text, dialect string) ([]Piece, error) {
	r := &reader{cut: sqltok.For(dialect), dialect: dialect, delimiter: ";", line: 1, first: 1}
	for text != "" {
		line, rest, ended := strings.Cut(text, "\n")
		text = rest
		whole := line
		if ended {
			whole += "\n"
		}
		if err := r.take(strings.TrimSuffix(line, "\r"), whole); err != nil {
			return nil, err
		}
		r.line++
	}
	if r.rows != nil {
		return nil, &Error{r.rows.line, `the rows of this COPY have no end: a line \. is missing`}
	}
	return r.pieces, r.flush(true)
}

type reader struct {
	cut       func(string) []sqltok.Token
	dialect   string
	delimiter string // of MySQL's client
	pieces    []Piece
	line      int // the present one
	pending   strings.Builder
	first     int // line of the pending text
	rows      *block
}

// copyLine begins the rows of a table as pg_dump writes them.
var copyLine = regexp.MustCompile(`(?i)^COPY\s+(.+?)\s+FROM\s+stdin\s*(?:WITH\s*\(?.*)?;\s*$`)

// take reads one line. Lines of psql and of MySQL's client stand between
// statements; the same text inside of one is part of it.
func (r *reader) take(line, whole string) error {
	if r.rows != nil {
		return r.row(line)
	}
	delimiter := strings.HasPrefix(strings.ToUpper(line), "DELIMITER ")
	special := strings.HasPrefix(line, `\`) || delimiter || copyLine.MatchString(line)
	if special && r.complete() {
		if err := r.flush(false); err != nil {
			return err
		}
		switch {
		case delimiter:
			r.delimiter = strings.TrimSpace(line[len("DELIMITER "):])
			return nil
		case line[0] == '\\':
			return r.command(line)
		}
		r.rows = &block{line: r.line, into: copyLine.FindStringSubmatch(line)[1]}
		return nil
	}
	if r.pending.Len() == 0 {
		r.first = r.line
	}
	r.pending.WriteString(whole)
	if r.delimiter != ";" && strings.HasSuffix(strings.TrimSpace(line), r.delimiter) {
		text := strings.TrimSuffix(strings.TrimSpace(r.pending.String()), r.delimiter)
		r.pending.Reset()
		return r.add(text, r.first)
	}
	return nil
}

// complete reports whether no statement is half read.
func (r *reader) complete() bool {
	t := r.cut(r.pending.String())
	return len(t) == 0 || t[len(t)-1].Is(";")
}

// flush adds the statements that are pending. At the end the last one needs no
// semicolon.
func (r *reader) flush(end bool) error {
	text := r.pending.String()
	r.pending.Reset()
	tokens := r.cut(text)
	start, at, from := 0, 0, 0
	for i, t := range tokens {
		last := end && i == len(tokens)-1
		if !last && (!t.Is(";") || inBody(tokens[start:i+1])) {
			continue
		}
		stop := t.Start
		if !t.Is(";") {
			stop = t.End
		}
		if i > start || !t.Is(";") {
			at = tokens[start].Start
			if r.dialect == "mysql" || r.dialect == "mariadb" { // a remark before it may be none
				for at = from; strings.IndexByte(" \r\n\t", text[at]) >= 0; at++ {
				}
			}
			if err := r.add(text[at:stop], r.first+strings.Count(text[:at], "\n")); err != nil {
				return err
			}
		}
		start, from = i+1, t.End
	}
	return nil
}

// inBody reports whether the semicolon that ends the tokens is inside of the body
// of a trigger or a function.
func inBody(t []sqltok.Token) bool {
	if !t[0].Is("create") {
		return false
	}
	trigger, body := false, false
	for i := 1; i < len(t) && !body; i++ {
		trigger = trigger || i < 6 && t[i].Is("trigger")
		body = t[i].Is("begin") && (trigger || i+1 < len(t) && t[i+1].Is("atomic"))
	}
	n := len(t)
	return body && !(n > 3 && t[n-2].Is("end") && (t[n-3].Is(";") || t[n-3].Is("begin") || t[n-3].Is("atomic")))
}

// command heeds a command of psql.
func (r *reader) command(line string) error {
	word, _, _ := strings.Cut(strings.TrimPrefix(line, `\`), " ")
	switch word {
	case "restrict", "unrestrict", "echo", "set", "unset", "encoding", "timing", "pset", "x", "a", "t", "q", "":
		return nil
	case "connect", "c":
		if slices.ContainsFunc(r.pieces, func(p Piece) bool { return !p.Soft }) {
			return &Error{r.line, `the dump holds several databases; take that of one`}
		}
		return nil
	}
	return &Error{r.line, fmt.Sprintf(`\%s cannot be followed; write into the file what it stands for`, word)}
}

// add keeps a statement, unless it concerns the server and not the schema.
func (r *reader) add(sql string, line int) error {
	t := r.cut(sql)
	switch {
	case len(t) == 0 || elsewhere(t, r.dialect):
		return nil
	}
	r.pieces = append(r.pieces, Piece{SQL: sql, Line: line, Soft: soft(t)})
	return nil
}
