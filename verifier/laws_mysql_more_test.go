package verifier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// The steps that only MySQL and MariaDB have.

func (g *migrationMaker) mysqlKinds() []func() (stepSpec, bool) {
	return []func() (stepSpec, bool){g.comment, g.tableComment, g.modify, g.modify, g.change, g.moved, g.numbered, g.labels, g.sign, g.fraction, g.letters, g.tableOption, g.tableOption,
		g.onUpdate, g.keyed, g.keyed, g.severalActions, g.trigger, g.likeAnother, g.anySQLMode, g.foreignIndex, g.defaultAlone, g.upsert, g.computedFrom}
}

// mysqlText says in SQL what directives say too.
func (g *migrationMaker) mysqlText() (stepSpec, bool) {
	t := g.quoted()
	n := fmt.Sprintf("raw_%d", g.made)
	switch g.IntN(4) {
	case 0:
		c := g.column(n, 5)
		c.Unique, c.Index = false, false
		g.now.Columns = append(g.now.Columns, c)
		return both("ALTER TABLE "+t+" ADD "+n+" "+g.definition(c), "ALTER TABLE "+t+" DROP "+n)
	case 1:
		to := "renamed_" + n
		was := g.now.Name
		g.now.Name = to
		return both("RENAME TABLE "+t+" TO "+to, "ALTER TABLE "+to+" RENAME AS "+g.quote(was))
	case 2:
		c := g.now.Columns[g.IntN(len(g.now.Columns))]
		key := g.quote(c.Name)
		if long(c.Type) {
			key += "(7)"
		}
		return both("CREATE INDEX "+n+" ON "+t+" ("+key+")", "DROP INDEX "+n+" ON "+t)
	}
	return both("CREATE TABLE "+n+" (id int unsigned NOT NULL AUTO_INCREMENT, v varchar(20) DEFAULT 'x' NOT NULL, at timestamp DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (id), KEY (v)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4", "DROP TABLE IF EXISTS "+n)
}

// modify writes a column anew with something else, and back: all of it, or without
// what is easily forgotten.
func (g *migrationMaker) modify() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	was := *c
	switch g.IntN(4) {
	case 0:
		c.NotNull = !c.NotNull && c.Type.Kind != "TIMESTAMP"
	case 1:
		c.Comment = "another"
	case 2:
		c.Type = g.mysqlType()
		c.Long = long(c.Type)
		c.Default, c.SQL = "", ""
	case 3:
		c.Default, c.SQL = "", ""
	}
	back := was
	switch g.IntN(6) {
	case 0:
		back.NotNull = false
	case 1:
		back.Default, back.SQL = "", ""
	case 2:
		back.Comment = ""
	}
	alter := "ALTER TABLE " + g.quoted() + " MODIFY " + g.quote(c.Name) + " "
	return both(alter+g.definition(*c), alter+g.definition(back))
}

func (g *migrationMaker) change() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	was, to := c.Name, fmt.Sprintf("changed_%d", g.made)
	c.Name = to
	alter := "ALTER TABLE " + g.quoted()
	if g.dialect == "mariadb" && g.one(3) {
		return both(alter+" RENAME COLUMN "+g.quote(was)+" TO "+to, alter+" RENAME COLUMN "+to+" TO "+g.quote(was))
	}
	return both(alter+" CHANGE "+g.quote(was)+" "+to+" "+g.definition(*c), alter+" CHANGE COLUMN "+to+" "+g.quote(was)+" "+g.definition(*c))
}

// moved puts a column elsewhere.
func (g *migrationMaker) moved() (stepSpec, bool) {
	i := g.loose()
	if i < 1 {
		return stepSpec{}, false
	}
	c := g.now.Columns[i]
	alter := "ALTER TABLE " + g.quoted() + " MODIFY COLUMN " + g.quote(c.Name) + " " + g.definition(c)
	return both(alter+" FIRST", alter+" AFTER "+g.quote(g.now.Columns[i-1].Name))
}

// numbered takes AUTO_INCREMENT off a key, or sets where it stands.
func (g *migrationMaker) numbered() (stepSpec, bool) {
	t := g.quoted()
	if len(g.now.Primary) != 1 {
		return both("ALTER TABLE "+t+" ADD nr BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE", "ALTER TABLE "+t+" DROP COLUMN nr")
	}
	c := g.now.Columns[g.now.Primary[0]]
	if !whole(c.Type) || c.Default != "" || c.SQL != "" {
		return stepSpec{}, false
	}
	if g.one(3) {
		return both("ALTER TABLE "+t+" AUTO_INCREMENT = 1000", "")
	}
	alter := "ALTER TABLE " + t + " MODIFY " + g.quote(c.Name) + " " + g.typeText(c.Type) + " NOT NULL"
	back := alter + " AUTO_INCREMENT"
	if g.one(4) {
		back = alter
	}
	return both(alter, back)
}

// picked is a loose column of some kind; -1 for none.
func (g *migrationMaker) picked(fits func(columnSpec) bool) int {
	for range 6 {
		if i := g.loose(); i >= 0 && fits(g.now.Columns[i]) {
			return i
		}
	}
	return -1
}

// retyped writes a column with another type, and back.
func (g *migrationMaker) retyped(i int, to schema.Type) (stepSpec, bool) {
	c := &g.now.Columns[i]
	was := *c
	c.Type = to
	alter := "ALTER TABLE " + g.quoted() + " MODIFY COLUMN " + g.quote(c.Name) + " "
	return both(alter+g.definition(*c), alter+g.definition(was))
}

// labels changes those of an ENUM or a SET.
func (g *migrationMaker) labels() (stepSpec, bool) {
	i := g.picked(func(c columnSpec) bool { return c.Type.Enum != nil || c.Type.Kind == "SET" })
	if i < 0 {
		return stepSpec{}, false
	}
	to := g.now.Columns[i].Type
	var list []string
	if to.Enum != nil {
		list = slices.Clone(to.Enum.Labels)
	} else {
		list = slices.Clone(to.Values)
	}
	switch g.IntN(3) {
	case 0:
		list = append(list, "more")
	case 1:
		slices.Reverse(list)
	case 2:
		list = append([]string{"before"}, list...)
	}
	if to.Enum != nil {
		e := *to.Enum
		e.Labels, to.Enum = list, &e
	} else {
		to.Values = list
	}
	return g.retyped(i, to)
}

func (g *migrationMaker) sign() (stepSpec, bool) {
	i := g.picked(func(c columnSpec) bool {
		return c.Type.Dialect == "mysql" && strings.HasSuffix(c.Type.Kind, "INT") || c.Type.Kind == "INTEGER" || c.Type.Kind == "DECIMAL"
	})
	if i < 0 {
		return stepSpec{}, false
	}
	to := g.now.Columns[i].Type
	to.Unsigned, to.DisplayWidth = !to.Unsigned, nil
	return g.retyped(i, to)
}

// fraction changes how much of a second is kept.
func (g *migrationMaker) fraction() (stepSpec, bool) {
	i := g.picked(func(c columnSpec) bool {
		return slices.Contains([]string{"DATETIME", "TIMESTAMP", "TIME", "DateTime", "Time"}, c.Type.Kind) && c.SQL == ""
	})
	if i < 0 {
		return stepSpec{}, false
	}
	to := g.now.Columns[i].Type
	to.Kind, to.Dialect = strings.ToUpper(to.Kind), "mysql"
	digits := 6
	if to.Precision == nil || g.one(2) {
		to.Precision = &digits
	} else {
		to.Precision = nil
	}
	return g.retyped(i, to)
}

// letters changes the character set or the collation of a column.
func (g *migrationMaker) letters() (stepSpec, bool) {
	i := g.picked(func(c columnSpec) bool { return slices.Contains([]string{"String", "VARCHAR", "CHAR"}, c.Type.Kind) })
	if i < 0 {
		return stepSpec{}, false
	}
	to := g.now.Columns[i].Type
	to.Kind, to.Dialect = strings.Replace(to.Kind, "String", "VARCHAR", 1), "mysql"
	switch g.IntN(3) {
	case 0:
		to.Charset, to.Collation = "latin1", ""
	case 1:
		to.Charset, to.Collation = "utf8mb4", "utf8mb4_bin"
	case 2:
		to.Charset, to.Collation = "ascii", ""
	}
	return g.retyped(i, to)
}

// tableOption changes what a table is beside its columns.
func (g *migrationMaker) tableOption() (stepSpec, bool) {
	alter := "ALTER TABLE " + g.quoted() + " "
	option := func(name, usual string) string {
		if v := g.now.Options.Text(g.dialect + "_" + name); v != "" {
			return v
		}
		return usual
	}
	switch g.IntN(5) {
	case 0:
		if g.now.longKeys() {
			return stepSpec{}, false
		}
		return both(alter+"ENGINE=MyISAM", alter+"ENGINE="+option("engine", "InnoDB"))
	case 1:
		return both(alter+"CONVERT TO CHARACTER SET latin1", alter+"CONVERT TO CHARACTER SET "+option("charset", "utf8mb4"))
	case 2:
		return both(alter+"DEFAULT CHARACTER SET latin1", alter+"DEFAULT CHARACTER SET "+option("charset", "utf8mb4"))
	case 3:
		return both(alter+"CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", alter+"CONVERT TO CHARACTER SET utf8mb4 COLLATE "+option("collate", "utf8mb4_general_ci"))
	}
	return both(alter+"ROW_FORMAT=COMPRESSED", alter+"ROW_FORMAT="+option("row_format", "DEFAULT"))
}

// onUpdate adds a column that the server keeps, or takes the keeping off one.
func (g *migrationMaker) onUpdate() (stepSpec, bool) {
	alter := "ALTER TABLE " + g.quoted() + " "
	i := g.picked(func(c columnSpec) bool { return strings.Contains(c.SQL, "ON UPDATE") })
	if i < 0 {
		return both(alter+"ADD touched DATETIME NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP", alter+"DROP touched")
	}
	c := &g.now.Columns[i]
	was := *c
	c.SQL, _, _ = strings.Cut(c.SQL, " ON UPDATE")
	if g.one(4) {
		was.SQL = c.SQL
	}
	return both(alter+"MODIFY "+g.quote(c.Name)+" "+g.definition(*c), alter+"MODIFY "+g.quote(c.Name)+" "+g.definition(was))
}
