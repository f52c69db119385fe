package standin

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func TestSources(t *testing.T) {
	n := 0
	err := fs.WalkDir(modules, "modules", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		module := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(path, "modules/"), ".py"), "/__init__")
		text, name, isPackage, ok := Source(strings.ReplaceAll(module, "/", "."))
		if !ok || isPackage != strings.HasSuffix(path, "__init__.py") {
			t.Fatalf("%s is not found as it is", path)
		}
		src, err := syntax.NewSource(name, text)
		if err != nil {
			return err
		}
		n++
		_, err = syntax.Parse(src)
		return err
	})
	if err != nil || n == 0 {
		t.Fatal(n, err)
	}
	for _, missing := range []string{"", "nowhere", "oslo_utils.nowhere", "../standin"} {
		if _, _, _, ok := Source(missing); ok {
			t.Errorf("%q has a source", missing)
		}
	}
}
