package verifier

import (
	"math"
	"sync"
	"time"
)

// A Division deals the trips of one history out to jobs that run side by side,
// each with an interpreter and a database of its own. A job upgrades up to where
// its part begins. Where that is shows on the way: a later migration costs more
// than an earlier one where there is more for the database to look at, so that
// parts of the same number of migrations would take very different times.
//
// It is safe for concurrent use. What the jobs find together does not depend on
// where the parts meet.
type Division struct {
	mu    sync.Mutex
	first map[string]int // numbers of the migrations from the first that is wanted
	parts []*Part
	now   func() time.Time
}

// A Part is what one job does of a history.
type Part struct {
	of     *Division
	number int
	share  float64 // of the cost of all trips, those before this part

	begin   int // -1 as long as it is not known
	made    int // the last of its migrations, -1 for none yet
	seen    int // the last one that was asked about, and the answer
	takes   bool
	started time.Time       // the way to it
	took    []time.Duration // the time that the way to each migration took
}

// Divide makes parts for jobs of the migrations from the first that is wanted to
// the last, given by their revisions in order.
func Divide(revisions []string, jobs int) *Division {
	d := &Division{first: make(map[string]int, len(revisions)), now: time.Now}
	for i, id := range revisions {
		d.first[id] = i
	}
	whole := 1 - math.Pow(1-wayShare, float64(jobs))
	for k := range jobs {
		p := &Part{of: d, number: k, share: (1 - math.Pow(1-wayShare, float64(k))) / whole, begin: -1, made: -1, seen: -1}
		if k == 0 {
			p.begin = 0
		}
		d.parts = append(d.parts, p)
	}
	return d
}

// Part is the part of the job with a number, from 0.
func (d *Division) Part(number int) *Part { return d.parts[number] }

// has reports whether the migration is one of the part. Asked about the first
// migration that is not worth going past, the part begins there.
func (p *Part) has(revision string) bool {
	d := p.of
	i, ok := d.first[revision]
	if !ok {
		return false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if i == p.seen {
		return p.takes
	}
	p.seen = i
	if p.begin < 0 && p.ready(i) {
		p.begin = i
	}
	p.takes = p.begin >= 0 && i >= p.begin && i < p.end()
	if p.takes {
		p.made = i
	}
	return p.takes
}

// over reports whether a migration, and all after it, are those of others.
func (p *Part) over(revision string) bool {
	d := p.of
	i, ok := d.first[revision]
	d.mu.Lock()
	defer d.mu.Unlock()
	return ok && p.begin >= 0 && i >= p.end()
}

// end is where the part after it begins, as far as that is known.
func (p *Part) end() int {
	for _, q := range p.of.parts[p.number+1:] {
		if q.begin >= 0 {
			return q.begin
		}
	}
	return len(p.of.first)
}

// ready reports whether a part is to begin with a migration: the trips of all
// before cost the share that is for others, and none of these has gone so far.
func (p *Part) ready(i int) bool {
	now := p.of.now()
	if p.started.IsZero() {
		p.started = now
	}
	for len(p.took) <= i {
		p.took = append(p.took, now.Sub(p.started))
	}
	before := p.of.parts[p.number-1]
	if before.begin < 0 || before.made >= i || i <= before.begin {
		return false
	}
	way := p.took[i]
	return float64(way) >= p.share*float64(way+p.rest(i, len(p.of.first)-i))
}

// rest is what the way past the migrations that are left would take, if the times
// go on as they went.
func (p *Part) rest(made, left int) time.Duration {
	half := made / 2
	if half == 0 {
		return p.took[made] * time.Duration(left) / time.Duration(made)
	}
	early := float64(p.took[half]) / float64(half)
	late := float64(p.took[made]-p.took[half]) / float64(made-half)
	slope := (late - early) / (float64(made) / 2)
	mean := late + slope*(float64(made)/4+float64(left)/2)
	return time.Duration(max(mean, late/2) * float64(left))
}
