package opshim

import (
	"context"
	"fmt"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// A Recorder is a Backend that keeps what it is told and knows nothing: no
// table exists, and a statement whose rows are wanted fails as unanswerable.
type Recorder struct {
	For        *sqlgen.Dialect
	Steps      []Step
	Executions []Execution
}

// Unanswerable is the error of a question to a database that is not there.
type Unanswerable struct{ Question string }

// Error names the question.
func (e *Unanswerable) Error() string {
	return "no database to ask: " + e.Question
}

// Dialect implements [Backend].
func (r *Recorder) Dialect() *sqlgen.Dialect { return r.For }

// Apply implements [Backend]: it keeps the step.
func (r *Recorder) Apply(_ context.Context, s Step) error {
	r.Steps = append(r.Steps, s)
	return nil
}

// Execute implements [Backend]: it keeps the statement and answers no rows.
func (r *Recorder) Execute(_ context.Context, e Execution) (Answer, error) {
	r.Executions = append(r.Executions, e)
	return Answer{}, nil
}

// Reflect implements [Backend]; it cannot answer.
func (r *Recorder) Reflect(_ context.Context, name schema.Name) (*schema.Table, error) {
	return nil, &Unanswerable{"reflection of table " + name.String()}
}

// Names implements [Backend]; it cannot answer.
func (r *Recorder) Names(_ context.Context, l Listing) ([]string, error) {
	return nil, &Unanswerable{fmt.Sprintf("names of kind %d", l.Kind)}
}
