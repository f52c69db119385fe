package pyrt

import (
	"fmt"
	"strings"
)

// unexpected words the refusal of a keyword.
func (s *Signature) unexpected(args Args, name string) error {
	var wrong []string
	for _, k := range args.Kw {
		for _, p := range s.Params[:s.posOnly] {
			if p.Name == k.Name {
				wrong = append(wrong, p.Name)
			}
		}
	}
	if len(wrong) > 0 && !s.native {
		return Errorf(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", s.Func, strings.Join(wrong, ", "))
	}
	if s.native && s.posOnly == len(s.Params) {
		return Errorf(TypeError, "%s() takes no keyword arguments", s.Func)
	}
	var names []string
	for _, p := range s.Params[s.posOnly:] {
		if p.Kind == PositionalOrKeyword || p.Kind == KeywordOnly {
			names = append(names, p.Name)
		}
	}
	if s.native {
		_, short, found := strings.Cut(s.Func, ".")
		if !found {
			short = s.Func
		}
		if near := suggestion(name, names); near != "" {
			return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", short, name, near)
		}
		return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'", short, name)
	}
	if near := suggestion(name, names); near != "" {
		return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", s.Func, name, near)
	}
	return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'", s.Func, name)
}

// tooMany words the refusal of positional arguments.
func (s *Signature) tooMany(given, kwOnly int) error {
	defaults := 0
	for _, p := range s.Params {
		if p.HasDefault && p.Kind <= PositionalOrKeyword {
			defaults++
		}
	}
	takes, plural := fmt.Sprint(s.pos), s.pos != 1
	if defaults > 0 {
		takes, plural = fmt.Sprintf("from %d to %d", s.pos-defaults, s.pos), true
	}
	extra, verb := "", "were"
	if kwOnly > 0 {
		extra = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", plurality(given != 1), kwOnly, plurality(kwOnly != 1))
	} else if given == 1 {
		verb = "was"
	}
	return Errorf(TypeError, "%s() takes %s positional argument%s but %d%s %s given", s.Func, takes, plurality(plural), given, extra, verb)
}

func plurality(many bool) string {
	if many {
		return "s"
	}
	return ""
}

// missing words the refusal of a call that leaves out arguments.
func (s *Signature) missing(given []bool) error {
	for _, group := range []struct {
		name string
		has  func(ParamKind) bool
	}{
		{"positional", func(k ParamKind) bool { return k <= PositionalOrKeyword }},
		{"keyword-only", func(k ParamKind) bool { return k == KeywordOnly }},
	} {
		var names []string
		for i, p := range s.Params {
			if !given[i] && !p.HasDefault && group.has(p.Kind) {
				names = append(names, "'"+p.Name+"'")
			}
		}
		if len(names) > 0 {
			return Errorf(TypeError, "%s() missing %d required %s argument%s: %s", s.Func, len(names), group.name,
				plurality(len(names) != 1), joinNames(names))
		}
	}
	return nil
}

// joinNames writes 'a', 'b', and 'c'.
func joinNames(names []string) string {
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

// checkNative checks the number of arguments as functions written in C do.
// Parameters that can be given by keyword are left to the general rules,
// which then word the error.
func (s *Signature) checkNative(args Args) error {
	if s.varPos >= 0 {
		return nil
	}
	self := 0
	if len(s.Params) > 0 && (s.Params[0].Name == "self" || s.Params[0].Name == "cls") {
		self = 1
	}
	required := 0
	for _, p := range s.Params {
		if p.Kind <= PositionalOrKeyword && !p.HasDefault {
			required++
		}
	}
	most, least, n := s.pos-self, required-self, len(args.Pos)-self
	if n < 0 {
		return Errorf(TypeError, "unbound method %s() needs an argument", s.Func)
	}
	short := s.Func[strings.LastIndexByte(s.Func, '.')+1:]
	if s.posOnly == len(s.Params) {
		if len(args.Kw) > 0 {
			return Errorf(TypeError, "%s() takes no keyword arguments", s.Func)
		}
		return nativeCount(s.Func, short, n, least, most)
	}
	if s.posOnly > 0 && s.posOnly == s.pos && most > 0 {
		if err := nativeCount(s.Func, short, n, least, most); err != nil {
			if least == most {
				return Errorf(TypeError, "%s expected %d argument%s, got %d", short, most, plurality(most != 1), n)
			}
			return err
		}
	}
	if total := most + s.kws; n+len(args.Kw) > total && s.varKw < 0 {
		kind := ""
		if n == 0 {
			kind = "keyword "
		}
		return Errorf(TypeError, "%s() takes at most %d %sargument%s (%d given)", short, total, kind, plurality(total != 1), n+len(args.Kw))
	}
	if n > most {
		if most == 0 {
			return Errorf(TypeError, "%s() takes no positional arguments", short)
		}
		bound := "at most"
		if least == most {
			bound = "exactly"
		}
		return Errorf(TypeError, "%s() takes %s %d positional argument%s (%d given)", short, bound, most, plurality(most != 1), n)
	}
	return s.nativeMissing(args, short, self)
}

func (s *Signature) nativeMissing(args Args, short string, self int) error {
	for i, p := range s.Params {
		if i < len(args.Pos) || p.HasDefault || p.Kind > PositionalOrKeyword {
			continue
		}
		found := false
		for _, k := range args.Kw {
			found = found || k.Name == p.Name
		}
		if !found && p.Kind == PositionalOnly && s.posOnly < len(s.Params) {
			least := 0
			for _, p := range s.Params[self:] {
				if p.Kind == PositionalOnly && !p.HasDefault {
					least++
				}
			}
			return Errorf(TypeError, "%s() takes at least %d positional argument%s (%d given)", short, least, plurality(least != 1), len(args.Pos)-self)
		}
		if !found {
			return Errorf(TypeError, "%s() missing required argument '%s' (pos %d)", short, p.Name, i+1-self)
		}
	}
	return nil
}

func nativeCount(full, short string, n, least, most int) error {
	switch {
	case n >= least && n <= most:
		return nil
	case most == 0:
		return Errorf(TypeError, "%s() takes no arguments (%d given)", full, n)
	case least == 1 && most == 1:
		return Errorf(TypeError, "%s() takes exactly one argument (%d given)", full, n)
	}
	bound, want := "", most
	if least != most {
		if n < least {
			bound, want = "at least ", least
		} else {
			bound = "at most "
		}
	}
	return Errorf(TypeError, "%s expected %s%d argument%s, got %d", short, bound, want, plurality(want != 1), n)
}
