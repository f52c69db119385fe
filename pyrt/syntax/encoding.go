package syntax

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

var codingComment = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)
var blankLine = regexp.MustCompile(`^[ \t\f]*(?:#.*)?$`)

// decodeSource returns the bytes of a file as UTF-8. With an error it returns
// what could be decoded.
func decodeSource(raw []byte) ([]byte, *Error) {
	text, bom := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf"))
	name := codingName(text)
	fault := func(kind, format string, args ...any) ([]byte, *Error) {
		return bytes.ToValidUTF8(text, []byte("\ufffd")), &Error{Kind: kind, Msg: fmt.Sprintf(format, args...)}
	}
	plain := plainName(name)
	if bom && plain != "utf-8" && plain != "" {
		return fault("SyntaxError", "encoding problem: %s with BOM", plain)
	}
	switch plain {
	case "", "utf-8":
		if i := invalidUTF8(text); i >= 0 {
			line := 1 + bytes.Count(normalizeNewlines(text[:i]), []byte{'\n'})
			return fault("SyntaxError", "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; "+
				"see https://peps.python.org/pep-0263/ for details", text[i], line)
		}
		return text, nil
	case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us":
		for i, c := range text {
			if c >= utf8.RuneSelf {
				return fault("SyntaxError", "'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", c, i)
			}
		}
		return text, nil
	case "iso-8859-1":
		return decodeBytes(text, func(c byte) rune { return rune(c) }), nil
	}
	table := codePage(plain)
	if table == nil {
		return fault("SyntaxError", "unknown encoding: %s", name)
	}
	for i, c := range text {
		if pageRune(table, plain, c) == utf8.RuneError {
			return fault("SyntaxError", "'charmap' codec can't decode byte 0x%02x in position %d: character maps to <undefined>", c, i)
		}
	}
	return decodeBytes(text, func(c byte) rune { return pageRune(table, plain, c) }), nil
}

// codingName finds the encoding that a comment in line one or two names.
func codingName(text []byte) string {
	for range 2 {
		line := text
		end := bytes.IndexAny(text, "\r\n")
		if end >= 0 {
			line = text[:end]
		}
		if m := codingComment.FindSubmatch(line); m != nil {
			return string(m[1])
		}
		if end < 0 || !blankLine.Match(line) {
			return ""
		}
		if bytes.HasPrefix(text[end:], []byte("\r\n")) {
			end++
		}
		text = text[end+1:]
	}
	return ""
}

// plainName brings the many spellings of an encoding to one.
func plainName(name string) string {
	s := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	for _, alias := range []struct{ name, plain string }{
		{"utf-8", "utf-8"}, {"latin-1", "iso-8859-1"}, {"iso-8859-1", "iso-8859-1"}, {"iso-latin-1", "iso-8859-1"},
	} {
		if s == alias.name || strings.HasPrefix(s, alias.name+"-") {
			return alias.plain
		}
	}
	switch s {
	case "utf8", "u8", "utf", "cp65001", "utf8-ucs2", "utf8-ucs4":
		return "utf-8"
	case "latin1", "latin", "l1", "iso8859-1", "8859", "cp819":
		return "iso-8859-1"
	}
	return s
}

// codePage returns the table of a one-byte encoding, or nil.
func codePage(name string) *charmap.Charmap {
	name = strings.NewReplacer("windows-", "cp", "iso8859", "iso-8859", "koi8r", "koi8-r", "koi8u", "koi8-u").Replace(name)
	for _, page := range []struct {
		name  string
		table *charmap.Charmap
	}{
		{"cp437", charmap.CodePage437}, {"cp850", charmap.CodePage850}, {"cp852", charmap.CodePage852},
		{"cp855", charmap.CodePage855}, {"cp858", charmap.CodePage858}, {"cp860", charmap.CodePage860},
		{"cp862", charmap.CodePage862}, {"cp863", charmap.CodePage863}, {"cp865", charmap.CodePage865},
		{"cp866", charmap.CodePage866}, {"cp874", charmap.Windows874}, {"cp1250", charmap.Windows1250},
		{"cp1251", charmap.Windows1251}, {"cp1252", charmap.Windows1252}, {"cp1253", charmap.Windows1253},
		{"cp1254", charmap.Windows1254}, {"cp1255", charmap.Windows1255}, {"cp1256", charmap.Windows1256},
		{"cp1257", charmap.Windows1257}, {"cp1258", charmap.Windows1258}, {"iso-8859-2", charmap.ISO8859_2},
		{"latin-2", charmap.ISO8859_2}, {"latin2", charmap.ISO8859_2}, {"iso-8859-3", charmap.ISO8859_3},
		{"iso-8859-4", charmap.ISO8859_4}, {"iso-8859-5", charmap.ISO8859_5}, {"iso-8859-6", charmap.ISO8859_6},
		{"iso-8859-7", charmap.ISO8859_7}, {"iso-8859-8", charmap.ISO8859_8}, {"iso-8859-9", charmap.ISO8859_9},
		{"iso-8859-10", charmap.ISO8859_10}, {"iso-8859-13", charmap.ISO8859_13}, {"iso-8859-14", charmap.ISO8859_14},
		{"iso-8859-15", charmap.ISO8859_15}, {"latin-9", charmap.ISO8859_15}, {"iso-8859-16", charmap.ISO8859_16},
		{"greek", charmap.ISO8859_7}, {"cyrillic", charmap.ISO8859_5}, {"arabic", charmap.ISO8859_6},
		{"hebrew", charmap.ISO8859_8}, {"koi8-r", charmap.KOI8R}, {"koi8-u", charmap.KOI8U}, {"mac-roman", charmap.Macintosh}, {"macroman", charmap.Macintosh},
	} {
		if page.name == name {
			return page.table
		}
	}
	return nil
}

// pageRune decodes one byte. The tables follow the web's encodings, which
// differ from Python's in the control characters of the upper half.
func pageRune(table *charmap.Charmap, name string, c byte) rune {
	r := table.DecodeByte(c)
	if c < 0x80 || c > 0x9f {
		return r
	}
	if strings.HasPrefix(name, "iso") || strings.HasPrefix(name, "latin") {
		return rune(c)
	}
	if r == rune(c) {
		return utf8.RuneError
	}
	return r
}

func decodeBytes(text []byte, decode func(byte) rune) []byte {
	out := make([]byte, 0, len(text)+len(text)/8)
	for _, c := range text {
		out = utf8.AppendRune(out, decode(c))
	}
	return out
}

// CodePage gives a one-byte encoding by any of its names: its name in Python's
// registry and what each byte means, utf8.RuneError where it means nothing;
// nil for encodings that are not of this kind or not known.
func CodePage(name string) (string, func(c byte) rune) {
	plain := plainName(strings.ReplaceAll(name, " ", "_"))
	table := codePage(plain)
	if table == nil {
		return "", nil
	}
	return pageName(plain), func(c byte) rune { return pageRune(table, plain, c) }
}

// pageName is what codecs.lookup calls a code page.
func pageName(plain string) string {
	switch plain {
	case "latin-2", "latin2":
		return "iso8859-2"
	case "latin-9":
		return "iso8859-15"
	case "greek":
		return "iso8859-7"
	case "cyrillic":
		return "iso8859-5"
	case "arabic":
		return "iso8859-6"
	case "hebrew":
		return "iso8859-8"
	case "macroman":
		return "mac-roman"
	}
	return strings.NewReplacer("windows-", "cp", "iso-8859", "iso8859").Replace(plain)
}
