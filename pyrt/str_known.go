package pyrt

// Programs that look at a text one character after the other ask each time where
// the i-th code point is. A Thread remembers that of the last long texts.

// A knownText is what is known about one text.
type knownText struct {
	text  string
	ascii bool
	count int // code points
	// marks has the byte offset of every markEvery-th code point; none of ASCII.
	marks []int32
}

const (
	// knownFrom is the length in bytes from which remembering pays.
	knownFrom = 64
	markEvery = 64
)

// known gives what is known about a text of at least knownFrom bytes.
func (t *Thread) known(s string) *knownText {
	for i, k := range t.texts {
		if k != nil && len(k.text) == len(s) && k.text == s { // the same bytes, most often
			if i != 0 {
				t.texts[0], t.texts[i] = k, t.texts[0]
			}
			return k
		}
	}
	k := &knownText{text: s, ascii: isASCII(s), count: len(s)}
	if !k.ascii {
		k.count = 0
		for p := range len(s) {
			if s[p]&0xc0 != 0x80 {
				if k.count%markEvery == 0 {
					k.marks = append(k.marks, int32(p))
				}
				k.count++
			}
		}
	}
	copy(t.texts[1:], t.texts[:])
	t.texts[0] = k
	return k
}

// offset is the byte position of the i-th code point, 0 <= i <= count.
func (k *knownText) offset(i int) int {
	if k.ascii {
		return i
	}
	if i >= k.count {
		return len(k.text)
	}
	p := int(k.marks[i/markEvery])
	return p + byteOffset(k.text[p:], i%markEvery)
}

// points is len(s).
func (t *Thread) points(s string) int {
	if t == nil || len(s) < knownFrom {
		return pointCount(s)
	}
	return t.known(s).count
}

// substring is s[i:j] in code points, 0 <= i <= j <= len.
func (t *Thread) substring(s string, i, j int) string {
	if t == nil || len(s) < knownFrom {
		return substring(s, i, j)
	}
	k := t.known(s)
	return s[k.offset(i):k.offset(j)]
}

// charAt is s[i] in code points, 0 <= i < len.
func (t *Thread) charAt(s string, i int) Value {
	p := i
	switch {
	case t != nil && len(s) >= knownFrom:
		p = t.known(s).offset(i)
	case !isASCII(s):
		p = byteOffset(s, i)
	}
	return firstChar(s[p:])
}

// firstChar is the first code point of a text that is not empty.
func firstChar(s string) Value {
	if s[0] < 0x80 {
		return asciiChars[s[0]]
	}
	_, n := decodePoint(s)
	return Str(s[:n])
}

// asciiChars are the strings of one ASCII character.
var asciiChars = func() (out [0x80]Value) {
	var all [0x80]byte
	for i := range all {
		all[i] = byte(i)
	}
	text := string(all[:])
	for i := range out {
		out[i] = Str(text[i : i+1])
	}
	return out
}()
