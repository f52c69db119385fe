package script

import (
	"iter"
	"runtime"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A parsedFile is a file as far as it could be parsed.
type parsedFile struct {
	tree *syntax.File
	err  error
}

// maxParsers bounds how many files are parsed at once, and maxAhead how many
// are parsed before they are asked for.
const (
	maxParsers = 8
	maxAhead   = 64
)

// parseAll parses files on all processors and yields them in the order given.
func parseAll(p *Project, paths []string) iter.Seq2[string, parsedFile] {
	return func(yield func(string, parsedFile) bool) {
		n := min(runtime.GOMAXPROCS(0), maxParsers)
		if len(paths) < 2*n {
			n = 1
		}
		ready := make([]chan parsedFile, len(paths))
		for i := range ready {
			ready[i] = make(chan parsedFile, 1)
		}
		ahead := make(chan struct{}, maxAhead)
		next := make(chan int)
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(next)
			for i := range paths {
				select {
				case ahead <- struct{}{}:
				case <-stop:
					return
				}
				select {
				case next <- i:
				case <-stop:
					return
				}
			}
		}()
		for range n {
			go func() {
				for i := range next {
					tree, err := parseFile(p, paths[i])
					ready[i] <- parsedFile{tree, err}
				}
			}()
		}
		for i, path := range paths {
			f := <-ready[i]
			<-ahead
			ready[i] = nil
			if !yield(path, f) {
				return
			}
		}
	}
}
