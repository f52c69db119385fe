package verifier

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

// Every migration is of one part, whoever comes first, and a part begins where
// the trips before it have cost their share.
func TestDivision(t *testing.T) {
	const n = 1000
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	for name, c := range map[string]struct {
		cost     func(i int) int
		from, to int // where the second of two parts may begin
	}{
		"all alike":  {func(int) int { return 10 }, 590, 610},
		"ever later": {func(i int) int { return 10 + i }, 740, 790},
		"ever less":  {func(i int) int { return 10 + n - i }, 350, 500},
	} {
		d := Divide(ids, 2)
		p, at := d.Part(1), time.Time{}.Add(time.Hour)
		d.now = func() time.Time { return at }
		begin := n
		for i, id := range ids {
			if p.has(id) {
				begin = min(begin, i)
			}
			at = at.Add(time.Duration(c.cost(i)) * time.Microsecond)
		}
		if begin < c.from || begin > c.to {
			t.Errorf("%s: begins with %d, want %d to %d", name, begin, c.from, c.to)
		}
		if !d.Part(0).has(ids[begin-1]) || d.Part(0).has(ids[begin]) || !d.Part(0).over(ids[begin]) {
			t.Errorf("%s: the first part does not end where the second begins", name)
		}
	}
	for _, slow := range []int{0, 1, 2} { // one job is late
		d := Divide(ids, 3)
		var mu sync.Mutex
		made := map[string]int{}
		var all sync.WaitGroup
		for k := range 3 {
			all.Go(func() {
				for _, id := range ids {
					if d.Part(k).over(id) {
						break
					}
					if k == slow {
						time.Sleep(50 * time.Microsecond)
					}
					has := d.Part(k).has(id)
					if again := d.Part(k).has(id); again != has {
						t.Errorf("part %d has %s: %v, then %v", k, id, has, again)
					}
					if has {
						mu.Lock()
						made[id]++
						mu.Unlock()
					}
				}
			})
		}
		all.Wait()
		for _, id := range ids {
			if made[id] != 1 {
				t.Fatalf("migration %s is made %d times", id, made[id])
			}
		}
	}
}
