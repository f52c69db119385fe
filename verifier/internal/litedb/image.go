package litedb

import (
	"fmt"
	"sync/atomic"

	"modernc.org/libc"
	lite "modernc.org/sqlite/lib"
)

// An image holds the bytes of a database, in the library's memory: they are many,
// they come and go, and the collector has nothing to look for in them. A nil image
// is that of a database without a page.
type image struct {
	p, n    uintptr
	holders atomic.Int32
}

// bytes is a view, until the image is freed.
func (m *image) bytes() []byte {
	if m == nil {
		return nil
	}
	return libc.GoBytes(m.p, int(m.n))
}

// hold adds a holder.
func (m *image) hold() *image {
	m.holders.Add(1)
	return m
}

// free takes a holder away, on any goroutine; the memory goes with the last one.
func (m *image) free() {
	if m == nil || m.holders.Add(-1) > 0 {
		return
	}
	tls := libc.NewTLS()
	lite.Xsqlite3_free(tls, m.p)
	tls.Close()
}

// serialize returns the bytes of the main database.
func (c *conn) serialize() (*image, error) {
	if err := c.settle(); err != nil {
		return nil, err
	}
	name := lite.Xsqlite3_db_name(c.tls, c.db, 0)
	p := lite.Xsqlite3_serialize(c.tls, c.db, name, c.out, 0)
	n := int(c.word(0))
	if p == 0 {
		if n == 0 {
			return nil, nil
		}
		return nil, fmt.Errorf("SQLite cannot serialize %d bytes", n)
	}
	return (&image{p: p, n: uintptr(n)}).hold(), nil
}

// deserialize replaces the main database, once somebody asks for it: SQLite reads
// the schema of the one that it puts away, and many are never looked at.
func (c *conn) deserialize(data *image) {
	data.hold()
	c.next.free()
	c.next = data
}

// settle makes the main database what it is to be.
func (c *conn) settle() error {
	if c.next == nil {
		return nil
	}
	p, n, err := c.next.give(c)
	c.next = nil
	if err != nil {
		return err
	}
	name := lite.Xsqlite3_db_name(c.tls, c.db, 0)
	rc := lite.Xsqlite3_deserialize(c.tls, c.db, name, p, lite.Tsqlite3_int64(n), lite.Tsqlite3_int64(n),
		lite.SQLITE_DESERIALIZE_RESIZEABLE|lite.SQLITE_DESERIALIZE_FREEONCLOSE)
	if rc != lite.SQLITE_OK {
		return c.fail(rc)
	}
	return nil
}

// give takes a holder away and gives the memory to a connection: the memory itself
// if nobody else holds it, else a copy.
func (m *image) give(c *conn) (p, n uintptr, err error) {
	if m.holders.Load() == 1 {
		return m.p, m.n, nil
	}
	defer m.free()
	p = lite.Xsqlite3_malloc64(c.tls, lite.Tsqlite3_uint64(m.n))
	if p == 0 {
		return 0, 0, fmt.Errorf("SQLite cannot allocate %d bytes", m.n)
	}
	copyIn(p, m.bytes())
	return p, m.n, nil
}

// copyIn copies Go memory to library memory.
func copyIn(to uintptr, data []byte) {
	copy(libc.GoBytes(to, len(data)), data) // GoBytes is a view, not a copy
}
