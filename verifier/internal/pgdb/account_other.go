//go:build !linux

package pgdb

import "syscall"

// account: elsewhere the server runs as whoever runs us, and is stopped by Stop.
func account(string) (*syscall.SysProcAttr, error) { return &syscall.SysProcAttr{}, nil }
