package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
)

// TestGuides holds the topics against their scripts: every command line that a
// topic shows stands in testdata/script/guide_TOPIC.txtar, where it is run.
func TestGuides(t *testing.T) {
	guides := 0
	for _, name := range topicNames() {
		text, err := topic(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(text, "# ") {
			t.Errorf("%s: the first line is no title", name)
		}
		shown := regexp.MustCompile(`(?m)^ +\$ (mrt .*)$`).FindAllStringSubmatch(text, -1)
		if len(shown) == 0 {
			continue
		}
		guides++
		script, err := os.ReadFile("../../testdata/script/guide_" + name + ".txtar")
		if err != nil {
			t.Errorf("%s shows commands that no script runs: %v", name, err)
			continue
		}
		for _, m := range shown {
			if !regexp.MustCompile(`(?m)exits \d ` + regexp.QuoteMeta(m[1]) + `$`).Match(script) {
				t.Errorf("%s: its script does not run %q", name, m[1])
			}
		}
	}
	if guides < 4 {
		t.Errorf("%d guides with commands, at least 4 expected", guides)
	}
}

// TestSettingsTopic holds the page against the keys that are read.
func TestSettingsTopic(t *testing.T) {
	text, err := topic("settings")
	if err != nil {
		t.Fatal(err)
	}
	for table, keys := range settings.Keys() {
		for _, key := range keys {
			want := key + " = "
			if table == "" {
				want = "[" + key
			}
			if !strings.Contains(text, want) {
				t.Errorf("topics/settings.md does not tell of %s in [%s]", key, table)
			}
		}
	}
}
