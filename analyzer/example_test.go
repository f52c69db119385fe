package analyzer_test

import (
	"context"
	"fmt"
	"log"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// The prediction for every revision of a project, from a Go test of another one.
func Example() {
	ctx := context.Background()
	project, err := script.Find(script.FindOptions{Path: "../testdata/histories/blog"})
	if err != nil {
		log.Fatal(err)
	}
	env, err := opshim.Open(ctx, project, opshim.Options{})
	if err != nil {
		log.Fatal(err)
	}
	order, err := env.History.Order()
	if err != nil {
		log.Fatal(err)
	}
	for result, err := range analyzer.Check(ctx, env, order, analyzer.Options{}) {
		if err != nil {
			log.Fatal(err)
		}
		for _, f := range result.Findings {
			fmt.Println(f.Code, f.Message)
		}
	}
	// Output:
	// MRT201 column users.phone is dropped; the downgrade cannot restore its data (phone 'Alpha One' became NULL)
	// MRT701 column users.phone is dropped: statements of the release before, which still runs during a rolling deploy, fail
}
