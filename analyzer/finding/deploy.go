package finding

import "strings"

// OfDeploy reports whether a code is about a rolling deploy: the release before,
// which still runs, on the schema after the upgrade.
func (c Code) OfDeploy() bool { return strings.HasPrefix(string(c), "MRT70") }

// DeploySeverities are the severities of these codes for those who deploy so and
// ask for them. They are those of pytest-mrt's --check-compat.
func DeploySeverities() map[Code]Severity {
	out := map[Code]Severity{}
	for _, info := range codeTable {
		if info.Code.OfDeploy() {
			out[info.Code] = Error
		}
	}
	out["MRT705"] = Warning
	return out
}
