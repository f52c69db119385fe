//go:build !unix

package pgdb

import "os"

// hold does nothing where folders cannot be locked: folders of killed runs are
// left to the user.
func hold(dir string) (*os.File, error) { return os.Open(dir) }

func (s *Server) orphan() { _ = s.lock.Close() }
