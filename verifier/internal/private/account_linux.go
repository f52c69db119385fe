package private

import (
	"fmt"
	"os"
	"os/user"
	"strconv"
	"strings"
	"syscall"
)

// Account chooses who runs the server (root is refused by all of them) and gives
// that account the folder. The children die with this process, by the signal.
func (k *Kind) Account(dir string, end syscall.Signal) (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Pdeathsig: end, Setpgid: true}
	if os.Getuid() != 0 {
		return attr, nil
	}
	for _, name := range k.Accounts {
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
	return nil, fmt.Errorf("%s does not run as root, and there is no account %s to run it as", k.Product, strings.Join(k.Accounts, " or "))
}

// Detached is the same account for a server that outlives this process.
func Detached(attr *syscall.SysProcAttr) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setsid: true, Credential: attr.Credential}
}

// Own gives a file to the account that the attributes name, if they name one.
func Own(attr *syscall.SysProcAttr, path string) error {
	if attr.Credential == nil {
		return nil
	}
	return os.Chown(path, int(attr.Credential.Uid), int(attr.Credential.Gid))
}
