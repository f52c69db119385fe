package main

import (
	"fmt"
	"os"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// A progress tells a person on a terminal how far long work has got: one line
// on stderr, rewritten. In CI and under -q it is silent.
type progress struct {
	w       *os.File
	total   int
	made    int
	started time.Time
	shown   time.Time
}

func newProgress(env environment, c *cli.Context, total int) *progress {
	p := &progress{total: total, started: time.Now()}
	f, ok := env.Stderr.(*os.File)
	if ok && term.IsTerminal(int(f.Fd())) && !c.Bool("quiet") && env.Getenv("CI") == "" {
		p.w = f
	}
	return p
}

// step counts one revision. Nothing is shown in the first half second, so that
// short runs stay quiet.
func (p *progress) step(revision, outcome string) {
	p.made++
	now := time.Now()
	if p.w == nil || now.Sub(p.started) < 500*time.Millisecond || now.Sub(p.shown) < 50*time.Millisecond {
		return
	}
	p.shown = now
	left := time.Duration(float64(now.Sub(p.started)) / float64(p.made) * float64(p.total-p.made)).Round(time.Second)
	fmt.Fprintf(p.w, "\r\x1b[K%d of %d  %s  %s  about %s left", p.made, p.total, revision, outcome, left)
}

// done clears the line.
func (p *progress) done() {
	if p.w != nil && !p.shown.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
