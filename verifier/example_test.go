package verifier_test

import (
	"context"
	"fmt"
	"log"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/verifier"
)

// The round trip of every revision of a project, from a Go test of another one.
func Example() {
	ctx := context.Background()
	project, err := script.Find(script.FindOptions{Path: "../testdata/histories/blog"})
	if err != nil {
		log.Fatal(err)
	}
	env, err := opshim.Open(ctx, project, opshim.Options{Dialect: "sqlite", Online: true})
	if err != nil {
		log.Fatal(err)
	}
	migrations, err := verifier.Migrations(env)
	if err != nil {
		log.Fatal(err)
	}
	options := verifier.Options{Database: "sqlite"}
	options.Configure(env)
	for result, err := range verifier.Verify(ctx, migrations, options) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(result.Revision, result.Verdict)
	}
	// Output:
	// 4f1c09a7d2e1 lossless
	// 9b2d6e30c58f lossless
	// c7705ab1e94d lossless
	// d18e4c62f0a3 schema-only
	// e6a93f7b10c5 lossless
}
