package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/rivo/uniseg"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// When a progress speaks. Short runs stay quiet.
const (
	barAfter  = 500 * time.Millisecond // the bar appears
	barEvery  = 100 * time.Millisecond // and is drawn anew
	lineEvery = 10 * time.Second       // a line in a log, at the latest
	lineApart = 2 * time.Second        // a line for each tenth, but not sooner than this
)

// A progress tells how far long work has got, on stderr: on a terminal as a bar
// that is rewritten, elsewhere in lines. Under -q it is silent.
type progress struct {
	w     io.Writer
	bar   bool
	width func() int // of the terminal, in columns
	what  string
	now   func() time.Time
	quit  chan struct{}
	drawn sync.WaitGroup

	mu      sync.Mutex
	total   int
	made    int
	at      string // the revision, and what is done with it
	started time.Time
	shown   time.Time // when the last line was printed, or the bar drawn
	tenth   int       // of the last line
}

// newProgress begins to watch work on a number of revisions.
func newProgress(env environment, c *cli.Context, what string, total int) *progress {
	p := &progress{w: env.Stderr, what: what, total: total, now: time.Now}
	if c.Bool("quiet") {
		return p
	}
	f, ok := env.Stderr.(*os.File)
	p.bar = ok && term.IsTerminal(int(f.Fd())) && env.Getenv("CI") == "" && env.Getenv("TERM") != "dumb" && !c.Bool("verbose")
	if p.bar {
		p.width = func() int { return columns(f) }
	}
	p.begin()
	return p
}

// columns is the width of a terminal, 80 where it does not tell.
func columns(f *os.File) int {
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		return w
	}
	return 80
}

// begin starts to draw.
func (p *progress) begin() {
	p.started, p.quit = p.now(), make(chan struct{})
	p.shown = p.started
	p.drawn.Go(func() {
		tick := time.NewTicker(barEvery)
		defer tick.Stop()
		for {
			select {
			case <-p.quit:
				return
			case <-tick.C:
				p.tell()
			}
		}
	})
}

// enter says what is done now.
func (p *progress) enter(revision, stage string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at = revision + " " + stage
}

// step counts one revision that is done.
func (p *progress) step(revision, outcome string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.made++
	p.at = revision + " " + outcome
}

// tell draws the bar, or prints a line where one is due.
func (p *progress) tell() {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if p.bar {
		if now.Sub(p.started) >= barAfter {
			p.shown = now
			fmt.Fprintf(p.w, "\r\x1b[K%s", p.line(now, p.width()-1))
		}
		return
	}
	since, tenth := now.Sub(p.shown), p.made*10/max(1, p.total)
	if since < lineApart || since < lineEvery && tenth == p.tenth {
		return
	}
	p.shown, p.tenth = now, tenth
	fmt.Fprintf(p.w, "mrt: %s: %d of %d revisions (%d %%)%s, now %s\n", p.what, p.made, p.total, p.made*100/max(1, p.total), p.left(now), p.at)
}

// left is the estimate of what is left, with a comma before it; nothing as long
// as too little is done to tell.
func (p *progress) left(now time.Time) string {
	if p.made == 0 || p.made >= p.total {
		return ""
	}
	s := int(now.Sub(p.started).Seconds()/float64(p.made)*float64(p.total-p.made)) + 1
	if s < 60 {
		return fmt.Sprintf(", about %d s left", s)
	}
	return fmt.Sprintf(", about %d min %d s left", s/60, s%60)
}

// Lengths of the bar.
const minBar, maxBar = 8, 30

// line is the bar with its words, in a number of columns.
func (p *progress) line(now time.Time, room int) string {
	words := fmt.Sprintf(" %3d %%  %d of %d%s  %s", p.made*100/max(1, p.total), p.made, p.total, p.left(now), p.at)
	cells := min(maxBar, max(minBar, room-uniseg.StringWidth(p.what+" "+words)-8)) // not at the very end: the words change
	full := cells * p.made / max(1, p.total)
	s := []rune(p.what + " " + strings.Repeat("━", full) + strings.Repeat("╌", cells-full) + words)
	for uniseg.StringWidth(string(s)) > room && len(s) > 0 {
		s = s[:len(s)-1]
	}
	return string(s)
}

// done ends the watch and clears the bar.
func (p *progress) done() {
	if p.quit == nil {
		return
	}
	close(p.quit)
	p.drawn.Wait()
	p.quit = nil
	if p.bar && p.shown != p.started {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
