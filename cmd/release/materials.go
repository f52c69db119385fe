package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"encoding/json"
	"os"
	"time"
)

// A bill is a CycloneDX 1.5 bill of materials (ECMA-424), as much of it as
// scanners of Go binaries read.
type bill struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   about       `json:"metadata"`
	Components []component `json:"components"`
	Depends    []depends   `json:"dependencies"`
}

type about struct {
	Time      string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type    string `json:"type"`
	Ref     string `json:"bom-ref"`
	Name    string `json:"name"`
	Version string `json:"version"`
	URL     string `json:"purl,omitempty"`
	Hashes  []hash `json:"hashes,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type depends struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn"`
}

// materials lists what is inside a binary, from what the linker wrote into it.
func (r *release) materials(t target, file string) ([]byte, error) {
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		return nil, err
	}
	binary, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(binary)
	b := bill{Format: "CycloneDX", Spec: "1.5", Version: 1, Metadata: about{r.when.Format(time.RFC3339),
		component{Type: "application", Ref: "mrt", Name: "mrt", Version: r.version, Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}}}}}
	root := depends{Ref: "mrt"}
	add := func(path, version string) {
		url := "pkg:golang/" + path + "@" + version + "?goos=" + t.os + "&goarch=" + t.arch
		b.Components = append(b.Components, component{Type: "library", Ref: url, Name: path, Version: version, URL: url})
		root.On = append(root.On, url)
	}
	add("stdlib", info.GoVersion)
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		add(m.Path, m.Version)
	}
	b.Depends = []depends{root}
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}
