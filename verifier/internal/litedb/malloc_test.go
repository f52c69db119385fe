package litedb

import (
	"bytes"
	"testing"

	"modernc.org/libc"
)

// Every size has a class whose pieces have room for it, and what has room for it
// is of that class.
func TestClasses(t *testing.T) {
	for n := range keepLarge + 1 {
		at, size := class(n)
		again, same := class(size)
		if size < n || size%8 != 0 || at >= classes || again != at || same != size || roundup(nil, int32(n)) != int32(size) {
			t.Fatalf("%d bytes are of class %d, of %d bytes; those are of class %d, of %d", n, at, size, again, same)
		}
	}
}

// Pieces come back to who gave them, hold what was put in when they grow, and may
// be given back by others.
func TestHeap(t *testing.T) {
	h := &heap{}
	own, other := libc.NewTLS(), libc.NewTLS()
	defer own.Close()
	defer other.Close()
	h.open(own)
	p := h.malloc(own, 100)
	copyIn(p, bytes.Repeat([]byte{7}, 100))
	for _, n := range []int32{112, 500, 9000, 70000, 60} {
		p = h.realloc(own, p, n)
		if got := int(sizeOf(own, p)); got < int(n) || !bytes.Equal(libc.GoBytes(p, 60), bytes.Repeat([]byte{7}, 60)) {
			t.Fatalf("grown to %d bytes: room for %d, %v", n, got, libc.GoBytes(p, 60))
		}
	}
	h.free(own, p)
	if q := h.malloc(own, 50); q != p || h.of(own).bytes == 0 {
		t.Errorf("a piece of 60 bytes was given back, and another was given out")
	}
	h.free(other, p)
	if h.of(other) != nil {
		t.Error("a thread state without a connection has a store")
	}
	var many []uintptr
	for range mostKept/keepLarge + 10 {
		many = append(many, h.malloc(own, keepLarge))
	}
	for _, p := range many {
		h.free(own, p)
	}
	if kept := h.of(own).bytes; kept > mostKept || kept < mostKept-keepLarge {
		t.Errorf("%d bytes are kept, not about %d", kept, mostKept)
	}
	h.close(own)
	if h.of(own) != nil {
		t.Error("the store is there after its connection")
	}
}
