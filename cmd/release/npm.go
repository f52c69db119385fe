package main

import (
	"encoding/json"
	"fmt"
)

// scope is the owner of the npm packages: one with a launcher, and one for each
// target with its binary, of which npm installs the one that fits ("os", "cpu").
const scope = "@mrt-tools/"

// A manifest is a package.json.
type manifest struct {
	Name        string            `json:"name"`
	Version     string            `json:"version"`
	Description string            `json:"description"`
	License     string            `json:"license"`
	Keywords    []string          `json:"keywords,omitempty"`
	OS          []string          `json:"os,omitempty"`
	CPU         []string          `json:"cpu,omitempty"`
	Bin         map[string]string `json:"bin,omitempty"`
	Optional    map[string]string `json:"optionalDependencies,omitempty"`
	Files       []string          `json:"files"`
	Engines     map[string]string `json:"engines,omitempty"`
	Unplugged   bool              `json:"preferUnplugged,omitempty"`
}

func (m manifest) bytes() ([]byte, error) {
	b, err := json.MarshalIndent(m, "", "  ")
	return append(b, '\n'), err
}

// npm packs the binary for one target.
func (r *release) npm(t target, binary []byte) (string, []byte, error) {
	short := "mrt-" + t.node[0] + "-" + t.node[1]
	m := manifest{Name: scope + short, Version: r.version, Description: summary + " (binary for " + t.String() + ")", License: license(string(r.docs["LICENSE"])),
		OS: t.node[:1], CPU: t.node[1:], Files: []string{"bin"}, Unplugged: true}
	text, err := m.bytes()
	if err != nil {
		return "", nil, err
	}
	content, err := tarball([]member{
		{"package/package.json", text, false},
		{"package/LICENSE", r.docs["LICENSE"], false},
		{"package/bin/" + t.exe(), binary, true},
	}, r.when)
	return fmt.Sprintf("mrt-tools-%s-%s.tgz", short, r.version), content, err
}

// launcher writes the npm package that people install: it starts the binary of
// the package that fits the machine.
func (r *release) launcher(built []target) error {
	m := manifest{Name: scope + "mrt", Version: r.version, Description: summary, License: license(string(r.docs["LICENSE"])),
		Keywords: []string{"alembic", "migrations", "rollback"}, Bin: map[string]string{"mrt": "bin/mrt.js"},
		Optional: map[string]string{}, Files: []string{"bin"}, Engines: map[string]string{"node": ">=16"}}
	for _, t := range built {
		m.Optional[scope+"mrt-"+t.node[0]+"-"+t.node[1]] = r.version
	}
	text, err := m.bytes()
	if err != nil {
		return err
	}
	content, err := tarball([]member{
		{"package/package.json", text, false},
		{"package/LICENSE", r.docs["LICENSE"], false},
		{"package/README.md", r.docs["README.md"], false},
		{"package/bin/mrt.js", []byte(npmLauncher), true},
	}, r.when)
	if err != nil {
		return err
	}
	return r.write(fmt.Sprintf("mrt-tools-mrt-%s.tgz", r.version), content)
}

const npmLauncher = `#!/usr/bin/env node
"use strict";

const { spawnSync } = require("child_process");

const name = "@mrt-tools/mrt-" + process.platform + "-" + process.arch;
let binary;
try {
  binary = require.resolve(name + "/bin/mrt" + (process.platform === "win32" ? ".exe" : ""));
} catch {
  console.error("mrt: the package " + name + " is not installed; install without --no-optional, on a platform that mrt is built for");
  process.exit(2);
}
const run = spawnSync(binary, process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
  console.error("mrt: " + run.error.message);
  process.exit(2);
}
if (run.signal) process.kill(process.pid, run.signal);
process.exit(run.status === null ? 2 : run.status);
`
