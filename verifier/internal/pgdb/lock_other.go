//go:build !unix

package pgdb

import "os"

// hold: no locks here, and so no sweeping either.
func hold(string) (*os.File, error) { return nil, nil }

func sweepFolders() {}
