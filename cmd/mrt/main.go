// Command mrt tells whether Alembic migrations can be rolled back: check
// predicts, verify proves, sql prints what alembic would print.
//
// It takes a project folder and flags, prints findings on stdout and
// everything else on stderr, and exits 0 (clean), 1 (findings) or 2 (could not
// do the job). It refuses to connect to any database that env.py or
// alembic.ini names.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	postponeCollection(os.Args)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := run(ctx, os.Args, environment{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv})
	stop()
	os.Exit(code)
}
