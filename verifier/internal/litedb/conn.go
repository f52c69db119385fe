package litedb

import (
	"encoding/binary"
	"fmt"

	"modernc.org/libc"
	lite "modernc.org/sqlite/lib"
)

// conn is one connection. It must not be used by two goroutines at once, but
// for interrupt.
type conn struct {
	tls *libc.TLS
	db  uintptr
	out uintptr // room for two pointers that the library writes

	next *image // what the main database is to be from the next statement on; nil for what it is
}

// Error is a failure that the database reports.
type Error struct {
	Code    int // extended result code
	Message string
}

// Error is the database's own text.
func (e *Error) Error() string { return e.Message }

// primary is the primary result code.
func (e *Error) primary() int { return e.Code & 0xff }

// transient tells the library to copy what is bound.
const transient = ^uintptr(0)

// open opens a new database: name is a path, or ":memory:".
func open(name string) (*conn, error) {
	c := &conn{tls: libc.NewTLS()}
	theHeap().open(c.tls)
	c.out = lite.Xsqlite3_malloc64(c.tls, 16)
	path, err := libc.CString(name)
	if err != nil {
		return nil, err
	}
	defer libc.Xfree(c.tls, path)
	rc := lite.Xsqlite3_open_v2(c.tls, path, c.out, lite.SQLITE_OPEN_READWRITE|lite.SQLITE_OPEN_CREATE|lite.SQLITE_OPEN_NOMUTEX, 0)
	c.db = c.word(0)
	if rc != lite.SQLITE_OK {
		err := c.fail(rc)
		c.close()
		return nil, err
	}
	lite.Xsqlite3_extended_result_codes(c.tls, c.db, 1)
	return c, nil
}

func (c *conn) close() {
	c.next.free()
	if c.db != 0 {
		lite.Xsqlite3_close_v2(c.tls, c.db)
	}
	lite.Xsqlite3_free(c.tls, c.out)
	theHeap().close(c.tls)
	c.tls.Close()
	c.db = 0
}

// word reads the i-th pointer that the library wrote.
func (c *conn) word(i int) uintptr {
	return uintptr(binary.NativeEndian.Uint64(libc.GoBytes(c.out+uintptr(8*i), 8)))
}

func (c *conn) fail(rc int32) error {
	if c.db == 0 {
		return &Error{int(rc), fmt.Sprintf("SQLite error %d", rc)}
	}
	return &Error{int(lite.Xsqlite3_extended_errcode(c.tls, c.db)), libc.GoString(lite.Xsqlite3_errmsg(c.tls, c.db))}
}

// interrupt stops the running statement. It may be called from any goroutine.
func (c *conn) interrupt() {
	tls := libc.NewTLS() // a TLS serves one goroutine
	lite.Xsqlite3_interrupt(tls, c.db)
	tls.Close()
}

// autocommit reports that no transaction is open.
func (c *conn) autocommit() bool { return lite.Xsqlite3_get_autocommit(c.tls, c.db) != 0 }

func (c *conn) changes() int64 { return int64(lite.Xsqlite3_changes64(c.tls, c.db)) }
func (c *conn) lastID() int64  { return int64(lite.Xsqlite3_last_insert_rowid(c.tls, c.db)) }

// triggers switches all triggers on or off.
func (c *conn) triggers(on bool) {
	yes := int32(0)
	if on {
		yes = 1
	}
	args := libc.NewVaList(yes, uintptr(0))
	defer libc.Xfree(c.tls, args)
	lite.Xsqlite3_db_config(c.tls, c.db, lite.SQLITE_DBCONFIG_ENABLE_TRIGGER, args)
}
