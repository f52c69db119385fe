package report

import _ "embed"

// Schema is the JSON schema (draft 2020-12) of `--format json`. Every JSON
// report of the tests is validated against it.
//
//go:embed schema.json
var Schema string
