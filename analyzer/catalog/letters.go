package catalog

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// charsetBytes are the most bytes that a character takes in the character sets of
// MySQL's that are not of one byte.
var charsetBytes = map[string]int{
	"utf8": 3, "utf8mb3": 3, "utf8mb4": 4, "ucs2": 2, "utf16": 4, "utf16le": 4, "utf32": 4, "gb18030": 4, "gbk": 2, "gb2312": 2, "big5": 2, "sjis": 2, "cp932": 2,
	"euckr": 2, "ujis": 3, "eucjpms": 3,
}

func bytesOf(charset string) int { return max(charsetBytes[charset], 1) }

// charsetOf is the character set of a column of MySQL's; "" if it is the server's.
func charsetOf(t *Table, c *Column) string {
	_, own, _ := strings.Cut(c.Type.text(), " charset ")
	own, _, _ = strings.Cut(own, " ")
	return first(own, t.Options["charset"])
}

// unwritable reports whether a text has a character that a character set surely has
// not.
func unwritable(text, charset string) bool {
	last := rune(utf8.MaxRune)
	switch {
	case charset == "":
	case bytesOf(charset) == 1 && charset != "binary":
		last = 0x2122 // the trade mark, the last one of most
	case charset == "utf8", charset == "utf8mb3", charset == "ucs2":
		last = 0xffff
	}
	return strings.IndexFunc(text, func(r rune) bool { return r > last }) >= 0
}

// recollated gives up what a column has that is part of a key and gets another
// collation: in that, keys may not be apart any more. In one that compares bytes
// they are.
func (s *State) recollated(t *Table, i int, collate string) {
	name := t.Columns[i].Name
	if strings.HasSuffix(collate, "_bin") || !slices.ContainsFunc(t.keys(), func(k *Constraint) bool {
		return slices.ContainsFunc(k.Columns, func(n string) bool { return s.sameName(n, name) })
	}) {
		return
	}
	s.giveUpRows("rows: whether keys of " + s.fold(t.Name) + "." + name + " are apart in another collation is not known")
	for j, r := range t.Rows {
		if i < len(r.Cells) {
			cells := slices.Clone(r.Cells)
			cells[i] = anything
			t.setRow(j, r.with(cells))
		}
	}
}

// longerText is the type that MySQL makes of a text whose characters get longer.
var longerText = map[string]string{"tinytext": "text", "text": "mediumtext", "mediumtext": "longtext"}

// mysqlOption sets an option of a table that means more than its text.
func (s *State) mysqlOption(t *Table, a *sqlread.Option) (done bool, err error) {
	switch a.Key {
	case "engine":
		return false, s.engineFree(t, a.Value)
	case "charset":
		delete(t.Options, "collate") // it is that of the character set, until told
	case "convert":
		s.convertLetters(t, a.Value)
		return true, nil
	}
	return false, nil
}

// engineFree fails if a table with foreign keys is to get an engine that has none.
func (s *State) engineFree(t *Table, engine string) error {
	if keepsReferences(engine) || s.Tainted != "" {
		return nil
	}
	held := len(s.referencing(s.fold(t.Name))) > 0
	for _, c := range t.Constraints {
		held = held || c.Kind == "foreign"
	}
	if held {
		return failf("IntegrityError", t.Name.String(), "Cannot change the engine of table '%s': it takes part in a foreign key", t.Name)
	}
	return nil
}

// convertLetters is CONVERT TO CHARACTER SET: all texts get the letters of the table,
// and a longer type where they need more room, which does not shrink again.
func (s *State) convertLetters(t *Table, text string) {
	words := strings.Fields(strings.ReplaceAll(text, "=", " "))
	charset, collate := "", ""
	for i := 0; i+1 < len(words); i++ {
		switch words[i] {
		case "set", "charset":
			charset = strings.Trim(words[i+1], "'")
		case "collate":
			collate = strings.Trim(words[i+1], "'")
		}
	}
	if charset == "" || charset == "default" {
		s.Taint("sql: CONVERT TO of the server's character set")
		return
	}
	for i, c := range t.Columns {
		ty, ok := s.parseType(c.Type.text())
		if !ok || !isText(s.typeOf(c.Type.text())) && !strings.HasPrefix(ty.Name, "set") {
			continue
		}
		name, own, _ := strings.Cut(ty.Name, " charset ")
		from := first(own, t.Options["charset"])
		if to := longerText[name]; to != "" && from != "" && bytesOf(charset) > bytesOf(from) {
			name = to
		}
		ty.Name = name
		d := t.ownColumn(i)
		s.recollated(t, i, collate)
		if c.Collate.text() == collate && first(own, t.Options["charset"]) == charset {
			continue
		}
		d.Type, d.Collate = attr(canonType(ty, s.Dialect)), attr("")
		s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+d.Name, "type "+c.Type.text()+" -> "+d.Type.text(), "type")
	}
	t.Options["charset"] = charset
	if delete(t.Options, "collate"); collate != "" {
		t.Options["collate"] = collate
	}
	s.emitTable(ObjectAltered, t, "table "+s.fold(t.Name), "charset")
}

func isText(ti typeInfo) bool { return ti.class == classText || ti.class == classEnum }
