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

// HostPort cuts host, host:port or [v6]:port, and a path of a socket as the host
// alone; false where the port is no number.
func HostPort(text string) (host, port string, ok bool) {
	host = text
	switch end := strings.IndexByte(text, ']'); {
	case strings.HasPrefix(text, "/"):
	case strings.HasPrefix(text, "[") && end > 0:
		host, port = text[1:end], strings.TrimPrefix(text[end+1:], ":")
	case strings.Count(text, ":") == 1:
		host, port, _ = strings.Cut(text, ":")
	}
	return Unescape(host), port, strings.Trim(port, "0123456789") == ""
}

// Params calls f for each key and value of a query.
func Params(query string, f func(key, value string) error) error {
	for _, pair := range strings.FieldsFunc(query, func(r rune) bool { return r == '&' || r == ';' }) {
		key, value, _ := strings.Cut(pair, "=")
		if err := f(Unescape(key), Unescape(strings.ReplaceAll(value, "+", " "))); err != nil {
			return err
		}
	}
	return nil
}
