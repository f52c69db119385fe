package pgdb

import (
	"errors"
	"os"
	"os/user"
	"strconv"
	"syscall"
)

// account chooses who runs the server (PostgreSQL refuses root) and gives that
// account the folder. The children die with this process.
func account(dir string) (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT, Setpgid: true}
	if os.Getuid() != 0 {
		return attr, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.Atoi(u.Uid)
		if err != nil {
			return nil, err
		}
		gid, err := strconv.Atoi(u.Gid)
		if err != nil {
			return nil, err
		}
		if err := os.Chown(dir, uid, gid); err != nil {
			return nil, err
		}
		attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		return attr, nil
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no account postgres or nobody to run it as")
}

// detached is the same account for a server that outlives this process.
func detached(attr *syscall.SysProcAttr) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setsid: true, Credential: attr.Credential}
}
