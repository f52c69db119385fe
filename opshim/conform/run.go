package conform

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"sort"
	"time"

	"github.com/mrt-tools/mrt/opshim/script"
)

// caseLimit is how long one case may take.
const caseLimit = 30 * time.Second

// Options are what answering needs from above.
type Options struct {
	// SQLite opens an in-memory database; without it cases that need one are
	// unsupported.
	SQLite func(context.Context) (Live, error)
	// SQLAlchemy is the release line that the cases were taken from: "2.0" (also
	// "") or "2.1".
	SQLAlchemy string
}

// A header is what every case has.
type header struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
}

// An answer is the predicted part of a case.
type answer map[string]any

// A fault is an exception as cases write it.
type fault struct {
	Type    string `json:"type"`
	Message string `json:"message"`
}

// unsupported is the error of a case that cannot be answered.
type unsupported struct{ reason string }

func (u unsupported) Error() string { return u.reason }

// Run answers every case in the files *.jsonl of folder, one line each, in
// the order of the file names. The error is about reading and writing only.
func Run(ctx context.Context, folder string, w io.Writer, o Options) error {
	paths, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("no *.jsonl in %s", folder)
	}
	sort.Strings(paths)
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, p := range paths {
		if err := runFile(ctx, p, enc, o); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(p), err)
		}
	}
	return out.Flush()
}

func runFile(ctx context.Context, path string, enc *json.Encoder, o Options) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var h header
		if err := json.Unmarshal(line, &h); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
		if err := enc.Encode(Answer(ctx, h.ID, h.Kind, line, o)); err != nil {
			return err
		}
	}
	return nil
}

// Answer answers one case. A panic is answered as unsupported, so that one bad
// case does not end a run.
func Answer(ctx context.Context, id, kind string, line []byte, o Options) (out map[string]any) {
	ctx, cancel := context.WithTimeout(ctx, caseLimit)
	defer cancel()
	done := make(chan answer, 1)
	go func() { done <- guarded(ctx, kind, line, o) }()
	var a answer
	select {
	case a = <-done:
	case <-ctx.Done():
		a = answer{"unsupported": "no answer within " + caseLimit.String()}
	}
	a["id"] = id
	return a
}

func guarded(ctx context.Context, kind string, line []byte, o Options) (a answer) {
	defer func() {
		if r := recover(); r != nil {
			a = answer{"unsupported": fmt.Sprintf("panic: %v", r)}
			if os.Getenv("CONFORM_TRACE") != "" {
				fmt.Fprintf(os.Stderr, "panic: %v\n%s\n", r, debug.Stack())
			}
		}
	}()
	a, err := answerKind(ctx, kind, line, o)
	if err != nil {
		reason := err.Error()
		var u unsupported
		if errors.As(err, &u) {
			reason = u.reason
		}
		return answer{"unsupported": reason}
	}
	return a
}

func answerKind(ctx context.Context, kind string, line []byte, o Options) (answer, error) {
	switch kind {
	case "graph":
		return answerGraph(line)
	case "heads":
		return answerHeads(line)
	case "op", "derived":
		return answerOp(ctx, line, o.SQLAlchemy)
	case "env":
		return answerEnv(ctx, line, o.SQLAlchemy)
	case "compile":
		return answerCompile(ctx, line, o.SQLAlchemy)
	case "batch":
		return answerBatch(ctx, line, o)
	}
	return nil, unsupported{"family " + kind}
}

// faultOf writes an error of the graph as a case does; other errors are ours.
func faultOf(err error) (*fault, error) {
	var e *script.Error
	if !errors.As(err, &e) {
		return nil, err
	}
	return &fault{Type: string(e.Class), Message: e.Message}, nil
}
