package catalog

import (
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// class is what kind of content a type holds.
type class uint8

const (
	classOther class = iota
	classInt
	classDec
	classFloat
	classText
	classBool
	classDate
	classTimestamp
	classTime
	classJSON
	classUUID
	classEnum
	classBytes
)

// typeInfo is what the evaluator needs to know of a type.
type typeInfo struct {
	class  class
	bits   int  // of an integer
	prec   int  // digits of a decimal, 0 for any
	scale  int  // of a decimal, of the seconds of a time
	length int  // of a text, 0 for any
	fixed  bool // CHAR(n)
	unsig  bool
	labels []string
	set    bool // MySQL's SET: any of the labels together
	domain *Object
	binary bool // jsonb
	array  bool // of texts, in one dimension
	any    bool // SQLite: a column without strictness
}

// pgNames are PostgreSQL's other spellings of its types.
var pgNames = map[string]string{
	"int": "integer", "int4": "integer", "int8": "bigint", "int2": "smallint", "decimal": "numeric", "bool": "boolean",
	"float8": "double precision", "float": "double precision", "float4": "real", "character": "char", "bpchar": "char",
	"character varying": "varchar", "timestamp with time zone": "timestamptz", "time with time zone": "timetz",
}

// myNames are MySQL's and MariaDB's.
var myNames = map[string]string{
	"integer": "int", "numeric": "decimal", "dec": "decimal", "bool": "tinyint", "boolean": "tinyint", "double precision": "double",
	"character varying": "varchar", "character": "char", "nvarchar": "varchar", "real": "double",
}

// canonType writes a type in the one spelling that the catalogue compares.
func canonType(t sqlread.TypeName, d sqlread.Dialect) string {
	t.Args = append([]string(nil), t.Args...)
	switch d {
	case sqlread.PostgreSQL:
		if n, ok := pgNames[t.Name]; ok {
			t.Name = n
		}
		if t.Name == "double precision" && len(t.Args) == 1 {
			if p, err := strconv.Atoi(t.Args[0]); err == nil && p < 25 {
				t.Name = "real"
			}
			t.Args = nil
		}
		if t.Name == "numeric" && len(t.Args) == 1 {
			t.Args = append(t.Args, "0")
		}
		if t.Name == "char" && len(t.Args) == 0 {
			t.Args = []string{"1"}
		}
	case sqlread.MySQL, sqlread.MariaDB:
		canonMySQL(&t)
	case sqlread.SQLite:
		// The text of the type is kept, as sqlite_master does.
	}
	return t.String()
}

func canonMySQL(t *sqlread.TypeName) {
	first, rest, _ := strings.Cut(t.Name, " ")
	if first == "bool" || first == "boolean" {
		t.Args = []string{"1"}
	}
	if t.Name == "double precision" {
		t.Name = "double"
		return
	}
	if n, ok := myNames[first]; ok {
		first = n
	}
	t.Name = first
	if rest != "" {
		t.Name += " " + rest
	}
	switch first {
	case "int", "bigint", "smallint", "mediumint":
		t.Args = nil
	case "tinyint":
		if len(t.Args) == 1 && t.Args[0] != "1" || rest != "" {
			t.Args = nil
		}
	case "decimal":
		switch len(t.Args) {
		case 0:
			t.Args = []string{"10", "0"}
		case 1:
			t.Args = append(t.Args, "0")
		}
	}
}

// serial tells what a serial type stands for.
func serial(name string) (base string, ok bool) {
	switch name {
	case "serial", "serial4":
		return "integer", true
	case "bigserial", "serial8":
		return "bigint", true
	case "smallserial", "serial2":
		return "smallint", true
	}
	return "", false
}

// typeOf describes a canonical type.
func (s *State) typeOf(canon string) typeInfo {
	ti, _ := s.typeAndAll(canon)
	return ti
}

// typeAndAll is typeOf with what is kept of a type that means the same whatever
// objects there are; nil for another one.
func (s *State) typeAndAll(canon string) (typeInfo, *parsedType) {
	if p := s.world.types[canon]; p != nil && p.all {
		return p.info, p
	}
	ti := s.lookType(canon)
	p := s.world.types[canon]
	if ti.domain != nil || (ti.class == classOther || ti.class == classEnum) && s.Dialect != sqlread.SQLite {
		return ti, nil
	}
	p.info, p.all = ti, true
	return ti, p
}

func (s *State) lookType(canon string) typeInfo {
	t, ok := s.parseType(canon)
	if !ok {
		return typeInfo{any: s.Dialect == sqlread.SQLite}
	}
	if t.Dims > 0 {
		return typeInfo{array: t.Dims == 1 && namedType(sqlread.TypeName{Name: t.Name}).class == classText}
	}
	if s.Dialect == sqlread.SQLite {
		return sqliteType(t)
	}
	ti := namedType(t)
	if ti.class == classOther && s.Dialect == sqlread.PostgreSQL {
		if o := s.objects.get("enum " + t.Name); o != nil {
			return typeInfo{class: classEnum, labels: o.Labels}
		}
		if o := s.objects.get("domain " + t.Name); o != nil && o.Attrs["base"] != canon {
			ti = s.typeOf(o.Attrs["base"])
			ti.domain = o
		}
	}
	return ti
}

// parsedType is a type as it was read.
type parsedType struct {
	name sqlread.TypeName
	ok   bool
	info typeInfo
	all  bool // info says all, whatever objects there are

	contents map[contentKey]Value // of witnesses, if all
}

// contentKey is what the content of a witness depends on, besides its type.
type contentKey struct {
	pick, n uint8
	unique  bool
}

// parseType reads a type, once for each text.
func (s *State) parseType(canon string) (sqlread.TypeName, bool) {
	if s.world.types == nil {
		s.world.types = map[string]*parsedType{}
	}
	p := s.world.types[canon]
	if p == nil {
		p = &parsedType{}
		p.name, p.ok = sqlread.ParseType(canon, s.Dialect)
		s.world.types[canon] = p
	}
	return p.name, p.ok
}

func arg(t sqlread.TypeName, i int) int {
	if i >= len(t.Args) {
		return 0
	}
	n, err := strconv.Atoi(t.Args[i])
	if err != nil {
		return 0
	}
	return n
}

// namedType knows the types of PostgreSQL and MySQL by name.
func namedType(t sqlread.TypeName) typeInfo {
	name, rest, _ := strings.Cut(t.Name, " ")
	unsigned := strings.Contains(rest, "unsigned")
	switch name {
	case "smallint", "int2":
		return typeInfo{class: classInt, bits: 16, unsig: unsigned}
	case "integer", "int":
		return typeInfo{class: classInt, bits: 32, unsig: unsigned}
	case "bigint":
		return typeInfo{class: classInt, bits: 64, unsig: unsigned}
	case "mediumint":
		return typeInfo{class: classInt, bits: 24, unsig: unsigned}
	case "tinyint":
		if arg(t, 0) == 1 {
			return typeInfo{class: classBool}
		}
		return typeInfo{class: classInt, bits: 8, unsig: unsigned}
	case "numeric", "decimal":
		return typeInfo{class: classDec, prec: arg(t, 0), scale: arg(t, 1), unsig: unsigned}
	case "double", "real", "float":
		return typeInfo{class: classFloat, unsig: unsigned}
	case "varchar":
		return typeInfo{class: classText, length: arg(t, 0)}
	case "char":
		return typeInfo{class: classText, length: arg(t, 0), fixed: true}
	case "text", "mediumtext", "longtext", "citext", "name":
		return typeInfo{class: classText}
	case "tinytext":
		return typeInfo{class: classText, length: 255}
	case "boolean":
		return typeInfo{class: classBool}
	case "date":
		return typeInfo{class: classDate}
	case "timestamp", "timestamptz", "datetime":
		return typeInfo{class: classTimestamp, scale: arg(t, 0)}
	case "time", "timetz":
		return typeInfo{class: classTime, scale: arg(t, 0)}
	case "json", "jsonb":
		return typeInfo{class: classJSON, binary: name == "jsonb"}
	case "uuid":
		return typeInfo{class: classUUID}
	case "enum", "set":
		var labels []string
		for _, a := range t.Args {
			labels = append(labels, strings.Trim(a, "'"))
		}
		return typeInfo{class: classEnum, labels: labels, set: name == "set"}
	case "bytea", "blob", "longblob", "mediumblob", "binary", "varbinary":
		return typeInfo{class: classBytes, length: arg(t, 0)}
	case "tinyblob":
		return typeInfo{class: classBytes, length: 255}
	}
	return typeInfo{}
}

// sqliteType follows SQLite's rules of affinity, and takes well-known names at
// their word for the choice of witnesses.
func sqliteType(t sqlread.TypeName) typeInfo {
	n := t.Name
	switch {
	case n == "boolean" || n == "bool":
		return typeInfo{class: classBool, any: true}
	case n == "date":
		return typeInfo{class: classDate, any: true}
	case n == "datetime" || n == "timestamp":
		return typeInfo{class: classTimestamp, any: true}
	case n == "time":
		return typeInfo{class: classTime, any: true}
	case strings.Contains(n, "json"):
		return typeInfo{class: classJSON, any: true}
	case strings.Contains(n, "int"):
		return typeInfo{class: classInt, bits: 64, any: true}
	case strings.Contains(n, "char"), strings.Contains(n, "clob"), strings.Contains(n, "text"):
		return typeInfo{class: classText, length: arg(t, 0), any: true}
	case n == "" || strings.Contains(n, "blob"):
		return typeInfo{class: classOther, any: true}
	case strings.Contains(n, "real"), strings.Contains(n, "floa"), strings.Contains(n, "doub"):
		return typeInfo{class: classFloat, any: true}
	}
	return typeInfo{class: classDec, prec: arg(t, 0), scale: arg(t, 1), any: true}
}
