//go:build !unix

package private

import (
	"os"
	"syscall"
)

// locks: where folders cannot be locked, those of killed runs are left to the user.
const locks = false

func hold(dir string) (*os.File, error) { return os.Open(dir) }

// End does nothing here.
func End(int, syscall.Signal) bool { return false }
