package stdlib

import (
	"html"

	"github.com/mrt-tools/mrt/pyrt"
)

// htmlNames lists the entities that Go's html package is asked for; the table
// of all names is Go's own.
var htmlNames = []string{"amp", "lt", "gt", "quot", "apos", "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf",
	"laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo",
	"frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
	"Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash",
	"Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
	"egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
	"divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml", "OElig", "oelig", "Scaron", "scaron", "Yuml", "fnof",
	"circ", "tilde", "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa", "Lambda", "Mu", "Nu", "Xi",
	"Omicron", "Pi", "Rho", "Sigma", "Tau", "Upsilon", "Phi", "Chi", "Psi", "Omega", "alpha", "beta", "gamma", "delta", "epsilon", "zeta",
	"eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigmaf", "tau", "upsilon", "phi", "chi",
	"psi", "omega", "ensp", "emsp", "thinsp", "zwnj", "zwj", "lrm", "rlm", "ndash", "mdash", "lsquo", "rsquo", "sbquo", "ldquo", "rdquo",
	"bdquo", "dagger", "Dagger", "bull", "hellip", "permil", "prime", "Prime", "lsaquo", "rsaquo", "oline", "frasl", "euro", "trade", "larr",
	"uarr", "rarr", "darr", "harr", "forall", "part", "exist", "empty", "nabla", "isin", "notin", "ni", "prod", "sum", "minus", "lowast",
	"radic", "prop", "infin", "ang", "and", "or", "cap", "cup", "int", "there4", "sim", "cong", "asymp", "ne", "equiv", "le", "ge", "sub",
	"sup", "nsub", "sube", "supe", "oplus", "otimes", "perp", "sdot", "loz", "spades", "clubs", "hearts", "diams"}

// htmlModule gives html.unescape its names.
func htmlModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_html")
	m.Define("entities()", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		d := pyrt.NewDict()
		for _, n := range htmlNames {
			d.SetStr(n, pyrt.Str(html.UnescapeString("&"+n+";")))
		}
		return d, nil
	})
	// named replaces the name of an entity after its &, or the longest of its
	// beginnings that may stand without a semicolon.
	m.Define("named(text, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, _ := pyrt.AsStr(a[0])
		return pyrt.Str(html.UnescapeString("&" + s)), nil
	})
	return m
}
