//go:build !linux

package private

import "syscall"

// Account: elsewhere the server runs as whoever runs us, and its owner stops it.
func (k *Kind) Account(string, syscall.Signal) (*syscall.SysProcAttr, error) {
	return &syscall.SysProcAttr{}, nil
}

// Detached is the same account for a server that outlives this process.
func Detached(attr *syscall.SysProcAttr) *syscall.SysProcAttr { return attr }

// Own does nothing: the server runs as whoever runs us.
func Own(*syscall.SysProcAttr, string) error { return nil }
