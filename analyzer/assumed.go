package analyzer

import (
	"context"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// Assumed runs the revisions as [Check] does and lists what they need and none of
// them makes. First tells, by the name of an object, which revision is the first
// that needs it.
func Assumed(ctx context.Context, env *opshim.Environment, revs []*script.Revision, o Options) (guesses []catalog.Guess, first map[string]string, err error) {
	c, err := newChecker(env, o)
	if err != nil {
		return nil, nil, err
	}
	first = map[string]string{}
	for _, rev := range revs {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		for _, f := range c.one(ctx, rev).Findings {
			if f.Code == CodeAssumed && first[f.Object] == "" {
				first[f.Object] = rev.ID
			}
		}
	}
	return c.world.Guesses(), first, nil
}
