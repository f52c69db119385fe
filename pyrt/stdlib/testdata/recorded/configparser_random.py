"""configparser: random files under random options, a checksum of all that is asked of each."""

import configparser as C, io, random, zlib
R = random.Random(20)
WORDS = ["a", "b", "Key", "x y", "=", ":", " = ", ": ", "#", ";", " #c", " ;d", "%", "%%", "%(a)s", "%(b)s", "$", "$$", "${a}", "${s:b}", "[s]", "[t]",
         "[DEFAULT]", "[", "]", "\n", "\n", "\n ", "\n  ", "\n\n", "\n\t", "\na=", "\nb = ", "\nkey:", "1", "yes", "->", "\nc"]
LINES = ["[s]", "[t]", "[DEFAULT]", "a = 1", "b: %(a)s", "c = ${a} # note", "Key", " more", "  ; note", "", "   ", "d = x ;y ;z#q # r", "a=%(d)s-%%", "e -> f", "# n", "; m", " = q", "\tg = ${s:a}"]
def text():
    if R.random() < 0.4:
        return "[s]\n" * R.randrange(2) + "".join(R.choices(WORDS, k=R.randrange(1, 25)))
    return "[s]\n" * R.randrange(2) + "\n".join(R.choices(LINES, k=R.randrange(1, 14))) + "\n" * R.randrange(2)
def options():
    pick = R.choice
    return dict(allow_no_value=pick([True, False]), strict=pick([True, False, False]), empty_lines_in_values=pick([True, True, False]),
        delimiters=pick([("=", ":"), ("=", ":"), ("->",), ("=",)]), comment_prefixes=pick([("#", ";"), ("#", ";"), ("#",), None]),
        inline_comment_prefixes=pick([None, None, ("#",), (";", "#")]), default_section=pick(["DEFAULT", "DEFAULT", "t"]),
        interpolation=pick([None, C.BasicInterpolation(), C.ExtendedInterpolation()]), allow_unnamed_section=pick([False, False, True]))
def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, str(e)
for n in range(300):
    R.seed(n); opts = options(); t1 = text(); p = R.choice([C.ConfigParser, C.RawConfigParser])(R.choice([None, {"a": "d", "Z": "%(a)s"}]), **opts)
    out = [attempt(p.read_string, t1)]
    if R.random() < 0.3:
        out.append(attempt(p.read_string, text()))
    for s in (*p.sections(), p.default_section, "nope"):
        out += [s, attempt(p.options, s), attempt(p.items, s), attempt(p.items, s, raw=True)]
        for o in ("a", "B", "key"):
            out += [attempt(p.get, s, o), attempt(p.get, s, o, vars={"A": 7}), attempt(p.getint, s, o, fallback="f"), attempt(p.getboolean, s, o), attempt(p.set, s, o, R.choice(WORDS)), attempt(p.has_option, s, o)]
    f = io.StringIO()
    out.append(attempt(p.write, f, R.random() < 0.5))
    out += [f.getvalue(), attempt(p.remove_option, "s", "a"), attempt(p.popitem), list(p), len(p)]
    print(n, zlib.crc32(ascii(out).encode()))
