package litedb

import (
	"encoding/binary"
	"sync"
	"sync/atomic"
	"unsafe"

	"modernc.org/libc"
	lite "modernc.org/sqlite/lib"
)

// The memory that the library asks for comes from one heap with one lock. A
// connection asks for some hundred thousand pieces each time it reads a schema, and
// gives them back: two connections would spend a third of their time waiting for
// each other. So each keeps what it was given back, by size, for its next request.

// head is the room before a piece that holds its size.
const head = 8

// Pieces of up to keepSmall bytes are kept in steps of stepSmall, those of up to
// keepLarge in steps of stepLarge; larger ones go back at once.
const (
	stepSmall, keepSmall = 16, 1024
	stepLarge, keepLarge = 128, 8192

	classes = keepSmall/stepSmall + (keepLarge-keepSmall)/stepLarge
)

// class is the class of a size, and the size of all of its pieces.
func class(n int) (at, size int) {
	if n <= keepSmall {
		at = (max(n, 1) - 1) / stepSmall
		return at, (at + 1) * stepSmall
	}
	at = (n - keepSmall - 1) / stepLarge
	return keepSmall/stepSmall + at, keepSmall + (at+1)*stepLarge
}

// mostKept is how many bytes a connection keeps at most.
const mostKept = 16 << 20

// A store is what one connection was given back.
type store struct {
	pieces [classes][]uintptr
	bytes  int
}

// A heap has the stores of all connections, by the number of their thread state.
// Where two have the same place the later one has no store.
type heap struct {
	places [256]struct {
		owner atomic.Pointer[libc.TLS]
		store *store
	}
	entries []any // the functions that the library alone refers to
}

// theHeap makes the library use the stores: once for the process, before it does
// anything else. Where it is in use already, it stays as it is.
var theHeap = sync.OnceValue(func() *heap {
	h := &heap{}
	methods := lite.Tsqlite3_mem_methods{FxMalloc: entryOf(h, h.malloc), FxFree: entryOf(h, h.free), FxRealloc: entryOf(h, h.realloc),
		FxSize: entryOf(h, sizeOf), FxRoundup: entryOf(h, roundup),
		FxInit: entryOf(h, func(*libc.TLS, uintptr) int32 { return lite.SQLITE_OK }), FxShutdown: entryOf(h, func(*libc.TLS, uintptr) {})}
	tls := libc.NewTLS()
	defer tls.Close()
	const size = int(unsafe.Sizeof(methods))
	p := libc.Xmalloc(tls, lite.Tsqlite3_uint64(size))
	defer libc.Xfree(tls, p)
	copyIn(p, unsafe.Slice((*byte)(unsafe.Pointer(&methods)), size))
	list := libc.NewVaList(p)
	defer libc.Xfree(tls, list)
	lite.Xsqlite3_config(tls, lite.SQLITE_CONFIG_MALLOC, list) // copies them
	return h
})

// entryOf is a function as the library calls it.
func entryOf[F any](h *heap, f F) uintptr {
	kept := new(F)
	*kept = f
	h.entries = append(h.entries, kept)
	return *(*uintptr)(unsafe.Pointer(kept))
}

// of is the store of a connection, nil for none.
func (h *heap) of(tls *libc.TLS) *store {
	place := &h.places[uint8(tls.ID)]
	if place.owner.Load() != tls {
		return nil
	}
	return place.store
}

// open gives a connection a store.
func (h *heap) open(tls *libc.TLS) {
	if place := &h.places[uint8(tls.ID)]; place.owner.CompareAndSwap(nil, tls) {
		place.store = &store{}
	}
}

// close gives back what a connection has kept.
func (h *heap) close(tls *libc.TLS) {
	s := h.of(tls)
	if s == nil {
		return
	}
	for _, list := range s.pieces {
		for _, p := range list {
			libc.Xfree(tls, p-head)
		}
	}
	place := &h.places[uint8(tls.ID)]
	place.store = nil
	place.owner.Store(nil)
}

func (h *heap) malloc(tls *libc.TLS, n int32) uintptr {
	size := int(n)
	if size <= keepLarge {
		var at int
		at, size = class(size)
		if s := h.of(tls); s != nil {
			if last := len(s.pieces[at]) - 1; last >= 0 {
				p := s.pieces[at][last]
				s.pieces[at] = s.pieces[at][:last]
				s.bytes -= size
				return p
			}
		}
	}
	p := libc.Xmalloc(tls, lite.Tsqlite3_uint64(size+head))
	if p == 0 {
		return 0
	}
	binary.NativeEndian.PutUint64(libc.GoBytes(p, head), uint64(size))
	return p + head
}

func (h *heap) free(tls *libc.TLS, p uintptr) {
	if size := int(sizeOf(tls, p)); size <= keepLarge {
		if s := h.of(tls); s != nil && s.bytes+size <= mostKept {
			at, _ := class(size)
			s.pieces[at] = append(s.pieces[at], p)
			s.bytes += size
			return
		}
	}
	libc.Xfree(tls, p-head)
}

func (h *heap) realloc(tls *libc.TLS, p uintptr, n int32) uintptr {
	was := int(sizeOf(tls, p))
	if int(n) <= was && was <= 2*int(n) {
		return p
	}
	next := h.malloc(tls, n)
	if next == 0 {
		return 0
	}
	copy(libc.GoBytes(next, int(n)), libc.GoBytes(p, min(was, int(n))))
	h.free(tls, p)
	return next
}

// sizeOf is how many bytes a piece has room for.
func sizeOf(_ *libc.TLS, p uintptr) int32 {
	return int32(binary.NativeEndian.Uint64(libc.GoBytes(p-head, head)))
}

// roundup is how many bytes one gets who asks for n.
func roundup(_ *libc.TLS, n int32) int32 {
	if n <= keepLarge {
		_, size := class(int(n))
		return int32(size)
	}
	return (n + 7) &^ 7
}
