package verifier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// keyed adds a key as MySQL writes it.
func (g *migrationMaker) keyed() (stepSpec, bool) {
	i := g.IntN(len(g.now.Columns))
	c := g.now.Columns[i]
	alter, n := "ALTER TABLE "+g.quoted()+" ", fmt.Sprintf("key_%d", g.made)
	column := g.quote(c.Name)
	part := column
	if long(c.Type) {
		part += "(9)"
	}
	switch g.IntN(6) {
	case 0:
		return both(alter+"ADD KEY "+n+" ("+part+")", alter+"DROP KEY "+n)
	case 1:
		return both(alter+"ADD UNIQUE "+n+" ("+part+")", alter+"DROP INDEX "+n)
	case 2:
		if !textual(c.Type) || c.Type.Enum != nil || c.Type.Kind == "SET" {
			return stepSpec{}, false
		}
		return both(alter+"ADD FULLTEXT KEY "+n+" ("+column+")", alter+"DROP KEY "+n)
	case 3:
		return both(alter+"ADD INDEX ("+part+")", alter+"DROP INDEX "+column)
	case 4:
		if g.dialect == "mysql" {
			return stepSpec{}, false
		}
		k := slices.IndexFunc(g.now.Parts, func(p partSpec) bool { return p.Kind == "index" || p.Kind == "unique" })
		if k < 0 {
			return stepSpec{}, false
		}
		was := fmt.Sprintf("%s_%d", g.now.Parts[k].Kind, k)
		g.now.Parts = slices.Clone(g.now.Parts[:k]) // those behind it have names by their place
		return both(alter+"RENAME INDEX "+was+" TO "+n, alter+"RENAME INDEX "+n+" TO "+was)
	}
	return both(alter+"ADD INDEX "+n+" ("+part+") USING BTREE", alter+"DROP INDEX "+n)
}

// foreignIndex makes a foreign key whose index the server makes as well.
func (g *migrationMaker) foreignIndex() (stepSpec, bool) {
	i := slices.IndexFunc(g.now.Columns, func(c columnSpec) bool { return whole(c.Type) && c.Computed == "" })
	if i < 0 {
		return stepSpec{}, false
	}
	c := g.now.Columns[i]
	ref := map[string]string{"Integer": "i", "BigInteger": "b", "SmallInteger": "s"}[c.Type.Kind]
	alter, n := "ALTER TABLE "+g.quoted()+" ", fmt.Sprintf("fk_%d", g.made)
	up := alter + "ADD CONSTRAINT " + n + " FOREIGN KEY (" + g.quote(c.Name) + ") REFERENCES parent (" + ref + ")"
	down := alter + "DROP FOREIGN KEY " + n
	switch g.IntN(4) {
	case 0:
		up += " ON DELETE CASCADE ON UPDATE NO ACTION"
	case 1:
		down += ", DROP KEY " + n
	case 2:
		down = alter + "DROP CONSTRAINT " + n
	}
	return both(up, down)
}

// severalActions is one statement that changes several things.
func (g *migrationMaker) severalActions() (stepSpec, bool) {
	n := fmt.Sprintf("both_%d", g.made)
	alter := "ALTER TABLE " + g.quoted() + " "
	first := g.quote(g.now.Columns[0].Name)
	return both(alter+"ADD COLUMN "+n+" INT UNSIGNED NOT NULL DEFAULT 3 AFTER "+first+", ADD KEY "+n+" ("+n+"), COMMENT = 'two'",
		alter+"DROP KEY "+n+", DROP COLUMN "+n+", COMMENT = "+mysqlString(g.now.Comment))
}

func (g *migrationMaker) trigger() (stepSpec, bool) {
	n := fmt.Sprintf("trigger_%d", g.made)
	down := "DROP TRIGGER " + n
	if g.one(4) {
		down = "SELECT 1"
	}
	return both("CREATE TRIGGER "+n+" BEFORE INSERT ON "+g.quoted()+" FOR EACH ROW SET @seen = 1", down)
}

func (g *migrationMaker) likeAnother() (stepSpec, bool) {
	n := fmt.Sprintf("like_%d", g.made)
	if g.one(2) {
		return both("CREATE TABLE "+n+" LIKE "+g.quoted(), "DROP TABLE "+n)
	}
	c := g.quote(g.now.Columns[0].Name)
	return both("CREATE TABLE "+n+" (id INT PRIMARY KEY AUTO_INCREMENT) SELECT "+c+" FROM "+g.quoted(), "DROP TABLE "+n)
}

// anySQLMode narrows a column where the server cuts off what does not fit.
func (g *migrationMaker) anySQLMode() (stepSpec, bool) {
	i := g.picked(func(c columnSpec) bool { return textual(c.Type) && c.Default == "" && c.SQL == "" || whole(c.Type) })
	if i < 0 {
		return stepSpec{}, false
	}
	size := 3
	to := schema.Type{Kind: "String", Length: &size}
	if whole(g.now.Columns[i].Type) {
		to = schema.Type{Kind: "TINYINT", Dialect: "mysql"}
	}
	s, ok := g.retyped(i, to)
	g.mode = []stepSpec{{Up: sqlOf("SET SESSION sql_mode = ''")}}
	return s, ok
}

// defaultAlone changes nothing but a default.
func (g *migrationMaker) defaultAlone() (stepSpec, bool) {
	i := g.picked(func(c columnSpec) bool { return whole(c.Type) })
	if i < 0 {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	alter := "ALTER TABLE " + g.quoted() + " ALTER " + g.quote(c.Name)
	down := alter + " DROP DEFAULT"
	switch {
	case c.SQL != "":
		down = alter + " SET DEFAULT " + c.SQL
	case c.Default != "":
		down = alter + " SET DEFAULT '" + c.Default + "'"
	}
	if g.one(2) {
		c.Default, c.SQL = "", ""
		return both(alter+" DROP DEFAULT", down)
	}
	c.Default, c.SQL = "12", ""
	return both(alter+" SET DEFAULT 12", down)
}

// upsert writes rows in ways of MySQL's own.
func (g *migrationMaker) upsert() (stepSpec, bool) {
	var names, values []string
	for _, c := range g.now.Columns {
		if lit := literalFor(c.Type); c.Computed == "" && lit != "" {
			names, values = append(names, g.quote(c.Name)), append(values, lit)
		}
	}
	if len(names) == 0 {
		return stepSpec{}, false
	}
	sql := g.quoted() + " (" + strings.Join(names, ", ") + ") VALUES (" + strings.Join(values, ", ") + ")"
	down := "DELETE FROM " + g.quoted() + " WHERE " + names[0] + " = " + values[0]
	if g.one(3) {
		down += " LIMIT 1"
	}
	switch g.IntN(3) {
	case 0:
		return both("INSERT IGNORE INTO "+sql, down)
	case 1:
		return both("REPLACE INTO "+sql, down)
	}
	return both("INSERT INTO "+sql+" ON DUPLICATE KEY UPDATE "+names[0]+" = VALUES("+names[0]+")", down)
}

// computedFrom adds a column that is computed from another.
func (g *migrationMaker) computedFrom() (stepSpec, bool) {
	if g.dialect == "mysql" {
		return stepSpec{}, false
	}
	i := slices.IndexFunc(g.now.Columns, func(c columnSpec) bool {
		// Texts of other letters than the table's need a conversion, which may not stand here.
		return (whole(c.Type) || textual(c.Type) && c.Type.Charset == "" && g.now.Options.Text(g.dialect+"_charset") == "") && c.Computed == ""
	})
	if i < 0 {
		return stepSpec{}, false
	}
	c := g.now.Columns[i]
	n := fmt.Sprintf("computed_%d", g.made)
	sql := "VARCHAR(300) AS (concat(" + g.quote(c.Name) + ", '-'))"
	if whole(c.Type) {
		sql = "BIGINT AS (" + g.quote(c.Name) + " + 1)"
	}
	sql += []string{"", " STORED", " PERSISTENT", " VIRTUAL"}[g.IntN(4)]
	return both("ALTER TABLE "+g.quoted()+" ADD "+n+" "+sql, "ALTER TABLE "+g.quoted()+" DROP "+n)
}
