package syntax

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"
)

// charNames maps the names of Unicode to characters; made on first use.
var charNames = sync.OnceValue(func() map[string]rune {
	names := make(map[string]rune, 36000)
	for r := rune(0); r < 0xe01f0; r++ {
		if r >= 0x3400 && r <= 0x4dbf || r >= 0x4e00 && r <= 0x9fff || r >= 0xac00 && r <= 0xf8ff || r >= 0x20000 && r < 0xe0000 {
			if !(r >= 0x2f800 && r < 0x2fa20) && !(r >= 0xd7b0 && r < 0xd800) {
				continue
			}
		}
		if name := runenames.Name(r); name != "" && name[0] != '<' {
			names[name] = r
		}
	}
	for name, r := range charAliases() {
		names[name] = r
	}
	return names
})

// RuneByName finds a character by its Unicode name or alias, in any case.
func RuneByName(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := charNames()[name]; ok {
		return r, true
	}
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		v, err := strconv.ParseUint(hex, 16, 32)
		r := rune(v)
		return r, err == nil && (len(hex) == 4 || len(hex) == 5) && r <= utf8.MaxRune && strings.HasPrefix(runenames.Name(r), "<CJK Ideograph")
	}
	if syllable, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangul(syllable)
	}
	return 0, false
}

// hangul composes a syllable from the names of its parts.
func hangul(name string) (rune, bool) {
	lead, name := longestPrefix(name, "G GG N D DD R M B BB S SS  J JJ C K T P H")
	vowel, name := longestPrefix(name, "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I")
	tail, name := longestPrefix(name, " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H")
	if lead < 0 || vowel < 0 || tail < 0 || name != "" {
		return 0, false
	}
	return rune(0xac00 + (lead*21+vowel)*28 + tail), true
}

// longestPrefix returns which of the words is the longest prefix of s, and
// the rest; -1 if none.
func longestPrefix(s, words string) (int, string) {
	best, size := -1, -1
	for i, w := range strings.Split(words, " ") {
		if strings.HasPrefix(s, w) && len(w) > size {
			best, size = i, len(w)
		}
	}
	return best, s[max(size, 0):]
}
