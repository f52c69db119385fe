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
	maps1, plain := []layered[int]{newLayered[int]()}, []map[string]int{{}}
	for range 4000 {
		i := r.IntN(len(maps1))
		k := string(rune('a' + r.IntN(12)))
		switch r.IntN(8) {
		case 0, 1, 2, 3:
			v := 1 + r.IntN(5)
			maps1[i].set(k, v)
			plain[i][k] = v
		case 4, 5:
			maps1[i].del(k)
			delete(plain[i], k)
		case 6:
			if len(maps1) < 6 {
				maps1, plain = append(maps1, maps1[i].copy()), append(plain, maps.Clone(plain[i]))
			}
		case 7:
			if r.IntN(10) == 0 {
				maps1[i].settle() // the others end here
				maps1, plain = maps1[i:i+1:i+1], plain[i:i+1:i+1]
			}
		}
		for j := range maps1 {
			want := slices.Sorted(maps.Keys(plain[j]))
			if got := maps1[j].keys(); !slices.Equal(got, want) {
				t.Fatalf("keys %v, want %v", got, want)
			}
			if got := maps.Collect(maps1[j].all()); !maps.Equal(got, plain[j]) {
				t.Fatalf("got %v, want %v", got, plain[j])
			}
		}
	}
}
