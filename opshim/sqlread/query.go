package sqlread

import "strings"

// startsQuery reports whether a query comes next.
func (p *parser) startsQuery() bool {
	if p.isAny("select", "with") || p.is("values") && p.peekAt(1).is("(") {
		return true
	}
	if p.is("table") && (p.peekAt(1).Kind == Word || p.peekAt(1).Kind == Name) && !p.d.IsMySQL() {
		return true
	}
	if p.is("(") {
		i := 0
		for p.peekAt(i).is("(") {
			i++
		}
		t := p.peekAt(i)
		return t.is("select") || t.is("with") || t.is("values") && p.peekAt(i+1).is("(")
	}
	return false
}

// query reads WITH, set operations, ORDER BY and LIMIT.
func (p *parser) query() *Query {
	if !p.enter() {
		p.leave()
		return &Query{}
	}
	defer p.leave()
	start := p.pos
	with, recursive := p.with()
	q := p.setOps(1)
	if len(with) > 0 {
		q.With, q.Recursive = append(with, q.With...), recursive
	}
	p.queryTail(q)
	if p.err == "" {
		q.Text = p.canonFrom(start)
	}
	return q
}

// with reads WITH and its queries.
func (p *parser) with() (ctes []CTE, recursive bool) {
	if !p.accept("with") {
		return nil, false
	}
	recursive = p.accept("recursive")
	for !p.done() {
		c := CTE{Name: p.ident()}
		if p.is("(") {
			c.Columns = p.names()
		}
		p.expect("as")
		if p.accept("not") || p.is("materialized") {
			p.expect("materialized")
		}
		p.expect("(")
		if p.isAny("insert", "update", "delete", "merge") {
			c.Stmt = p.statement()
		} else {
			c.Query = p.query()
		}
		p.expect(")")
		ctes = append(ctes, c)
		if !p.accept(",") {
			break
		}
	}
	return ctes, recursive
}

// setOps reads UNION, EXCEPT (power 1) and INTERSECT (power 2).
func (p *parser) setOps(power int) *Query {
	q := p.core()
	for p.err == "" {
		op, pw := "", 0
		switch {
		case p.is("union"), p.is("except"):
			op, pw = p.peek().Value, 1
		case p.is("intersect"):
			op, pw = "intersect", 2
		}
		if pw < power || pw == 0 {
			break
		}
		p.next()
		if p.accept("all") {
			op += " all"
		} else {
			p.accept("distinct")
		}
		q = &Query{SetOp: op, Left: q, Right: p.setOps(pw + 1)}
	}
	return q
}

func (p *parser) core() *Query {
	switch {
	case p.accept("("):
		q := p.query()
		p.expect(")")
		return q
	case p.is("values"):
		return p.values()
	case p.accept("table"):
		return &Query{Items: []Item{{X: &Star{}}}, From: []Source{&FromTable{Name: p.qname()}}}
	}
	p.expect("select")
	q := &Query{}
	p.distinct(q)
	if !p.is("from") || p.d != PostgreSQL || p.peekAt(1).is("where") {
		q.Items = p.items()
	}
	if p.accept("from") {
		q.From = p.sources()
	}
	if p.accept("where") {
		q.Where = p.expr()
	}
	if p.accept("group", "by") {
		q.GroupBy = p.exprs()
	}
	if p.accept("having") {
		q.Having = p.expr()
	}
	if p.accept("window") {
		p.until("order", "limit", "union", "except", "intersect", "for")
	}
	return q
}

func (p *parser) distinct(q *Query) {
	switch {
	case p.accept("distinct", "on"):
		q.Distinct = true
		p.expect("(")
		q.DistinctOn = p.exprs()
		p.expect(")")
	case p.accept("distinct"):
		q.Distinct = true
	default:
		p.accept("all")
	}
}

func (p *parser) values() *Query {
	p.expect("values")
	q := &Query{}
	for !p.done() {
		p.accept("row")
		p.expect("(")
		var row []Expr
		for !p.done() && !p.is(")") {
			if p.accept("default") {
				row = append(row, nil)
			} else {
				row = append(row, p.expr())
			}
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
		q.Values = append(q.Values, row)
		if !p.accept(",") {
			break
		}
	}
	return q
}

func (p *parser) items() []Item {
	var out []Item
	for {
		it := Item{X: p.expr()}
		switch {
		case p.accept("as"):
			it.Alias = p.ident()
		case p.peek().Kind == Name, p.peek().Kind == Word && !endsItem[p.peek().Value]:
			it.Alias = p.ident()
		}
		out = append(out, it)
		if !p.accept(",") {
			break
		}
	}
	return out
}

// endsItem are the words that cannot be an alias without AS.
var endsItem = map[string]bool{
	"from": true, "where": true, "group": true, "having": true, "order": true, "limit": true, "offset": true, "union": true,
	"except": true, "intersect": true, "into": true, "for": true, "on": true, "join": true, "left": true, "right": true,
	"inner": true, "full": true, "cross": true, "natural": true, "using": true, "set": true, "returning": true, "window": true,
	"fetch": true, "as": true, "when": true, "with": true, "and": true, "or": true, "values": true, "select": true, "tablesample": true, "do": true,
}

func (p *parser) alias() string {
	if p.accept("as") {
		return p.ident()
	}
	if t := p.peek(); t.Kind == Name || t.Kind == Word && !endsItem[t.Value] {
		return p.ident()
	}
	return ""
}

func (p *parser) sources() []Source {
	var out []Source
	for !p.done() {
		out = append(out, p.joined())
		if !p.accept(",") {
			break
		}
	}
	return out
}

// joined reads a source with the joins after it.
func (p *parser) joined() Source {
	left := p.source1()
	for p.err == "" {
		j := &FromJoin{Kind: "inner", Left: left}
		m := p.save()
		j.Natural = p.accept("natural")
		switch {
		case p.accept("inner"), p.accept("straight_join"):
		case p.accept("cross"):
			j.Kind = "cross"
		case p.isAny("left", "right", "full"):
			j.Kind = p.next().Value
			p.accept("outer")
		}
		if !p.accept("join") {
			if m.pos == p.pos {
				return left
			}
			p.failf("expected JOIN before %s", p.describe())
			return left
		}
		j.Right = p.source1()
		switch {
		case p.accept("on"):
			j.On = p.expr()
		case p.accept("using"):
			j.Using = p.names()
		}
		left = j
	}
	return left
}

// source1 reads one item of FROM.
func (p *parser) source1() Source {
	if !p.enter() {
		p.leave()
		return nil
	}
	defer p.leave()
	lateral := p.accept("lateral")
	if p.is("(") {
		if p.startsQuery() {
			p.next()
			q := p.query()
			p.expect(")")
			s := &FromQuery{Query: q, Alias: p.alias()}
			if p.is("(") {
				s.Columns = p.names()
			}
			if lateral {
				return &FromOpaque{Text: "lateral", Alias: s.Alias}
			}
			return s
		}
		p.next()
		s := p.joined()
		p.expect(")")
		return s
	}
	p.accept("only")
	start := p.pos
	n := p.qname()
	if p.is("(") {
		p.skipBalanced()
		p.accept("with", "ordinality")
		s := &FromOpaque{Text: p.canonFrom(start), Alias: p.alias()}
		if p.is("(") {
			p.skipBalanced()
		}
		return s
	}
	t := &FromTable{Name: n, Alias: p.alias()}
	p.accept("*")
	if p.isAny("tablesample", "force", "indexed") {
		p.failf("%s is not supported", p.peek().Text)
	}
	return t
}

func (p *parser) orderItems() []OrderItem {
	var out []OrderItem
	for !p.done() {
		o := OrderItem{X: p.expr()}
		if p.accept("desc") {
			o.Desc = true
		} else {
			p.accept("asc")
		}
		if p.accept("nulls") {
			first := p.accept("first")
			if !first {
				p.expect("last")
			}
			o.NullsFirst = &first
		}
		out = append(out, o)
		if !p.accept(",") {
			break
		}
	}
	return out
}

// queryTail reads ORDER BY, LIMIT, OFFSET, FETCH and FOR UPDATE.
func (p *parser) queryTail(q *Query) {
	if p.accept("order", "by") {
		q.OrderBy = p.orderItems()
	}
	for p.err == "" {
		switch {
		case p.accept("limit"):
			if !p.accept("all") {
				q.Limit = p.expr()
			}
			if p.accept(",") {
				q.Offset, q.Limit = q.Limit, p.expr()
			}
		case p.accept("offset"):
			q.Offset = p.expr()
			if !p.accept("rows") {
				p.accept("row")
			}
		case p.accept("fetch"):
			p.next()
			if p.peek().Kind == Number {
				q.Limit = p.primary()
			} else {
				q.Limit = &Lit{Kind: Num, Text: "1"}
			}
			p.until("for", "into")
		case p.is("for") && (p.peekAt(1).is("update") || p.peekAt(1).is("share") || p.peekAt(1).is("no") || p.peekAt(1).is("key")):
			p.until("limit", "into", "on")
		default:
			return
		}
	}
}

// typeName reads a type and gives it one spelling.
func (p *parser) typeName() TypeName {
	t := TypeName{Name: p.typeWords()}
	if p.is("(") {
		inner := p.skipBalanced()
		t.Args = typeArgs(inner)
	}
	p.typeSuffix(&t)
	for p.is("[") {
		p.next()
		if p.peek().Kind == Number {
			p.next()
		}
		p.expect("]")
		t.Dims++
	}
	if p.accept("array") {
		t.Dims++
	}
	return t
}

// typeWords reads the name: one word, or several that belong together.
func (p *parser) typeWords() string {
	switch {
	case p.accept("double", "precision"):
		return "double precision"
	case p.accept("double"):
		if p.d == SQLite {
			return "double" // names are kept there, and mean different classes
		}
		return "double precision"
	case p.accept("character", "varying"), p.accept("char", "varying"), p.accept("national", "varchar"):
		return "varchar"
	case p.accept("bit", "varying"):
		return "varbit"
	case p.accept("national", "character"), p.accept("national", "char"):
		return "char"
	case p.accept("unsigned", "big", "int"):
		return "unsigned big int"
	case p.accept("long", "text"), p.accept("long", "varchar"):
		return "mediumtext"
	}
	n := p.ident()
	if p.is(".") {
		p.next()
		schema := n
		n = p.ident()
		if schema != "public" && schema != "pg_catalog" {
			n = schema + "." + n
		}
	}
	return n
}

// mysqlWords begin what MySQL says of a type behind its arguments, in any order.
var mysqlWords = [...]string{"unsigned", "zerofill", "binary", "charset"}

// typeSuffix reads what may follow the arguments.
func (p *parser) typeSuffix(t *TypeName) {
	base := t.Name
	if base == "timestamp" || base == "time" {
		switch {
		case p.accept("with", "time", "zone"):
			t.Name = base + "tz"
		case p.accept("without", "time", "zone"):
		}
	}
	if base == "interval" && p.d == PostgreSQL {
		for p.isAny("year", "month", "day", "hour", "minute", "second", "to") {
			t.Name += " " + p.next().Value
		}
	}
	if !p.d.IsMySQL() {
		return
	}
	for p.err == "" {
		switch {
		case p.isAny("unsigned", "zerofill", "binary"):
			t.Name += " " + p.next().Value
		case p.accept("signed"), p.accept("integer"):
		case p.is("character", "set"), p.is("charset"):
			if !p.accept("charset") {
				p.expect("character", "set")
			}
			t.Name += " charset " + strings.ToLower(p.ident())
		default:
			return
		}
	}
}

func typeArgs(toks []Token) []string {
	var out []string
	start, depth := 0, 0
	for i := 0; i <= len(toks); i++ {
		if i == len(toks) || depth == 0 && toks[i].is(",") {
			if i > start {
				out = append(out, Canon(toks[start:i]))
			}
			start = i + 1
			continue
		}
		if toks[i].is("(") {
			depth++
		}
		if toks[i].is(")") {
			depth--
		}
	}
	return out
}
