package pyrt

import "strings"

// utf8Need gives how many continuation bytes follow lead byte c and the range
// of the first of them; 0 for a byte that cannot begin a sequence.
func utf8Need(c byte) (n int, lo, hi byte) {
	lo, hi = 0x80, 0xbf
	switch {
	case c >= 0xc2 && c <= 0xdf:
		return 1, lo, hi
	case c >= 0xe0 && c <= 0xef:
		if c == 0xe0 {
			lo = 0xa0
		}
		if c == 0xed {
			hi = 0x9f
		}
		return 2, lo, hi
	case c >= 0xf0 && c <= 0xf4:
		if c == 0xf0 {
			lo = 0x90
		}
		if c == 0xf4 {
			hi = 0x8f
		}
		return 3, lo, hi
	}
	return 0, lo, hi
}

// decodeUTF8 decodes text that is not valid UTF-8, with CPython's positions
// and reasons.
func (c *codec) decodeUTF8(data string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(data); {
		lead := data[i]
		if lead < 0x80 {
			b.WriteByte(lead)
			i++
			continue
		}
		need, lo, hi := utf8Need(lead)
		end, reason := i+1, "invalid start byte"
		if need > 0 {
			for end < len(data) && end-i <= need && data[end] >= lo && data[end] <= hi {
				end++
				lo, hi = 0x80, 0xbf
			}
			if end-i == need+1 {
				b.WriteString(data[i:end])
				i = end
				continue
			}
			reason = "invalid continuation byte"
			if end >= len(data) {
				reason = "unexpected end of data"
			}
		}
		if c.errors == "surrogatepass" && lead == 0xed && i+2 < len(data) && data[i+1] >= 0xa0 && data[i+2]&0xc0 == 0x80 {
			b.WriteString(data[i : i+3])
			i += 3
			continue
		}
		repl, next, err := c.decodeFallback(data, i, end, "utf-8", reason)
		if err != nil {
			return "", err
		}
		b.WriteString(repl)
		i = next
	}
	return b.String(), nil
}
