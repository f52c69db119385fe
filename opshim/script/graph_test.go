package script

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// revs reads revisions from a small notation, one per word:
// id, id<parent, id<p1,p2, then +dependency and @label in any number.
func revs(text string) []*Revision {
	var out []*Revision
	for _, word := range strings.Fields(text) {
		r := &Revision{Doc: "doc of it"}
		word, label, _ := strings.Cut(word, "@")
		if label != "" {
			r.Labels = strings.Split(label, ",")
		}
		word, deps, _ := strings.Cut(word, "+")
		if deps != "" {
			r.DependsOn = strings.Split(deps, ",")
		}
		id, down, _ := strings.Cut(word, "<")
		r.ID = id
		if down != "" {
			r.Down = strings.Split(down, ",")
		}
		out = append(out, r)
	}
	return out
}

func mustGraph(t *testing.T, text string) *Graph {
	t.Helper()
	g, err := NewGraph(revs(text))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const (
	diamond = "a1 b2<a1 c3<a1@side d4<b2,c3"
	twoTips = "a1 b2<a1@left c3<a1@right c4<c3"
	depends = "aaaa1 aaaa2<aaaa1 bbbb1@lib bbbb2<bbbb1+aaaa2"
)

func TestSteps(t *testing.T) {
	tests := []struct {
		name, graph, to string
		from            []string
		down            bool
		want            string
	}{
		{"merge upwards keeps branches together", diamond, "head", nil, false, "a1 c3 b2 d4"},
		{"merge downwards", diamond, "base", []string{"d4"}, true, "d4 b2 c3 a1"},
		{"one branch only", twoTips, "left@head", nil, false, "a1 b2"},
		{"several heads", twoTips, "head", nil, false, "CommandError: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads"},
		{"relative up", twoTips, "right@+1", []string{"a1"}, false, "c3"},
		{"relative too far", twoTips, "c4+1", nil, false, "AssertionError: "},
		{"relative from here too far", diamond, "+5", []string{"d4"}, false, "CommandError: Relative revision +5 didn't produce 5 migrations"},
		{"relative down", diamond, "-1", []string{"c3"}, true, "c3"},
		{"ambiguous", twoTips, "+1", []string{"b2", "c3"}, false, "CommandError: Ambiguous upgrade from multiple current revisions"},
		{"beginning of an id", depends, "aaaa2", nil, false, "aaaa1 aaaa2"},
		{"ambiguous beginning", depends, "aaaa", nil, false, "CommandError: Can't locate revision identified by 'aaaa'"},
		{"unknown", depends, "zz", nil, false, "CommandError: Can't locate revision identified by 'zz'"},
		{"dependencies come along", depends, "lib@head", nil, false, "aaaa1 aaaa2 bbbb1 bbbb2"},
		{"not above", twoTips, "a1", []string{"b2"}, false, ""},
		{"not below", twoTips, "c3", []string{"b2"}, true, "CommandError: Destination c3 is not a valid downgrade target from current head(s)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := mustGraph(t, tt.graph)
			run := g.Upgrade
			if tt.down {
				run = g.Downgrade
			}
			steps, err := run(One(tt.to), Many(tt.from...))
			var names []string
			for _, s := range steps {
				names = append(names, s.(*RevisionStep).Revision.ID)
			}
			got := strings.Join(names, " ")
			if err != nil {
				got = describe(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func describe(err error) string {
	var e *Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	return string(e.Class) + ": " + e.Message
}

func TestBadGraphs(t *testing.T) {
	tests := []struct{ name, graph, want string }{
		{"self-loop", "a<a", "LoopDetected: Self-loop is detected in revisions (a)"},
		{"dependency self-loop", "a+a", "DependencyLoopDetected: Dependency self-loop is detected in revisions (a)"},
		{"cycle", "x a<b b<a c<x", "CycleDetected: Cycle is detected in revisions (a, b)"},
		{"only a cycle", "a<b b<a", "CycleDetected: Cycle is detected in revisions (a, b)"},
		{"dependency cycle", "a b<a c+d d<a+c", "DependencyCycleDetected: Dependency cycle is detected in revisions (c, d)"},
		{"missing parent", "a b<zz", "KeyError: 'zz'"},
		{"unknown dependency", "a b<a+zz", "KeyError: 'zz'"},
		{"label used twice", "a@side b<a@side", "RevisionError: Branch name 'side' in revision b already used by revision a"},
		{"illegal id", "2024-01", "RevisionError: Character(s) '-' not allowed in revision identifier '2024-01'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewGraph(revs(tt.graph))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(tt.want, describe(err)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestVersionRows(t *testing.T) {
	tests := []struct {
		name, graph, rev string
		up               bool
		rows             []string
		want             string
	}{
		{"first", diamond, "a1", true, nil, "[{a1}] [a1]"},
		{"along", diamond, "b2", true, []string{"a1"}, "[{a1 b2}] [b2]"},
		{"branch", diamond, "c3", true, []string{"b2"}, "[{c3}] [b2 c3]"},
		{"merge", diamond, "d4", true, []string{"b2", "c3"}, "[{b2} {c3 d4}] [d4]"},
		{"unmerge", diamond, "d4", false, []string{"d4"}, "[{b2} {d4 c3}] [b2 c3]"},
		{"leave a branch", diamond, "b2", false, []string{"b2", "c3"}, "[{b2}] [c3]"},
		{"to the base", diamond, "a1", false, []string{"a1"}, "[{a1}] []"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := mustGraph(t, tt.graph)
			r, err := g.Revision(tt.rev)
			if err != nil {
				t.Fatal(err)
			}
			m := g.Maintain(tt.rows)
			ops, err := m.Apply(&RevisionStep{Revision: r, Up: tt.up})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, fmt.Sprint(ops, " ", m.Heads())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLabelsSpread(t *testing.T) {
	g := mustGraph(t, twoTips)
	got := map[string][]string{}
	for _, r := range g.All() {
		got[r.ID] = r.BranchLabels()
	}
	want := map[string][]string{"a1": {}, "b2": {"left"}, "c3": {"right"}, "c4": {"right"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A long chain and a wide fan must neither overflow the stack nor take long.
func TestLargeGraphs(t *testing.T) {
	chain := []*Revision{{ID: "r0"}}
	for i := 1; i < 20000; i++ {
		chain = append(chain, &Revision{ID: fmt.Sprint("r", i), Down: []string{chain[i-1].ID}})
	}
	fan := []*Revision{{ID: "base"}}
	top := &Revision{ID: "top"}
	for i := range 1000 {
		r := &Revision{ID: fmt.Sprint("f", i), Down: []string{"base0"}}
		fan = append(fan, r)
		top.Down = append(top.Down, r.ID)
	}
	fan[0].ID = "base0"
	fan = append(fan, top)
	for _, revs := range [][]*Revision{chain, fan} {
		g, err := NewGraph(revs)
		if err != nil {
			t.Fatal(err)
		}
		steps, err := g.Upgrade(One("heads"), Base)
		if err != nil {
			t.Fatal(err)
		}
		if len(steps) != len(revs) {
			t.Errorf("%d steps for %d revisions", len(steps), len(revs))
		}
	}
}
