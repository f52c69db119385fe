package mydb

import (
	"os/exec"
	"strings"
	"testing"
)

// TestKeep: a kept database stays, on a server of the user's or on the private one
// that is left running for it, and no later run takes it for one that a killed run
// left.
func TestKeep(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d, err := Open(t.Context(), url, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		d.all(t, "CREATE TABLE a (id INT PRIMARY KEY)")
		kept, err := d.Keep(t.Context())
		if err != nil || kept.Stop != "" {
			t.Fatalf("%+v %v", kept, err)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		_ = open(t, url)
		c := visitor(t, url)
		if list := databases(t, c); strings.Join(list[:1], " ") != d.name && len(list) != 3 {
			t.Errorf("%v", list)
		}
		if !strings.Contains(kept.URL, d.name) {
			t.Error(kept.URL)
		}
		if err := c.exec(t.Context(), "DROP DATABASE "+quote(d.name)); err != nil {
			t.Error(err)
		}
	})
}

func TestKeepPrivate(t *testing.T) {
	need(t, "mariadb")
	d, err := Open(t.Context(), "mariadb", nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.all(t, "CREATE TABLE a (id INT PRIMARY KEY)")
	kept, err := d.Keep(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	c := visitor(t, kept.URL)
	if _, err := c.rows(t.Context(), "SELECT * FROM "+quote(d.name)+".a"); err != nil {
		t.Error(err)
	}
	if out, err := exec.Command("sh", "-c", kept.Stop).CombinedOutput(); err != nil {
		t.Errorf("%s: %v %s", kept.Stop, err, out)
	}
}
