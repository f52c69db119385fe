package settings

import _ "embed"

// Schema is the JSON schema (draft 2020-12) of mrt.toml, for editors. A test
// holds it against the keys that Read knows.
//
//go:embed schema.json
var Schema string
