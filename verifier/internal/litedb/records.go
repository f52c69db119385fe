package litedb

import "encoding/binary"

// records are the rows of a table as they are stored, in the order of their numbers.
type records struct {
	ids  []int64
	ends []int // where the record of each row ends in data
	data []byte
}

// record is the n-th one.
func (r *records) record(n int) []byte {
	from := 0
	if n > 0 {
		from = r.ends[n-1]
	}
	return r.data[from:r.ends[n]]
}

// A forest is a database file, of which the trees of tables are read.
type forest struct {
	file   []byte
	page   int // size of a page
	usable int // bytes of it that hold anything
}

// The kinds of pages that the tree of a table with row numbers is made of.
const (
	branch = 5
	leaf   = 13
)

// maxDepth bounds how deep a tree can be: more pages than a file may have.
const maxDepth = 40

// table reads the tree at a page; false where the file is not as it must be, or the
// table has no row numbers.
func (f *forest) table(root, rows int) (*records, bool) {
	if len(f.file) < 100 {
		return nil, false
	}
	f.page = int(binary.BigEndian.Uint16(f.file[16:]))
	if f.page == 1 {
		f.page = 65536
	}
	f.usable = f.page - int(f.file[20])
	if f.page < 512 || f.usable < 480 {
		return nil, false
	}
	r := &records{ids: make([]int64, 0, rows), ends: make([]int, 0, rows)}
	return r, f.tree(root, r, 0)
}

// at is the page of a number, and where its head begins.
func (f *forest) at(number int) (page []byte, head int, ok bool) {
	if number < 1 || number > len(f.file)/f.page {
		return nil, 0, false
	}
	if number == 1 {
		head = 100
	}
	return f.file[(number-1)*f.page : number*f.page], head, true
}

func (f *forest) tree(number int, r *records, depth int) bool {
	page, head, ok := f.at(number)
	if !ok || depth > maxDepth {
		return false
	}
	kind, cells := page[head], int(binary.BigEndian.Uint16(page[head+3:]))
	list := head + 8
	if kind == branch {
		list += 4
	}
	if list+2*cells > len(page) || kind != branch && kind != leaf {
		return false
	}
	for i := range cells {
		at := int(binary.BigEndian.Uint16(page[list+2*i:]))
		if at+4 > len(page) {
			return false
		}
		if kind == leaf {
			ok = f.cell(page[at:], r)
		} else {
			ok = f.tree(int(binary.BigEndian.Uint32(page[at:])), r, depth+1)
		}
		if !ok {
			return false
		}
	}
	return kind == leaf || f.tree(int(binary.BigEndian.Uint32(page[head+8:])), r, depth+1)
}

// cell reads one row.
func (f *forest) cell(b []byte, r *records) bool {
	size, n := varint(b)
	id, m := varint(b[n:])
	b = b[n+m:]
	if n == 0 || m == 0 || size < 0 || size > int64(len(f.file)) {
		return false
	}
	here, over := int(size), 0
	if most := f.usable - 35; here > most {
		least := (f.usable-12)*32/255 - 23
		if here = least + (int(size)-least)%(f.usable-4); here > most {
			here = least
		}
		if len(b) < here+4 {
			return false
		}
		over = int(binary.BigEndian.Uint32(b[here:]))
	}
	if len(b) < here {
		return false
	}
	r.data = append(r.data, b[:here]...)
	if !f.overflow(over, int(size)-here, r) {
		return false
	}
	r.ids, r.ends = append(r.ids, id), append(r.ends, len(r.data))
	return true
}

// overflow reads what of a row stands on pages of its own.
func (f *forest) overflow(number, left int, r *records) bool {
	for left > 0 {
		page, _, ok := f.at(number)
		if !ok {
			return false
		}
		n := min(left, f.usable-4)
		r.data = append(r.data, page[4:4+n]...)
		number, left = int(binary.BigEndian.Uint32(page)), left-n
	}
	return true
}

// varint reads a number of up to nine bytes, and returns how many it has; 0 if it is
// cut off.
func varint(b []byte) (int64, int) {
	v := uint64(0)
	for i := range min(len(b), 9) {
		if i == 8 {
			return int64(v<<8 | uint64(b[i])), 9
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(v), i + 1
		}
	}
	return 0, 0
}
