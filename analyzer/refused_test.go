package analyzer

import (
	"errors"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/pyrt"
)

func TestRefused(t *testing.T) {
	compile := pyrt.NewClass(pyrt.ClassSpec{Name: "CompileError", Bases: []*pyrt.Type{pyrt.ExceptionClass}})
	tests := []struct {
		name string
		err  error
		want bool
	}{
		{"no form in the dialect", pyrt.Errorf(pyrt.NotImplementedError, "No support for ALTER of constraints in SQLite dialect."), true},
		{"no such syntax", &catalog.Failure{Class: "OperationalError", Message: `near "ALTER": syntax error`}, true},
		{"no name", pyrt.Errorf(compile, "CREATE INDEX requires that the index have a name"), true},
		{"columns that the state lacks", pyrt.Errorf(compile, "Unconsumed column names: a"), false},
		{"a table that may be there", &catalog.Failure{Class: "OperationalError", Message: "no such table"}, false},
		{"settings that are not known", pyrt.Errorf(pyrt.KeyError, "profile"), false},
		{"no exception", errors.New("time limit"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(tt.err); got != tt.want {
				t.Errorf("refused is %v", got)
			}
		})
	}
}
