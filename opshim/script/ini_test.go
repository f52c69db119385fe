package script

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIniValues(t *testing.T) {
	text := `; a comment
[DEFAULT]
root = /srv
[alembic]
# another
script_location = %(here)s/migrations
Sqlalchemy.URL: sqlite:///%(root)s/x%%.db
list =
    one

    two
      three
# not part of it
    four
url = postgresql://u:p@h/db ; kept
nested = <%(script_location)s>
loop = %(loop)s
missing = %(nowhere)s
bad = 100% sure
raw = %(levelname)-5.5s
empty =
[logger_root]
root = here
`
	i, err := ParseIni("alembic.ini", text, map[string]string{"here": "/p"})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ section, option, want string }{
		{"alembic", "script_location", "/p/migrations"},
		{"alembic", "SQLALCHEMY.url", "sqlite:////srv/x%.db"},
		{"alembic", "list", "\none\n\ntwo\nthree\nfour"},
		{"alembic", "url", "postgresql://u:p@h/db ; kept"},
		{"alembic", "nested", "</p/migrations>"},
		{"alembic", "empty", ""},
		{"logger_root", "root", "here"},
		{"logger_root", "here", "/p"},
		{"alembic", "loop", "InterpolationDepthError: Recursion limit exceeded in value substitution: option 'loop' in section 'alembic' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(loop)s'"},
		{"alembic", "missing", "InterpolationMissingOptionError: Bad value substitution: option 'missing' in section 'alembic' contains an interpolation key 'nowhere' which is not a valid option name. Raw value: '%(nowhere)s'"},
		{"alembic", "bad", "InterpolationSyntaxError: '%' must be followed by '%' or '(', found: '% sure'"},
		{"alembic", "raw", "InterpolationSyntaxError: bad interpolation variable reference '%(levelname)-5.5s'"},
		{"alembic", "none", "not there"},
		{"nowhere", "root", "not there"},
	}
	for _, tt := range tests {
		t.Run(tt.section+"."+tt.option, func(t *testing.T) {
			got, ok, err := i.Get(tt.section, tt.option)
			if !ok {
				got = "not there"
			}
			if err != nil {
				got = describeIni(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func describeIni(err error) string {
	if e, ok := err.(*IniError); ok {
		return e.Class + ": " + e.Message
	}
	return err.Error()
}

func TestIniErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no section", "x = 1\n", "MissingSectionHeaderError: File contains no section headers.\nfile: 'a.ini', line: 1\n'x = 1\\n'"},
		{"option twice", "[a]\nx = 1\nX = 2\n", "DuplicateOptionError: While reading from 'a.ini' [line  3]: option 'x' in section 'a' already exists"},
		{"section twice", "[a]\n[b]\n[a]\n", "DuplicateSectionError: While reading from 'a.ini' [line  3]: section 'a' already exists"},
		{"no delimiter", "[a]\njust words\n", "ParsingError: Source contains parsing errors: 'a.ini'\n\t[line  2]: 'just words\\n'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ParseIni("a.ini", tt.text, nil)
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(tt.want, describeIni(err)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPathLists(t *testing.T) {
	tests := []struct{ name, ini, want string }{
		{"os", "version_locations = a:b c\npath_separator = os", "[a b c] [] 0"},
		{"newline", "version_locations =\n  a b\n  c\npath_separator = newline", "[a b c] [] 0"},
		{"older name", "version_locations = a;b\nversion_path_separator = ;", "[a b] [] 1"},
		{"legacy", "version_locations = a, b c\nprepend_sys_path = .:src", "[a b c] [. src] 2"},
		{"unknown", "version_locations = a\npath_separator = comma", "ValueError: 'comma' is not a valid value for path_separator; expected 'space', 'newline', 'os', ':', ';'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i, err := ParseIni("a.ini", "[alembic]\n"+tt.ini+"\n", nil)
			if err != nil {
				t.Fatal(err)
			}
			c := &Config{Section: "alembic", Ini: i}
			var got string
			if loc, err := c.VersionLocations(); err != nil {
				got = describe(err)
			} else if sys, err := c.PrependSysPath(); err != nil {
				got = describe(err)
			} else {
				got = fmt.Sprint(loc, " ", sys, " ", len(c.Warnings))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzIni(f *testing.F) {
	f.Add("[a]\nx = %(y)s\ny = 1\n  2\n")
	f.Add("[DEFAULT]\nx:1\n;c\n[b]\n\n z")
	f.Fuzz(func(t *testing.T, text string) {
		i, err := ParseIni("f", text, nil)
		if err != nil {
			return
		}
		for _, s := range i.Sections() {
			for _, o := range i.Options(s) {
				if strings.ToLower(o) != o {
					t.Errorf("option %q keeps its case", o)
				}
				_, _, _ = i.Get(s, o) // must end
			}
		}
	})
}
