// Command conform answers conformance cases.
//
//	conform CASES ANSWERS
//
// reads the files *.jsonl of folder CASES and writes one line per case to the
// file ANSWERS. Whether the answers are right is judged elsewhere. Exit 0
// whatever the answers are, 2 if the cases cannot be read or the answers not
// be written.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/mrt-tools/mrt/opshim/conform"
	"github.com/mrt-tools/mrt/verifier"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stderr)) }

func run(ctx context.Context, args []string, stderr io.Writer) int {
	if len(args) != 2 {
		fmt.Fprintln(stderr, "usage: conform CASES ANSWERS")
		return 2
	}
	if err := answerAll(ctx, args[0], args[1]); err != nil {
		fmt.Fprintln(stderr, "conform:", err)
		return 2
	}
	return 0
}

func answerAll(ctx context.Context, cases, answers string) (err error) {
	f, err := os.Create(answers)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	return conform.Run(ctx, cases, f, conform.Options{SQLite: openSQLite})
}

func openSQLite(ctx context.Context) (conform.Live, error) { return verifier.OpenScratch(ctx) }
