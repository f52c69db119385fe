package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// A target is one operating system on one processor, with the names that the
// ways of packaging have for it. The zero value is this machine.
type target struct {
	os, arch string
	wheel    string    // platform tag: PEP 425, PEP 600, PEP 656
	node     [2]string // npm's "os" and "cpu", the names of process.platform and process.arch
}

func (t target) String() string { return t.os + "/" + t.arch }

// targets are those of every release. The binary is static, so that one Linux
// wheel serves glibc from 2.17 and musl from 1.1; macOS 12 is what Go 1.26 asks for.
func targets() []target {
	return []target{
		{"linux", "amd64", "manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64", [2]string{"linux", "x64"}},
		{"linux", "arm64", "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64", [2]string{"linux", "arm64"}},
		{"darwin", "amd64", "macosx_12_0_x86_64", [2]string{"darwin", "x64"}},
		{"darwin", "arm64", "macosx_12_0_arm64", [2]string{"darwin", "arm64"}},
		{"windows", "amd64", "win_amd64", [2]string{"win32", "x64"}},
		{"windows", "arm64", "win_arm64", [2]string{"win32", "arm64"}},
	}
}

// choose finds the targets named in a comma-separated list; "" is all.
func choose(list string) ([]target, error) {
	all := targets()
	if list == "" {
		return all, nil
	}
	var out []target
	for _, name := range strings.Split(list, ",") {
		found := false
		for _, t := range all {
			if t.String() == strings.TrimSpace(name) {
				out, found = append(out, t), true
			}
		}
		if !found {
			return nil, fmt.Errorf("no target %q; there are %v", name, all)
		}
	}
	return out, nil
}

// exe is the binary's file name.
func (t target) exe() string {
	if t.os == "windows" {
		return "mrt.exe"
	}
	return "mrt"
}

// compile builds mrt for a target. Nothing of the machine goes into the binary:
// no path, no state of the checkout, no C library.
func compile(ctx context.Context, t target, file string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", file, "./cmd/mrt")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-mod=readonly", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0")
	if t.os != "" {
		cmd.Env = append(cmd.Env, "GOOS="+t.os, "GOARCH="+t.arch)
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, complaint.String())
	}
	return nil
}
