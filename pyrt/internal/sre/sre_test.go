package sre

import "testing"

// spans lists the spans of all matches, as finditer gives them.
func spans(t *testing.T, pattern, text string, flags Flags) [][2]int {
	t.Helper()
	p, err := Compile([]rune(pattern), false, flags, nil)
	if err != nil {
		t.Fatalf("%s: %v", pattern, err)
	}
	m := NewMatcher(p, &Text{Runes: []rune(text)}, 0, len([]rune(text)), nil)
	var out [][2]int
	for pos, must := 0, false; pos <= m.End; {
		ok, err := m.Search(pos, must)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			break
		}
		out = append(out, [2]int{m.Spans[0], m.Spans[1]})
		pos, must = m.Spans[1], m.Spans[0] == m.Spans[1]
	}
	return out
}

// TestMatches holds spans recorded from CPython 3.14.
func TestMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		flags         Flags
		want          [][2]int
	}{
		{"x*", "axb", 0, [][2]int{{0, 0}, {1, 2}, {2, 2}, {3, 3}}},
		{`\b`, "hi you", 0, [][2]int{{0, 0}, {2, 2}, {3, 3}, {6, 6}}},
		{"(?:a|ab)(?:c|bcd)(d*)", "abcd", 0, [][2]int{{0, 4}}},
		{"(?<=[a-z0-9])([A-Z])", "userID", 0, [][2]int{{4, 5}}},
		{"a{2,3}?", "aaaaa", 0, [][2]int{{0, 2}, {2, 4}}},
		{"(?>a+)b|a", "aac", 0, [][2]int{{0, 1}, {1, 2}}},
		{"^b", "a\nb", Multiline, [][2]int{{2, 3}}},
		{"k", "\u212aK", IgnoreCase, [][2]int{{0, 1}, {1, 2}}},
		{"(?:a*)*", "aa", 0, [][2]int{{0, 2}, {2, 2}}},
		{`(a)?(?(1)b|c)`, "abc", 0, [][2]int{{0, 2}, {2, 3}}},
	} {
		got := spans(t, c.pattern, c.text, c.flags)
		if len(got) != len(c.want) {
			t.Errorf("%s on %q: %v, want %v", c.pattern, c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s on %q: %v, want %v", c.pattern, c.text, got, c.want)
			}
		}
	}
}

// TestErrors holds messages recorded from CPython 3.14.
func TestErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"(":                "missing ), unterminated subpattern at position 0",
		"a**":              "multiple repeat at position 2",
		"(?P<a>x)(?P<a>y)": "redefinition of group name 'a' as group 2; was group 1 at position 12",
		"(?<=a+)b":         "look-behind requires fixed-width pattern",
		"[z-a]":            "bad character range z-a at position 1",
		`\q`:               `bad escape \q at position 0`,
		"a(?i)b":           "global flags not at the start of the expression at position 1",
		"(?i-i:a)":         "bad inline flags: flag turned on and off at position 5",
		"(a\\1)":           "cannot refer to an open group at position 2",
		"a{3,2}":           "min repeat greater than max repeat at position 2",
		"(?P<1a>x)":        "bad character in group name '1a' at position 4",
		"^*":               "nothing to repeat at position 1",
	} {
		_, err := Compile([]rune(pattern), false, 0, nil)
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", pattern, err, want)
		}
	}
}

// TestStop: a catastrophic pattern ends when its owner says so.
func TestStop(t *testing.T) {
	p, err := Compile([]rune("^(a+)+$"), false, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	m := NewMatcher(p, &Text{S: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"}, 0, 49, func() error {
		if n++; n > 1000 {
			return ErrTooDeep
		}
		return nil
	})
	if _, err := m.Search(0, false); err != ErrTooDeep {
		t.Errorf("not stopped: %v", err)
	}
}
