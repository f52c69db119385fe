package pyrt

// What the standard library needs of the built-in types.

// Buffer gives the contents of a bytes-like object.
func Buffer(v Value) (string, bool) { return bufferOf(v) }

// CodePoints gives the code points of a string, lone surrogates included.
func CodePoints(s string) []rune { return codePoints(s) }

// FromCodePoints is the reverse of CodePoints.
func FromCodePoints(rs []rune) string { return fromCodePoints(rs) }

// IsASCII reports whether every code point of s is one byte.
func IsASCII(s string) bool { return isASCII(s) }

// IndexInt converts an integer-like object to an int: TypeError or
// OverflowError in CPython's words.
func IndexInt(t *Thread, v Value) (int, error) { return indexInt(t, v) }

// RealNumber converts a number-like object to a float64, as the functions of
// module math do: "must be real number, not str".
func RealNumber(t *Thread, v Value) (float64, error) {
	return realNumber(t, v, "must be real number, not %s")
}

// FloatRepr is repr(float).
func FloatRepr(f float64) string { s, _ := Float(f).Repr(nil); return s }

// DecodeBytes is bytes.decode(encoding, errors).
func DecodeBytes(t *Thread, data, encoding, errors string) (string, error) {
	return decodeBytes(t, data, encoding, errors)
}

// EncodingName gives the canonical name of an encoding that str.encode knows,
// "" for others.
func EncodingName(name string) string { return normalEncoding(name) }
