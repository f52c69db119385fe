package main

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A clock is a time that the test moves.
func clock(p *progress) func(time.Duration) {
	now := time.Unix(0, 0)
	p.now = func() time.Time { return now }
	p.started, p.shown = now, now
	return func(d time.Duration) { now = now.Add(d) }
}

func TestProgressLines(t *testing.T) {
	var out strings.Builder
	p := &progress{w: &out, what: "verify on sqlite", total: 100}
	pass := clock(p)
	for i := range 100 {
		pass(time.Second)
		p.step(fmt.Sprintf("r%d", i), "passed")
		p.tell()
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 10 {
		t.Errorf("%d lines for ten tenths:\n%s", len(lines), out.String())
	}
	if want := "mrt: verify on sqlite: 10 of 100 revisions (10 %), about 1 min 31 s left, now r9 passed"; lines[0] != want {
		t.Errorf("line %q, want %q", lines[0], want)
	}
	out.Reset()
	p.enter("r100", "seed")
	pass(9 * time.Second)
	p.tell()
	if out.Len() > 0 {
		t.Errorf("a line too early: %s", out.String())
	}
	pass(time.Second)
	p.tell()
	if !strings.Contains(out.String(), "now r100 seed") {
		t.Errorf("nothing after ten seconds of one revision: %q", out.String())
	}
}

func TestProgressIsQuietAboutShortRuns(t *testing.T) {
	for _, bar := range []bool{false, true} {
		var out strings.Builder
		p := &progress{w: &out, total: 10, bar: bar, width: func() int { return 80 }}
		pass := clock(p)
		pass(400 * time.Millisecond)
		p.step("a", "passed")
		p.tell()
		if out.Len() > 0 {
			t.Errorf("bar %v: %q", bar, out.String())
		}
	}
}

func TestProgressBarFits(t *testing.T) {
	for _, width := range []int{1, 20, 60, 200} {
		var out strings.Builder
		p := &progress{w: &out, what: "check", total: 10, bar: true, width: func() int { return width }}
		pass := clock(p)
		pass(time.Second)
		p.step("a1b2c3", "lossless")
		p.tell()
		line := strings.TrimPrefix(out.String(), "\r\x1b[K")
		if n := len([]rune(line)); n >= width && n > 0 {
			t.Errorf("%d columns in a terminal of %d", n, width)
		}
		if width == 200 && line != "check ━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  10 %  1 of 10, about 10 s left  a1b2c3 lossless" {
			t.Errorf("bar %q", line)
		}
	}
}
