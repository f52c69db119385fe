package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
)

// summary is what every package index shows.
const summary = "Tells, with evidence, whether Alembic migrations can be rolled back"

// distribution is the name of the wheel. The command it installs is mrt.
const distribution = "mrt-tools"

// wheel packs the binary as a Python wheel (PEP 427): a script in the data
// folder, which every installer puts beside Python with its mode set, and a
// module so that `python -m mrt_tools` and code can find it.
func (r *release) wheel(t target, binary []byte) (string, []byte, error) {
	name := strings.ReplaceAll(distribution, "-", "_")
	info := fmt.Sprintf("%s-%s.dist-info/", name, r.version)
	var tags strings.Builder
	for _, platform := range strings.Split(t.wheel, ".") {
		fmt.Fprintf(&tags, "Tag: py3-none-%s\n", platform)
	}
	members := []member{
		{name + "/__init__.py", []byte(wheelModule), false},
		{name + "/__main__.py", []byte(wheelMain), false},
		{fmt.Sprintf("%s-%s.data/scripts/%s", name, r.version, t.exe()), binary, true},
		{info + "METADATA", []byte(r.metadata()), false},
		{info + "WHEEL", []byte("Wheel-Version: 1.0\nGenerator: mrt cmd/release\nRoot-Is-Purelib: false\n" + tags.String()), false},
		{info + "licenses/LICENSE", r.docs["LICENSE"], false},
	}
	var record strings.Builder
	for _, m := range members {
		sum := sha256.Sum256(m.content)
		fmt.Fprintf(&record, "%s,sha256=%s,%d\n", m.name, base64.RawURLEncoding.EncodeToString(sum[:]), len(m.content))
	}
	fmt.Fprintf(&record, "%sRECORD,,\n", info)
	members = append(members, member{info + "RECORD", []byte(record.String()), false})
	content, err := zipped(members, r.when)
	return fmt.Sprintf("%s-%s-py3-none-%s.whl", name, r.version, t.wheel), content, err
}

// metadata is the wheel's METADATA (core metadata 2.4), with the README as its
// long description.
func (r *release) metadata() string {
	return "Metadata-Version: 2.4\n" +
		"Name: " + distribution + "\n" +
		"Version: " + r.version + "\n" +
		"Summary: " + summary + "\n" +
		"Keywords: alembic,migrations,rollback,downgrade,sqlalchemy\n" +
		"License-Expression: " + license(string(r.docs["LICENSE"])) + "\n" +
		"License-File: LICENSE\n" +
		"Requires-Python: >=3.7\n" +
		"Description-Content-Type: text/markdown\n\n" +
		string(r.docs["README.md"])
}

// license is the SPDX name of the licence whose text is given.
func license(text string) string {
	head, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	switch {
	case strings.Contains(head, "Apache License"):
		return "Apache-2.0"
	case strings.Contains(head, "MIT License"):
		return "MIT"
	case strings.Contains(head, "BSD 3-Clause"):
		return "BSD-3-Clause"
	}
	return "LicenseRef-LICENSE"
}

// wheelModule finds the binary that the wheel brought.
const wheelModule = `"""The mrt binary, installed beside this Python."""

import os
import sysconfig


def find_mrt_bin() -> str:
    """Return the path of the mrt binary of this environment.

    Raises FileNotFoundError when it is not where installers put scripts.
    """
    name = "mrt" + (sysconfig.get_config_var("EXE") or "")
    folders = [sysconfig.get_path("scripts")]
    user = "nt_user" if os.name == "nt" else "posix_user"
    if user in sysconfig.get_scheme_names():
        folders.append(sysconfig.get_path("scripts", scheme=user))
    # pip install --target puts scripts into bin/ beside the packages
    folders.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin"))
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    raise FileNotFoundError("mrt is not in any of: " + ", ".join(folders))
`

// wheelMain runs it.
const wheelMain = `import os
import subprocess
import sys

from mrt_tools import find_mrt_bin

binary = find_mrt_bin()
if os.name == "nt":
    sys.exit(subprocess.run([binary, *sys.argv[1:]]).returncode)
os.execv(binary, [binary, *sys.argv[1:]])
`
