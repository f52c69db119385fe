package verifier

import (
	"context"
	"fmt"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// An order gives the results out in the order of the migrations, whoever is ready
// first.
type order struct {
	*walk
	ctx        context.Context
	migrations []*Migration
	yield      func(finding.Result, error) bool
	legs       []*leg // what is not given out yet
	ended      bool   // nothing is to come after what was given out
	deaf       bool   // nobody listens any more
}

// leg makes the trip of a migration after those before, or what of it is not
// handed over.
func (v *walk) leg(ctx context.Context, before []*Migration, m *Migration) *leg {
	l := &leg{res: v.blank(m), err: ctx.Err()}
	switch {
	case l.err != nil:
	case v.opt.holds(m):
		l.res = v.standing(m)
	default:
		l = v.on(ctx, before, m)
	}
	l.number, l.m = len(before), m
	return l
}

// start is one, but that the trip may be handed over.
func (v *walk) start(ctx context.Context, m *Migration) *leg {
	t := v.trip(m)
	err := t.make(ctx)
	if t.handed != nil {
		return t.handed
	}
	return &leg{res: *t.res, err: err}
}

// deliver gives out what is ready; with wait everything.
func (o *order) deliver(wait bool) error {
	for len(o.legs) > 0 && !o.ended {
		l := o.legs[0]
		if !l.ready(wait) {
			return nil
		}
		o.legs = o.legs[1:]
		if err := o.give(l); err != nil {
			return err
		}
	}
	return nil
}

// ready reports whether the result is there; with wait it is, once it is.
func (l *leg) ready(wait bool) bool {
	switch {
	case l.done == nil:
	case wait:
		<-l.done
	default:
		select {
		case <-l.done:
		default:
			return false
		}
	}
	return true
}

// give gives out one result. The error is what ended the verification with it.
func (o *order) give(l *leg) error {
	if err := l.err; err != nil {
		why := "the verification was interrupted"
		if o.ctx.Err() == nil {
			why = err.Error()
			err = fmt.Errorf("revision %s: %w", l.m.ID, err)
		}
		o.deaf = !o.unmade(l.res, o.migrations[l.number:], why, o.yield)
		return err
	}
	if !o.opt.wanted(l.m) {
		return nil
	}
	o.ended = l.number == len(o.migrations)-1 || o.opt.FailFast && l.res.Outcome != finding.Passed && l.res.Outcome != finding.Skipped
	if o.ended {
		l.res.Resumed = ""
	}
	if !o.yield(l.res, nil) {
		o.ended, o.deaf = true, true
	}
	return nil
}
