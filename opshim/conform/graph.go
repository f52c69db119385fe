package conform

import (
	"encoding/json"
	"errors"

	"github.com/mrt-tools/mrt/opshim/script"
)

// oneOrMany is a JSON string, a list of strings, or null.
type oneOrMany struct {
	list []string
	many bool
	set  bool // not null
}

// UnmarshalJSON reads the three forms, and {"set": [...]}.
func (o *oneOrMany) UnmarshalJSON(data []byte) error {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	if m, ok := v.(map[string]any); ok {
		v = m["set"]
	}
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		o.list, o.set = []string{v}, true
		return nil
	case []any:
		o.many, o.set = true, true
		for _, e := range v {
			if e == nil {
				continue // no row
			}
			s, ok := e.(string)
			if !ok {
				return errors.New("list of something else than text")
			}
			o.list = append(o.list, s)
		}
		return nil
	}
	return errors.New("neither text nor list")
}

func (o oneOrMany) target() script.Target {
	switch {
	case !o.set:
		return script.Base
	case o.many:
		return script.Many(o.list...)
	}
	return script.One(o.list[0])
}

type revisionJSON struct {
	Revision     string    `json:"revision"`
	DownRevision oneOrMany `json:"down_revision"`
	DependsOn    oneOrMany `json:"depends_on"`
	BranchLabels oneOrMany `json:"branch_labels"`
	Doc          string    `json:"doc"`
}

type revisionsJSON struct {
	Revisions []revisionJSON `json:"revisions"`
}

func (c revisionsJSON) graph() (*script.Graph, error) {
	revs := make([]*script.Revision, len(c.Revisions))
	for i, r := range c.Revisions {
		revs[i] = &script.Revision{
			ID:        r.Revision,
			Down:      r.DownRevision.list,
			DependsOn: r.DependsOn.list,
			Labels:    r.BranchLabels.list,
			Doc:       r.Doc,
		}
	}
	return script.NewGraph(revs)
}

type graphCase struct {
	revisionsJSON
	Method string    `json:"method"`
	Args   graphArgs `json:"args"`
}

type graphArgs struct {
	ID                  oneOrMany `json:"id_"`
	Upper               oneOrMany `json:"upper"`
	Lower               oneOrMany `json:"lower"`
	ImplicitBase        bool      `json:"implicit_base"`
	Inclusive           bool      `json:"inclusive"`
	AssertRelative      *bool     `json:"assert_relative_length"`
	SelectForDowngrade  bool      `json:"select_for_downgrade"`
	BranchLabel         *string   `json:"branch_label"`
	Targets             oneOrMany `json:"targets"`
	CheckAgainst        *string   `json:"check_against"`
	IncludeDependencies bool      `json:"include_dependencies"`
	Destination         oneOrMany `json:"destination"`
	CurrentRev          oneOrMany `json:"current_rev"`
	Revision            oneOrMany `json:"revision"`
	Heads               oneOrMany `json:"heads"`
}

func answerGraph(line []byte) (answer, error) {
	var c graphCase
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	g, err := c.graph()
	var result any
	if err == nil {
		result, err = callGraph(g, c.Method, c.Args)
	}
	if err != nil {
		f, err := faultOf(err)
		if err != nil {
			return nil, err
		}
		// A listing that fails had given nothing yet.
		return answer{"result": emptyFor(c.Method), "error": f}, nil
	}
	return answer{"result": result, "error": nil}, nil
}

func emptyFor(method string) any {
	if method == "iterate_revisions" {
		return []any{}
	}
	return nil
}

func callGraph(g *script.Graph, method string, a graphArgs) (any, error) {
	switch method {
	case "get_revision":
		name := "base"
		if len(a.ID.list) > 0 {
			name = a.ID.list[0]
		}
		r, err := g.Revision(name)
		if err != nil || r == nil {
			return nil, err
		}
		return r.ID, nil
	case "get_revisions":
		revs, err := g.Revisions(a.ID.target())
		return idList(revs), err
	case "_get_all_current":
		revs, err := g.AllCurrent(a.ID.target())
		return map[string]any{"set": idList(revs)}, err
	case "get_current_head":
		head, err := g.CurrentHead(deref(a.BranchLabel))
		if err != nil || head == "" {
			return nil, err
		}
		return head, nil
	case "filter_for_lineage":
		return g.FilterLineage(a.Targets.list, deref(a.CheckAgainst), a.IncludeDependencies)
	case "iterate_revisions":
		revs, err := g.Iterate(a.Upper.target(), a.Lower.target(), script.IterateOptions{
			ImplicitBase: a.ImplicitBase,
			Inclusive:    a.Inclusive,
			Lenient:      a.AssertRelative != nil && !*a.AssertRelative,
			Downgrade:    a.SelectForDowngrade,
		})
		return idList(revs), err
	case "_upgrade_revs":
		return stepList(g.Upgrade(a.Destination.target(), a.CurrentRev.target()))
	case "_downgrade_revs":
		return stepList(g.Downgrade(a.Destination.target(), a.CurrentRev.target()))
	case "_stamp_revs":
		return stepList(g.Stamp(a.Revision.target(), a.Heads.target()))
	}
	return nil, unsupported{"method " + method}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func idList(revs []*script.Revision) []any {
	out := make([]any, len(revs))
	for i, r := range revs {
		if r != nil {
			out[i] = r.ID
		}
	}
	return out
}

func stepList(steps []script.Step, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	out := make([]any, len(steps))
	for i, s := range steps {
		switch s := s.(type) {
		case *script.RevisionStep:
			out[i] = []string{s.Name(), s.Revision.ID}
		case *script.StampStep:
			out[i] = map[string]any{
				"from": texts(s.FromIDs), "to": texts(s.ToIDs), "is_upgrade": s.Up, "branch_move": s.Branch,
			}
		}
	}
	return out, nil
}

// texts is list, and [] where list is nil.
func texts(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

type headsCase struct {
	revisionsJSON
	Step   json.RawMessage `json:"step"`
	Before oneOrMany       `json:"heads_before"`
}

type stampJSON struct {
	From       oneOrMany `json:"from"`
	To         oneOrMany `json:"to"`
	IsUpgrade  bool      `json:"is_upgrade"`
	BranchMove bool      `json:"branch_move"`
}

func (c headsCase) step(g *script.Graph) (script.Step, error) {
	var pair []string
	if json.Unmarshal(c.Step, &pair) == nil && len(pair) == 2 {
		r, err := g.Revision(pair[1])
		if err != nil {
			return nil, err
		}
		return &script.RevisionStep{Revision: r, Up: pair[0] == "upgrade"}, nil
	}
	var s stampJSON
	if err := json.Unmarshal(c.Step, &s); err != nil {
		return nil, err
	}
	return &script.StampStep{FromIDs: s.From.list, ToIDs: s.To.list, Up: s.IsUpgrade, Branch: s.BranchMove}, nil
}

func answerHeads(line []byte) (answer, error) {
	var c headsCase
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	g, err := c.graph()
	if err != nil {
		return nil, err
	}
	step, err := c.step(g)
	if err != nil {
		return nil, err
	}
	m := g.Maintain(c.Before.list)
	rows, err := m.Apply(step)
	if err != nil {
		return nil, err
	}
	ops := make([]any, len(rows))
	for i, r := range rows {
		switch r := r.(type) {
		case script.InsertRow:
			ops[i] = []string{"insert", r.ID}
		case script.DeleteRow:
			ops[i] = []string{"delete", r.ID}
		case script.UpdateRow:
			ops[i] = []string{"update", r.From, r.To}
		}
	}
	return answer{"ops": ops, "heads_after": m.Heads()}, nil
}
