// Command conform answers conformance cases.
//
//	conform [--sqlalchemy 2.1] CASES ANSWERS
//
// reads the files *.jsonl of folder CASES and writes one line per case to the
// file ANSWERS. Whether the answers are right is judged elsewhere. Exit 0
// whatever the answers are, 2 if the cases cannot be read or the answers not
// be written.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/mrt-tools/mrt/opshim/conform"
	"github.com/mrt-tools/mrt/verifier"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stderr)) }

func run(ctx context.Context, args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("conform", flag.ContinueOnError)
	flags.SetOutput(stderr)
	release := flags.String("sqlalchemy", "2.0", "the release line of SQLAlchemy that the cases come from: 2.0 or 2.1")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() != 2 || *release != "2.0" && *release != "2.1" {
		fmt.Fprintln(stderr, "usage: conform [--sqlalchemy 2.0|2.1] CASES ANSWERS")
		return 2
	}
	if err := answerAll(ctx, flags.Arg(0), flags.Arg(1), *release); err != nil {
		fmt.Fprintln(stderr, "conform:", err)
		return 2
	}
	return 0
}

func answerAll(ctx context.Context, cases, answers, release string) (err error) {
	f, err := os.Create(answers)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	return conform.Run(ctx, cases, f, conform.Options{SQLite: openSQLite, SQLAlchemy: release})
}

func openSQLite(ctx context.Context) (conform.Live, error) { return verifier.OpenScratch(ctx) }
