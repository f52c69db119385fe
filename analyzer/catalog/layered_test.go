package catalog

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLayered: copies of a layered map are independent, whatever is written to
// which, and have the keys that a plain map has.
func TestLayered(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	copies, plain := []layered[int]{newLayered[int]()}, []map[string]int{{}}
	for range 4000 {
		i := r.IntN(len(copies))
		k := string(rune('a' + r.IntN(12)))
		switch r.IntN(8) {
		case 0, 1, 2, 3:
			v := 1 + r.IntN(5)
			copies[i].set(k, v)
			plain[i][k] = v
		case 4, 5:
			copies[i].del(k)
			delete(plain[i], k)
		case 6:
			if len(copies) < 6 {
				copies, plain = append(copies, copies[i]), append(plain, maps.Clone(plain[i]))
			}
		case 7:
			copies[i].settle()
		}
		for j := range copies {
			want := slices.Sorted(maps.Keys(plain[j]))
			if got := copies[j].keys(); !slices.Equal(got, want) {
				t.Fatalf("keys %v, want %v", got, want)
			}
			if got := maps.Collect(copies[j].all()); !maps.Equal(got, plain[j]) {
				t.Fatalf("got %v, want %v", got, plain[j])
			}
			if copies[j].empty() != (len(want) == 0) {
				t.Fatalf("empty with keys %v", want)
			}
		}
	}
}

// TestTrie: a map that shares parts with others has what was put into it, also
// where hashes meet.
func TestTrie(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	hash := func(k string) uint64 { return uint64(len(k)) << 60 } // four keys of each length meet
	var tr trie[int]
	plain := map[string]int{}
	keys := []string{"a", "b", "c", "d", "aa", "bb", "cc", "dd", "aaa", "bbb", "ccc", "ddd", "aaaa", "bbbb"}
	for range 3000 {
		k := keys[r.IntN(len(keys))]
		old, had := tr, maps.Clone(plain)
		if r.IntN(3) == 0 {
			tr = tr.without(hash(k), k)
			delete(plain, k)
		} else {
			v := r.IntN(100)
			tr = tr.with(hash(k), k, v)
			plain[k] = v
		}
		for x, want := range map[*trie[int]]map[string]int{&tr: plain, &old: had} {
			got := map[string]int{}
			x.each(func(l *trieLeaf[int]) bool { got[l.key] = l.value; return true })
			if !maps.Equal(got, want) || x.n != len(want) {
				t.Fatalf("got %v of %d, want %v", got, x.n, want)
			}
			for _, k := range keys {
				l := x.leaf(hash(k), k)
				if v, ok := want[k]; ok != (l != nil) || ok && l.value != v {
					t.Fatalf("%s: got %v, want %d, %v", k, l, v, ok)
				}
			}
		}
	}
}
