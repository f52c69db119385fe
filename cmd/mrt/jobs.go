package main

import (
	"context"
	"iter"
	"slices"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/verifier"
	"github.com/urfave/cli/v2"
)

// leastTrips is how many trips a further job must have: below, its interpreter
// and its database cost more than it saves.
const leastTrips = 50

// A job makes the trips of one part of the history, with an interpreter and a
// scratch database of its own.
type job struct {
	migrations []*verifier.Migration
	options    verifier.Options
	trips      int                  // how many it makes at most
	made       func(finding.Result) // called for each result; may be nil
}

// watch lets the progress follow the job.
func (j *job) watch(p *progress) {
	j.options.Watch = func(id string, stage finding.Stage) { p.enter(id, stage.String()) }
	j.made = func(res finding.Result) { p.step(res.Revision, res.Outcome.String()) }
}

// results runs the job.
func (j *job) results(ctx context.Context) iter.Seq2[finding.Result, error] {
	return func(yield func(finding.Result, error) bool) {
		for res, err := range verifier.Verify(ctx, j.migrations, j.options) {
			if err == nil && j.made != nil {
				j.made(res)
			}
			if !yield(res, err) {
				return
			}
		}
	}
}

// divide cuts the trips that are wanted into jobs; trips is how many they are.
func (p *proving) divide(c *cli.Context, env environment, r *reporting, run *report.Run) (jobs []*job, trips int, err error) {
	order, err := p.env.History.Order()
	if err != nil {
		return nil, 0, err
	}
	wanted, err := r.wanted(p.env.History)
	if err != nil {
		return nil, 0, err
	}
	from, to := len(order), 0
	for i, rev := range order {
		if wanted == nil || wanted[rev.ID] {
			from, to = min(from, i), i+1
			trips++
		}
	}
	start, err := p.start(p.env)
	if err != nil {
		return nil, 0, err
	}
	ends := []int{to}
	var division *verifier.Division
	n := p.jobs(c, trips)
	relay := n > 1 && !p.fromModels() && verifier.HandsOver(p.url)
	switch {
	case n == 1 || relay:
	case p.fromModels():
		ends = verifier.Cut(from, to, n)
	default:
		ends = slices.Repeat(ends, n)
		division = verifier.Divide(idsOf(order[from:to]), n)
	}
	for k, end := range ends {
		j, err := p.job(c, env, run, k > 0, order)
		if err != nil {
			return nil, 0, err
		}
		j.trips, j.options.Start, j.options.Detail = trips, start, r.detailed()
		if wanted != nil || len(ends) > 1 {
			j.options.Only = chosen(wanted, order[min(from, end):end])
		}
		if division != nil {
			j.options.Part = division.Part(k)
		} else {
			from = end
		}
		jobs = append(jobs, j)
	}
	if relay {
		jobs[0].options.Further, err = p.further(c.Context, n-1, order)
	}
	return jobs, trips, err
}

// further are the migrations for jobs that take trips over.
func (p *proving) further(ctx context.Context, n int, order []*script.Revision) ([][]*verifier.Migration, error) {
	all := make([][]*verifier.Migration, n)
	for i := range all {
		e, err := p.env.Fork(ctx)
		if err != nil {
			return nil, err
		}
		if all[i], err = verifier.Migrations(e, order...); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// job makes one, with an interpreter of its own if it is not the first.
func (p *proving) job(c *cli.Context, env environment, run *report.Run, further bool, order []*script.Revision) (*job, error) {
	e := p.env
	if further {
		var err error
		if e, err = p.env.Fork(c.Context); err != nil {
			return nil, err
		}
	}
	migrations, err := verifier.Migrations(e, order...)
	if err != nil {
		return nil, err
	}
	j := &job{migrations: migrations, options: p.options(c, env)}
	if p.fromModels() {
		m, err := p.models(c.Context, e, run)
		if err != nil {
			return nil, err
		}
		j.options.Models = m.Create
	}
	return j, nil
}

// chosen tells the revisions of a part that are wanted.
func chosen(wanted map[string]bool, part []*script.Revision) func(id string) bool {
	in := map[string]bool{}
	for _, rev := range part {
		in[rev.ID] = wanted == nil || wanted[rev.ID]
	}
	return func(id string) bool { return in[id] }
}

func idsOf(revs []*script.Revision) []string {
	ids := make([]string, len(revs))
	for i, rev := range revs {
		ids[i] = rev.ID
	}
	return ids
}

// jobs is how many jobs are worth their cost. What concerns the verification as
// a whole takes one: its first failure, the database at its end.
func (p *proving) jobs(c *cli.Context, trips int) int {
	if c.Bool("fail-fast") || c.Bool("keep") || !p.env.CanFork() {
		return 1
	}
	return max(1, min(c.Int("jobs"), trips/leastTrips))
}

// together runs the jobs side by side and gives their results in order, as one
// run would. An error comes after all results.
func together(ctx context.Context, jobs []*job) iter.Seq2[finding.Result, error] {
	if len(jobs) == 1 {
		return jobs[0].results(ctx)
	}
	return func(yield func(finding.Result, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		ends := make([]*end, len(jobs))
		for i, j := range jobs {
			ends[i] = j.start(ctx)
		}
		defer func() {
			cancel()
			for _, e := range ends {
				for range e.results { // until its database is dropped
				}
			}
		}()
		var first error
		for _, e := range ends {
			for res := range e.results {
				if !yield(res, nil) {
					return
				}
			}
			if first == nil {
				first = e.err
			}
		}
		if first != nil {
			yield(finding.Result{}, first)
		}
	}
}

// An end is where the results of a job come out. The error is there once the
// results have ended.
type end struct {
	results chan finding.Result
	err     error
}

// start runs a job on its own. Its results wait for whoever takes them, so that
// it never waits itself.
func (j *job) start(ctx context.Context) *end {
	e := &end{results: make(chan finding.Result, j.trips)}
	go func() {
		defer close(e.results)
		for res, err := range j.results(ctx) {
			if err != nil {
				e.err = err
				return
			}
			e.results <- res
		}
	}()
	return e
}

// ofShard leaves out what concerns a revision of another shard or beyond the
// range, and what concerns none where another shard reports it.
func (r *reporting) ofShard(findings []finding.Finding, h *script.History, wanted map[string]bool) []finding.Finding {
	if wanted == nil {
		return findings
	}
	return slices.DeleteFunc(findings, func(f finding.Finding) bool {
		rev, err := h.Revision(f.Revision)
		if err != nil || rev == nil {
			return r.shardI > 0
		}
		return !wanted[f.Revision]
	})
}
