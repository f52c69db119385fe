package mydb

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/go-sql-driver/mysql"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// failure turns an error of the driver into the database's verdict.
func (d *DB) failure(ctx context.Context, err error, sql string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var my *mysql.MySQLError
	if !errors.As(err, &my) || ended(int(my.Number)) {
		return &Lost{d.product(), err}
	}
	text := d.unnamed(my.Message)
	switch my.Number {
	case 1021, 1030, 1114:
		if strings.Contains(text, "28") || my.Number == 1021 {
			return fmt.Errorf("the disk of the %s server is full: %s", d.product(), text)
		}
	}
	f := &live.Failure{Class: class(int(my.Number)), Code: strconv.Itoa(int(my.Number)), Statement: sql,
		Message: fmt.Sprintf("(%d, %s)", my.Number, repr(text))}
	f.Table, f.Constraint, f.Column = d.subject(int(my.Number), text)
	return f
}

// unnamed takes the name of the scratch database out of a message: it is another
// one in each run, and none of the project's.
func (d *DB) unnamed(text string) string {
	for _, s := range []string{"`" + d.name + "`.", d.name + ".", d.name + "/"} {
		text = strings.ReplaceAll(text, s, "")
	}
	return text
}

// Where a message names what it is about.
var (
	tellsKey    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`for key '(?:([^'.]+)\.)?([^']+)'$`) })
	tellsColumn = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:[Cc]olumn|Field) '([^']+)'`) })
	tellsRefer  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\\(`([^`]+)`, CONSTRAINT `([^`]+)`") })
	tellsCheck  = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("(?:CONSTRAINT [`'](?:[^`'.]+\\.)?([^`']+)[`'] failed for `([^`]+)`|[Cc]heck constraint '([^']+)' is violated)")
	})
)

// subject is what the server's message says of where it failed.
func (d *DB) subject(number int, text string) (table, constraint, column string) {
	switch number {
	case 1062, 1586, 1169:
		if m := tellsKey().FindStringSubmatch(text); m != nil {
			return m[1], m[2], ""
		}
	case 1048, 1364, 1406, 1264, 1265, 1366, 1292, 1138, 1263, 3105, 1906:
		if m := tellsColumn().FindStringSubmatch(text); m != nil {
			return "", "", m[1]
		}
	case 1451, 1452, 1216, 1217:
		if m := tellsRefer().FindStringSubmatch(text); m != nil {
			return m[1], m[2], ""
		}
	case 4025, 3819:
		if m := tellsCheck().FindStringSubmatch(text); m != nil {
			return m[2], m[1] + m[3], ""
		}
	}
	return "", "", ""
}

// repr is the text as Python shows it inside a tuple.
func repr(text string) string {
	s, err := pyrt.Str(text).Repr(nil)
	if err != nil {
		return strconv.Quote(text)
	}
	return s
}
