package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// key is what two findings must share to be the same in a baseline.
//
// Why not the message: sentences get better from version to version, and a
// baseline should survive that. Why not the line: code above it moves.
func (f Finding) key() string {
	return strings.Join([]string{string(f.Code), f.Revision, f.Object, f.Database}, "\x00")
}

// fingerprint turns a key into 16 hex digits; nth counts earlier findings
// with the same key, in the order of the report.
func fingerprint(key string, nth int) string {
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(nth)))
	return hex.EncodeToString(sum[:8])
}
