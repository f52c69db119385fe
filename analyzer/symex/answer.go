package symex

import (
	"fmt"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/pyrt"
)

// Limits of a loop around one statement.
const (
	maxSame  = 1000 // executions of the same statement in one run
	freeAsks = 3    // those whose questions are choices; later ones turn the loop round
)

// ask is a statement with its parameters, and what came of it.
type ask struct {
	times int
	roots []int // the results that nobody knows, in order
}

// again counts a statement that the script executes and whose result it may
// read. A script that executes the same one without end waits for rows that are
// not there.
func (b *backend) again(e opshim.Execution) (*ask, error) {
	key := fmt.Sprint(e.At.Start)
	for _, st := range b.rec.last().stmts {
		key += st.st.Text + fmt.Sprint(st.st.Params)
	}
	k := b.asked[key]
	if k == nil {
		if b.asked == nil {
			b.asked = map[string]*ask{}
		}
		k = &ask{}
		b.asked[key] = k
	}
	if k.times++; k.times > maxSame {
		return nil, &undecidable{"paths: a loop that does not end on the rows that are looked at"}
	}
	return k, nil
}

// answer turns a result into rows for the script, or into an Unknown.
func (b *backend) answer(r *catalog.Result, e opshim.Execution, k *ask) opshim.Answer {
	a := opshim.Answer{Columns: r.Columns, RowsAffected: int64(r.Affected)}
	if r.Unknown != "" {
		b.rec.spoiled = true
		a.Unknown = b.unknownOf(e, "rows: "+r.Unknown, k)
		return a
	}
	if r.Unsure {
		b.rec.spoiled = true
		a.Count = b.unknownOf(e, "rows: how many rows a statement changes is not known", k).derive("value")
	}
	known, ok := b.rows(r)
	if !ok {
		b.rec.spoiled = true
		known.Rows = b.holes(r, b.unknownOf(e, "rows: a value that the script reads is not known", k))
	}
	a.Rows = known.Rows
	if r.Origins != nil {
		a.Seen = func(n int) { b.look(r, n) }
	}
	return a
}

// look notes the witnesses that the script looks at: it may fail on them.
func (b *backend) look(r *catalog.Result, n int) {
	if n >= len(r.Origins) || len(r.Origins[n]) == 0 {
		return
	}
	b.path.Looked = r.Origins[n]
	b.path.LookedAll = r.Origins
}

// unknownOf makes an Unknown for a result of a statement.
func (b *backend) unknownOf(e opshim.Execution, cause string, k *ask) *Unknown {
	u := b.unknown(e.At, cause)
	k.roots = append(k.roots, u.root)
	if n := len(k.roots); n > freeAsks {
		if b.turned == nil {
			b.turned = map[int]int{}
		}
		b.turned[u.root] = k.roots[n-2]
	}
	return u
}

// turn answers a question about the result of a statement that the script has
// executed several times in the same way: otherwise than the last time, since
// the loop around it would not end. The body repeats itself by then.
func (b *backend) turn(root int) (answer, turned bool) {
	last, ok := b.turned[root]
	if !ok {
		return false, false
	}
	n := len(b.answered[root])
	if n >= len(b.answered[last]) {
		return true, true
	}
	return !b.answered[last][n], true
}

// holes are rows with an Unknown in place of each value that is not known.
func (b *backend) holes(r *catalog.Result, u *Unknown) [][]any {
	null := -1
	var out [][]any
	for _, row := range r.Rows {
		cells := make([]any, len(row))
		for i, v := range row {
			if x, ok := b.st.ToGo(v, typeOf(r, i)); ok {
				cells[i] = x
				continue
			}
			if v.Kind == catalog.Anything && null < 0 {
				// Whether they are NULL is one question for all, since "is None" asks none.
				yes, err := u.decide("are values NULL?")
				if null = 0; yes && err == nil {
					null = 1
				}
			}
			if v.Kind == catalog.Anything && null == 1 {
				continue
			}
			x := u.derive("value")
			x.content = v
			cells[i] = x
		}
		out = append(out, cells)
	}
	return out
}

// rows is a result as the script sees it; false if a value is not known.
func (b *backend) rows(r *catalog.Result) (opshim.Answer, bool) {
	a := opshim.Answer{Columns: r.Columns, RowsAffected: int64(r.Affected)}
	for _, row := range r.Rows {
		out := make([]any, len(row))
		for i, v := range row {
			x, ok := b.st.ToGo(v, typeOf(r, i))
			if !ok {
				return a, false
			}
			out[i] = x
		}
		a.Rows = append(a.Rows, out)
	}
	if a.Rows == nil && r.Columns != nil {
		a.Rows = [][]any{}
	}
	return a, true
}

func typeOf(r *catalog.Result, i int) string {
	if i < len(r.Types) {
		return r.Types[i]
	}
	return ""
}

// StandFor implements opshim.StandIn: a value that nobody knows. What a call
// does is not known either.
func (b *backend) StandFor(m *opshim.MissingPackage, called bool) pyrt.Value {
	b.rec.spoiled = true
	if b.missing == nil {
		b.missing = m
	}
	if called {
		b.opaque("run: " + m.Error())
		b.path.Log.Effects++
	}
	u := b.unknown(b.lastAt(), "run: "+m.Error())
	u.kind = "value"
	return u
}
