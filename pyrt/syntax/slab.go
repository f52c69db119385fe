package syntax

// slabs have room for the nodes of one file, kind by kind.
//
// Why: a tree lives and dies as a whole, and a thousand files have a quarter of
// a million nodes, each of which would be an object of its own to the collector.
type slabs struct {
	names      slab[Name]
	attributes slab[Attribute]
	calls      slab[Call]
	keywords   slab[Keyword]
	constants  slab[Constant]
}

// A slab is room for nodes of one kind.
type slab[T any] struct{ room []T }

// new gives a node: of the room, as long as that lasts.
func (s *slab[T]) new() *T {
	if len(s.room) == 0 {
		return new(T)
	}
	n := &s.room[0]
	s.room = s.room[1:]
	return n
}

// slabsFor makes room for about as many nodes as the tokens will give.
func slabsFor(tokens []token) slabs {
	var names, attributes, calls, keywords, constants, open int
	before := tEnd
	for i, t := range tokens {
		switch t.kind {
		case tName:
			switch {
			case before == tDot:
				attributes++
			case open > 0 && i+1 < len(tokens) && tokens[i+1].kind == tEqual:
				keywords++
			case before != kwDef && before != kwClass && before != kwImport && before != kwFrom && before != kwAs:
				names++
			}
		case tLParen:
			open++
			if before == tName || before == tRParen || before == tRBracket {
				calls++
			}
		case tLBracket, tLBrace:
			open++
		case tRParen, tRBracket, tRBrace:
			open--
		case tString, tNumber, kwNone, kwTrue, kwFalse, tEllipsis:
			constants++
		}
		before = t.kind
	}
	return slabs{slab[Name]{make([]Name, names)}, slab[Attribute]{make([]Attribute, attributes)}, slab[Call]{make([]Call, calls)},
		slab[Keyword]{make([]Keyword, keywords)}, slab[Constant]{make([]Constant, constants)}}
}
