package script

import (
	"iter"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A parsedFile is a file as far as it could be parsed.
type parsedFile struct {
	tree *syntax.File
	err  error
}

// maxParsers bounds how many files are parsed at once, perParser how many one
// parser takes at a time, and maxAhead how many times that is parsed before it is
// asked for.
const (
	maxParsers = 8
	perParser  = 8
	maxAhead   = 8
)

// parseAll parses files on all processors and yields them in the order given.
func parseAll(p *Project, paths []string) iter.Seq2[string, parsedFile] {
	return func(yield func(string, parsedFile) bool) {
		n := min(runtime.GOMAXPROCS(0), maxParsers)
		if len(paths) < 2*n {
			n = 1
		}
		parts := slices.Collect(slices.Chunk(paths, perParser))
		parsed := make([]chan []parsedFile, len(parts))
		for i := range parsed {
			parsed[i] = make(chan []parsedFile, 1)
		}
		ahead := make(chan struct{}, maxAhead)
		stop := make(chan struct{})
		defer close(stop)
		var next atomic.Int64
		for range n {
			go func() {
				for {
					select {
					case ahead <- struct{}{}:
					case <-stop:
						return
					}
					i := int(next.Add(1)) - 1
					if i >= len(parts) {
						return
					}
					parsed[i] <- parseEach(p, parts[i])
				}
			}()
		}
		for i, part := range parts {
			files := <-parsed[i]
			<-ahead
			parsed[i] = nil
			for j, path := range part {
				if !yield(path, files[j]) {
					return
				}
			}
		}
	}
}

// parseEach parses some files.
func parseEach(p *Project, paths []string) []parsedFile {
	out := make([]parsedFile, len(paths))
	for i, path := range paths {
		out[i].tree, out[i].err = parseFile(p, path)
	}
	return out
}
