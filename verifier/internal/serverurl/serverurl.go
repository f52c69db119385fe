// Package serverurl holds what the URLs of database servers have in common.
//
// It takes parts of a URL and returns them as they are meant. It refuses to know
// a database's own parameters.
package serverurl

import (
	"net/url"
	"strings"
)

// Unescape undoes percent signs; one that begins no escape stands for itself, as
// people write passwords.
func Unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := url.PathUnescape(s[i : i+3]); err == nil {
				b.WriteString(c)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
