# named tuples
import collections as C, copy, pickle
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
nt = C.namedtuple; P = nt("P", "x y"); p = P(1, y=2); print(p, p.x, p[1], p._fields, P._field_defaults, P.__doc__, P.x.__doc__, p._asdict(), P._make([3, 4]), p._replace(x=9), p.__getnewargs__(), P.__match_args__, P.__slots__, P.__module__, P.__qualname__, P.__mro__[1])
for a in (("P", "x, y,z"), ("P", ["a", "b"]), ("P", ()), ("P", ""), ("P", "x x"), ("P", "_x"), ("P", "class"), ("P", "1x"), ("class", "x"), ("1", "x"), ("P", "x-y"), ("P", [1]), ("P", "x", 5)): t(nt, *a)
t(nt, "P", "x _y class x 1z ok", rename=True); print(nt("P", "x _y class x 1z ok", rename=True)._fields, nt("P", ["", "x"], rename=True)._fields)
D = nt("D", "a b c", defaults=(2, 3)); print(D(1), D._field_defaults, D.__new__.__defaults__); t(D); t(D, 1, 2, 3, 4); t(nt, "D", "a", defaults=(1, 2)); print(nt("D", "a", defaults=())._field_defaults, nt("D", "a", defaults=[None])()); t(D, 1, d=5); t(D, 1, a=2)
t(P._make, [1]); t(P._make, [1, 2, 3]); t(p._replace, z=1, w=2); t(copy.replace, p, x=5); print(p == (1, 2), hash(p) == hash((1, 2)), p < (1, 3), p + (3,), len(p), list(p), copy.copy(p), copy.deepcopy(P([1], 2)))
class Q(P):
    __slots__ = ()
    def norm(self): return self.x + self.y
    def __repr__(self): return "Q!" + super().__repr__()
print(Q(1, 2), Q(1, 2).norm(), Q._make((5, 6)), Q(1, 2)._replace(y=0), type(Q(1, 2)._replace(y=0)).__name__); t(setattr, p, "x", 3); t(lambda: p.z); t(delattr, p, "x")
print(nt("M", "a", module="mod").__module__, P.__new__.__qualname__, P._make.__qualname__, P._replace.__qualname__, P.__repr__.__qualname__, P._asdict.__doc__ is not None, [x for x in vars(P) if x[0] != "_"])
match p:
    case P(x=1, y=z): print("matched", z)
match p:
    case P(a, b): print(a, b)
one = nt("One", "v"); print(one(5), one._make([6]), nt("Zero", [])(), nt("Zero", [])()._asdict()); P.x.__doc__ = "new"; print(P.x.__doc__); print(nt("K", "self cls args")(1, 2, 3), nt("L", "count index")(1, 2).count)
# ---
# ordered dictionaries
from collections import *
import copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
o = OrderedDict([("a", 1), ("b", 2)], c=3); print(o, list(reversed(o)), OrderedDict(), OrderedDict(x=1)); o.move_to_end("a"); print(o); o.move_to_end("b", last=False); o.move_to_end("a", False); print(o); t(o.move_to_end, "zz"); print(o.popitem(), o.popitem(last=False), o); o.clear(); t(o.popitem); t(o.popitem, False)
o = OrderedDict(a=1, b=2); print(o == OrderedDict(b=2, a=1), o == {"b": 2, "a": 1}, o != OrderedDict(a=1, b=2), o == 5, {"b": 2, "a": 1} == o, OrderedDict(a=1) == OrderedDict(a=1.0))
print(OrderedDict.fromkeys("ab"), OrderedDict.fromkeys("ab", 0), o | {"c": 3}, {"z": 0} | o, type({"z": 0} | o).__name__); o |= [("q", 1)]; print(o); t(lambda: o | 5); t(lambda: 5 | o); t(hash, o); c = o.copy(); c["n"] = 1; print("n" in o, type(c).__name__, copy.copy(o), copy.deepcopy(o) == o)
print(o.pop("q"), o.pop("q", 5), o.setdefault("s", 4), o.setdefault("s", 5), list(o.items()), list(reversed(o.items())), list(reversed(o.values())), list(reversed(o.keys()))); t(o.pop, "nope"); o["me"] = o; print(o); del o["me"]
class S(OrderedDict):
    def __missing__(self, k): return k * 2
s = S(a=1); s.extra = 5; print(s["zz"], s, s.copy(), copy.copy(s).extra, s.__reduce__()[:2], s.__reduce__()[2], list(s.__reduce__()[4])); o["a"] = 9; print(o); o.update(b=7, z=1); print(o, o.get("nn"), len(o), bool(o), dict(o))
# ---
# dictionaries with defaults
from collections import *
import copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = defaultdict(list, a=[1]); d["b"].append(2); print(d, d.default_factory, d["a"], d.get("zz"), "zz" in d, len(d)); n = defaultdict(None, {"x": 1}); t(lambda: n["y"]); print(n, defaultdict(), defaultdict(int, [("p", 3)], q=4)); t(defaultdict, 5); t(defaultdict, "x", {}); t(n.__missing__, "k"); n.default_factory = int; print(n["y"], n)
c = d.copy(); c["z"]; print("z" in d, type(c).__name__, c, copy.copy(d) == d, copy.deepcopy(d)); print(d | {"k": 1}, {"k": 1} | d, type({"k": 1} | d).__name__, ({"k": 1} | d).default_factory); d |= {"m": 0}; print(d); t(lambda: d | 5); t(hash, d)
class K(defaultdict):
    def __missing__(self, key): self[key] = v = key * 2; return v
k = K(); print(k["ab"], k, K(int)["q"], K(int, {1: 2})); r = defaultdict(list); r["self"] = r; print(r)
def bad(): raise ValueError("factory")
b = defaultdict(bad); t(lambda: b["x"]); print(len(b), b.__reduce__()[1] == (bad,), list(b.__reduce__()[4])); e = defaultdict(lambda: defaultdict(int)); e[1][2] += 5; print(e[1][2], len(e), dict(e[1])); print(defaultdict.fromkeys("ab", 1), defaultdict[int, str])
class R(defaultdict):
    def __init__(self): super().__init__(self.make)
    def make(self): return 7
    def __repr__(self): return "R" + dict.__repr__(self)
r = R(); print(r["x"], r)
# ---
# counters
from collections import *
import copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
c = Counter("mississippi"); print(c, c["s"], c["zz"], len(c), c.total(), c.most_common(), c.most_common(2), c.most_common(0), c.most_common(-1), sorted(c.elements()), Counter(a=2, b=-1), Counter({"x": 3}, y=1), Counter(), Counter([3, 1, 3]))
c.update("mm", s=10); print(c); c.update({"i": 5}); c.update(Counter("p")); print(c); c.subtract("mmmm", p=9); print(c); c.subtract({"i": 100}); print(c, +c, -c); c.update(); c.subtract(); del c["nothing"]; del c["i"]; print(c); t(c.pop, "nothing"); t(Counter, 5); t(Counter, 1, 2); t(c.update, 5); t(Counter.fromkeys, "ab")
a, b = Counter(x=3, y=1, z=-2), Counter(x=1, y=2, w=4); print(a + b, a - b, a | b, a & b, hasattr(a, "__xor__"), b - a); d = a.copy(); d += b; print(d); d -= b; print(d); d |= Counter(x=9); print(d); d &= Counter(x=2, y=2); print(d); t(lambda: a + {"x": 1}); t(lambda: a - 5); t(lambda: a | {"x": 1}); t(lambda: {"x": 1} | a)
print(a == Counter(x=3, y=1, z=-2, q=0), a == {"x": 3, "y": 1, "z": -2}, a != b, Counter(a=1) <= Counter(a=1, b=1), Counter(a=1) < Counter(a=1, b=1), Counter(a=1, b=1) >= Counter(a=1), Counter(a=2) > Counter(a=1), Counter(a=1) < Counter(a=1), a <= b, Counter(a=0) == Counter()); t(lambda: a < 5); t(lambda: a >= {"x": 1}); t(hash, a)
print(list(Counter(a=2, b=0, c=-3, d=1).elements()), copy.copy(a), copy.deepcopy(a), a.__reduce__(), Counter(a="x"), repr(Counter({1: "a", "b": None, 2: 3})), isinstance(a.elements(), object)); c = Counter("abab"); c["c"]; print("c" in c, c.get("c"), c.setdefault("c", 5), c.items()); x = Counter(); x["k"] += 1; print(x); c.clear(); print(c, bool(c))
class Low(Counter):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return 100
print(Low("AbA"), Low("A")["q"]); w = Counter(a=1.5, b=2); print(w.total(), w, w.most_common(1), w + w); print(Counter(dict(a=1)) | Counter(dict(a=5)), sorted(Counter(k=5).keys() | {"z"})); print(Counter(a=3) - Counter(a=3), Counter(["x"] * 3 + ["y"] * 3 + ["z"]).most_common(2))
# ---
# chains of mappings
from collections import *
import copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
c = ChainMap({"a": 1, "b": 2}, {"b": 3, "c": 4}); print(c, c["b"], c["c"], len(c), list(c), list(c.items()), "c" in c, "z" in c, c.get("z"), c.get("z", 5), c.get("c"), bool(c), bool(ChainMap()), ChainMap(), ChainMap({}, {}).maps, dict(c)); t(lambda: c["z"])
c["c"] = 9; c["n"] = 1; print(c); del c["c"]; t(c.__delitem__, "c"); t(c.pop, "zz"); print(c.pop("n"), c.pop("zz", 3)); t(c.pop, "c", 7); n = c.new_child(); n["x"] = 1; print(n, n.parents, n.parents == c, c.new_child({"m": 0}), c.new_child(k=1), c.new_child({"m": 0}, k=1), ChainMap({}).parents); print(n.popitem()); t(n.popitem); n["p"] = 1; n.clear(); print(n)
k = c.copy(); k["q"] = 1; print("q" in c, k.maps[1] is c.maps[1], copy.copy(c)); print(c | {"z": 0}, {"z": 0} | c, type({"z": 0} | c).__name__); c |= {"y": 1}; print(c); t(lambda: c | 5); t(lambda: 5 | c); print(ChainMap.fromkeys("ab"), ChainMap.fromkeys("ab", 0), c == dict(c), c == 5, ChainMap({1: 2}) == ChainMap({1: 2})); t(hash, c)
class M(ChainMap):
    def __missing__(self, key): return "missing " + key
print(M({"a": 1})["q"], M({"a": 1}).get("q"), M({}).new_child(), M({"a": 1}).pop("a")); r = ChainMap({}); r["me"] = r; print(r); print(ChainMap({"b": 1}, {"a": 2, "b": 3}).keys(), list(reversed(list(ChainMap({"x": 1}, {"y": 2, "x": 3})))), ChainMap(defaultdict(int), {"a": 1})["a"], c.setdefault("new", 5), c.setdefault("b", 6)); c.update(o=1); print(c.maps[0])
# ---
# double-ended queues
from collections import *
import copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = deque("abc"); d.append("d"); d.appendleft("z"); print(d, len(d), d[0], d[-1], d[2], list(reversed(d)), d.pop(), d.popleft(), d); d.extend("xy"); d.extendleft("12"); print(d, d.count("x"), d.index("x"), "b" in d, "q" in d); d.rotate(); print(d); d.rotate(-3); print(d); d.rotate(100); d.rotate(0); print(d); d.reverse(); print(d, d.maxlen); d.remove("x"); t(d.remove, "x"); t(d.index, "nope"); t(d.index, "a", 5, 6); print(d.index("a", 0), d.index("a", -9, 9)); d.insert(1, "I"); d.insert(-1, "J"); d.insert(99, "K"); d.insert(-99, "L"); print(d)
e = deque(); t(e.pop); t(e.popleft); t(lambda: e[0]); t(lambda: d[99]); t(lambda: d[-99]); t(d.__setitem__, 99, 1); t(d.__delitem__, 99); d[0] = "S"; d[-1] = "E"; del d[1]; print(d); t(lambda: d[1:2]); t(lambda: d["x"]); e.rotate(3); e.reverse(); e.clear(); print(e, bool(e), bool(d))
m = deque(range(5), maxlen=3); print(m, m.maxlen); m.append(9); print(m); m.appendleft(0); print(m); m.extend([7, 8]); print(m); m.extendleft([1, 2]); print(m); t(m.insert, 0, 5); t(setattr, m, "maxlen", 5); z = deque([1, 2], 0); z.append(1); print(z, deque(maxlen=2), deque([1], maxlen=None)); t(deque, [], -1); t(deque, [], "x"); t(deque, 5); print(deque(maxlen=2, iterable=[1, 2, 3]))
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1]) != deque([2]), deque([1, 2]) < deque([1, 3]), deque([1]) <= deque([1]), deque([2]) > deque([1, 9]), deque([1]) >= deque([2])); t(lambda: deque() < []); t(hash, d); a = deque([1, 2], 3) + deque([3, 4]); print(a, deque([1]) * 3, 2 * deque([1, 2], 3), deque([1]) * -1); a += [5]; print(a); a *= 2; print(a); t(lambda: deque() + [1]); c = deque([1, [2]], 5); print(copy.copy(c), copy.deepcopy(c), c.copy(), c.__reduce__()[:3], deque[int])
it = iter(deque([1, 2, 3])); print(next(it)); x = deque([1, 2, 3])
def go():
    for y in x: x.append(y)
t(go); x.extend(x); print(x); x.extendleft(x); print(len(x)); r = deque(); r.append(r); print(r); print(isinstance(x, object), deque.__doc__ is not None, [i for i in deque([3, 1, 2])], sorted(deque([3, 1, 2])), max(deque([1, 5])), list(map(str, deque([1]))), deque([1, 2, 3]) == deque((1, 2, 3), 9))
class Sub(deque):
    def __init__(self, *a): super().__init__(*a); self.tag = 1
s = Sub([1, 2]); print(s, s.copy() if False else s.tag, type(s * 2).__name__ if False else ""); i = iter(deque(range(3))); print(list(i)); q = deque(range(2000)); tot = 0
while q: tot += q.popleft(); q and q.pop()
print(tot, deque(range(10), 4).popleft(), deque("ab").__contains__("a"), deque([None]).index(None), deque([0, False]).count(0))
# ---
# classes to derive from
from collections import *
import copy
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
u = UserDict({"a": 1}, b=2); print(u, u.data, len(u), u["a"], "b" in u, u.get("z"), u.get("z", 1), list(u), u | {"c": 3}, {"c": 3} | u, u | UserDict(d=4), UserDict.fromkeys("ab", 0), u.copy(), u == {"a": 1, "b": 2}, UserDict(None), UserDict(), UserDict([("x", 1)])); t(lambda: u["z"]); t(UserDict, 5); u |= {"e": 5}; u |= UserDict(f=6); print(u); del u["a"]; t(u.__delitem__, "a"); t(lambda: u | 5); print(u.pop("b"), u.popitem(), u.setdefault("s", 1)); u.update(k=1); u.clear(); print(u, bool(u))
class L(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return "no " + k
l = L(AB=1); l["CD"] = 2; l.x = 5; print(l, l["q"], l.get("q"), l.copy(), l.copy().x, type(l | {"Z": 1}).__name__, copy.copy(l).x, L.fromkeys(["Q"]), "AB" in l, "ab" in l)
w = UserList([3, 1, 2]); print(w, w[0], w[0:2], type(w[0:2]).__name__, len(w), w + [4], [4] + w, w + UserList([5]), w * 2, 2 * w, w == [3, 1, 2], w < [4], w <= UserList([3]), w > [1], w >= [9], 3 in w, w.count(3), w.index(1), w.copy(), UserList("ab"), UserList(UserList([1])), UserList(), UserList((1,))); w += "x"; w += (y for y in [7]); w *= 2; print(w); w.sort(key=str, reverse=True); w.reverse(); w.append(0); w.insert(0, 9); w.extend([1]); w.extend(UserList([2])); w.remove(9); print(w, w.pop(), w.pop(0)); w[0] = 5; w[1:3] = [1, 1]; del w[0]; del w[0:1]; print(w); t(lambda: w[99]); t(w.index, "zz"); t(w.remove, "zz"); w.clear(); print(w); t(lambda: w + 5); t(hash, w)
class N(UserList): pass
print(type(N([1]) + [2]).__name__, type(N([1, 2])[:1]).__name__, type(N([1]) * 2).__name__, type(N([1]).copy()).__name__, [1] + N([2]))
s = UserString("Hello wörld"); print(s, repr(s), len(s), s[0], s[1:3], type(s[0]).__name__, s + "!", "!" + s, s + UserString("?"), s + 5, 5 + s, s * 2, 2 * s, s == "Hello wörld", s < "I", s <= "A", s > UserString("A"), s >= "z", "ello" in s, UserString("ll") in s, hash(s) == hash("Hello wörld"), str(s), int(UserString("12")), float(UserString("1.5")), complex(UserString("1j")), UserString("%s-%d") % ("a", 1), UserString(5), UserString(UserString("x")))
print(s.upper(), type(s.upper()).__name__, s.lower(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), s.center(15, "*"), s.ljust(13) + "|", s.rjust(13), s.zfill(13), s.count("l"), s.count(UserString("l")), s.find("o"), s.rfind("o"), s.index("o"), s.rindex("o"), s.startswith("He"), s.endswith("ld"), s.replace("l", "L"), s.split(), s.rsplit("o", 1), s.splitlines(), s.partition(" "), s.rpartition("o"), s.strip("H"), s.lstrip("H"), s.rstrip("d"), s.removeprefix("He"), s.removesuffix("ld"), s.encode(), s.encode("latin-1"), s.expandtabs(), s.join(["a", "b"]), UserString(",").join("ab"), s.translate({ord("l"): "1"}), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.islower(), s.isupper(), s.isspace(), s.istitle(), s.isascii(), s.isidentifier(), s.isprintable(), UserString("{} {x}").format(1, x=2), UserString("{x}").format_map({"x": 3}), UserString.maketrans("a", "b"))
t(s.index, "zz"); t(lambda: s.nothing); t(lambda: s < 5); t(lambda: s % 1 and 0); print(list(s)[:2], list(reversed(UserString("ab"))), UserString.upper.__name__, [x for x in ("upper", "isalpha", "join", "format") if x in vars(UserString)], "%s" % s, f"{s:>12}" if False else "", copy.copy(s))
