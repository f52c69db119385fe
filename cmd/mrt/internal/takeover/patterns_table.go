package takeover

import "github.com/mrt-tools/mrt/analyzer/finding"

// patterns are the names that pytest-mrt 1.9.1 gives its findings, which are the
// keys of severity_overrides, with their codes.
func patterns() map[string]finding.Code {
	return map[string]finding.Code{
		"Missing downgrade":                          "MRT101",
		"No-op downgrade":                            "MRT102",
		"Data transform without reverse":             "MRT103",
		"Raw SQL (op.execute)":                       "MRT104",
		"context.execute without reverse":            "MRT105",
		"bulk_insert without reverse":                "MRT106",
		"DROP COLUMN in upgrade":                     "MRT201",
		"DROP TABLE in upgrade":                      "MRT202",
		"TRUNCATE":                                   "MRT203",
		"CASCADE DELETE":                             "MRT204",
		"DROP FOREIGN KEY without restore":           "MRT205",
		"DROP COLUMN in batch_alter_table":           "MRT206",
		"DROP VIEW without reverse":                  "MRT207",
		"Multi-step destructive migration":           "MRT208",
		"SET NOT NULL on existing column":            "MRT213",
		"rename_table without reverse":               "MRT301",
		"rename_column without reverse":              "MRT302",
		"Column type change":                         "MRT303",
		"ENUM value added":                           "MRT304",
		"NOT NULL without default":                   "MRT401",
		"NOT NULL without reverting nullable":        "MRT402",
		"NOT NULL via raw SQL without reverse":       "MRT403",
		"ADD COLUMN with volatile DEFAULT":           "MRT404",
		"ADD COLUMN with server_default":             "MRT405",
		"UNIQUE constraint on existing data":         "MRT406",
		"INDEX without CONCURRENTLY":                 "MRT407",
		"DROP INDEX without reverse":                 "MRT408",
		"DROP CONSTRAINT without reverse":            "MRT409",
		"DROP CONSTRAINT in batch_alter_table":       "MRT410",
		"SEQUENCE modification":                      "MRT501",
		"CREATE TRIGGER without DROP TRIGGER":        "MRT502",
		"CREATE TYPE without DROP TYPE":              "MRT503",
		"DROP COLUMN during rolling deploy":          "MRT701",
		"RENAME COLUMN during rolling deploy":        "MRT702",
		"DROP TABLE during rolling deploy":           "MRT703",
		"ADD NOT NULL column without server_default": "MRT704",
		"Column type change during rolling deploy":   "MRT705",
		"Multiple heads":                             "MRT901",
		"Syntax error":                               "MRT902",
	}
}
