package live

// batch is how many tuples are evaluated in one query.
const batch = 100

// Batched evaluates a check over tuples, many in one query by eval, or one by
// one where a value makes the query fail: such a tuple does not hold. The error
// is the database's where it fails for each tuple of a query, else ours.
func Batched(tuples [][]any, eval func([][]any) ([]bool, error)) ([]bool, error) {
	out := make([]bool, len(tuples))
	for from := 0; from < len(tuples); from += batch {
		part := tuples[from:min(len(tuples), from+batch)]
		ok, err := eval(part)
		if err == nil {
			copy(out[from:], ok)
			continue
		}
		if _, is := AsFailure(err); !is {
			return nil, err
		}
		failed := 0
		for i := range part {
			ok, err := eval(part[i : i+1])
			if err != nil {
				failed++
				continue
			}
			out[from+i] = ok[0]
		}
		if failed == len(part) {
			return nil, err
		}
	}
	return out, nil
}
