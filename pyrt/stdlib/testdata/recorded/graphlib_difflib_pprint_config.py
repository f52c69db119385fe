"""graphlib, difflib, pprint, configparser."""

import graphlib, difflib, pprint, configparser, io
from collections import *
from types import SimpleNamespace
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, repr(str(e)))
g=graphlib.TopologicalSorter({"d":["b","c"],"b":["a"],"c":["a"]}); print(list(g.static_order()))
t(lambda: list(graphlib.TopologicalSorter({1:[2],2:[3],3:[1]}).static_order()))
g=graphlib.TopologicalSorter({1:[2]}); t(g.get_ready); g.prepare(); print(g.get_ready()); t(g.done,1); t(g.add,3); g.done(2); t(g.done,2); print(g.is_active(),bool(g))
a="one two three four\nfive\nsix\nseven\n".splitlines(1); b="one too three four\nfive\nsixx\neight\nseven\n".splitlines(1)
for f in (difflib.unified_diff,difflib.context_diff): print("".join(f(a,b,"x","y",n=1)))
print("".join(difflib.ndiff(a,b))); print(difflib.get_close_matches("appel",["ape","apple","peach","puppy"])); s=difflib.SequenceMatcher(None,"abcd xyz","bcde xz"); print(s.ratio(),s.quick_ratio(),s.real_quick_ratio(),s.get_opcodes(),s.get_matching_blocks(),s.find_longest_match()); print(list(difflib.restore(difflib.ndiff(a,b),2)))
d={"name":"x"*30,"list":list(range(40)),"nested":{"a":{"b":[1,2,{"c":"d"*40}]},"t":(1,),"s":{3}},"long":"the quick brown fox jumps over the lazy dog "*4,"by":b"\x00"*50}
pprint.pprint(d); pprint.pprint(d,width=40,compact=True,indent=2); pprint.pp(d,depth=2); print(pprint.pformat([1,2,3]),pprint.pformat({3:1,1:2}),pprint.pformat({"b":1,"a":2},sort_dicts=False), pprint.pformat(123456789,underscore_numbers=True))
pprint.pprint([OrderedDict((("k%d"%i,i) for i in range(10))),defaultdict(list,{i:[i]*5 for i in range(8)}),Counter("mississippi"*3),deque(range(40),maxlen=50),SimpleNamespace(aaaa="x"*30,bbbb="y"*30,cccc=1),{frozenset(range(30)):1}],width=60)
pprint.pprint("a long string with\nnewlines and words "*5); l=[1]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable([1]), pprint.saferepr({2:1}))
c=configparser.ConfigParser()
c.read_string("""[DEFAULT]
base = /srv
n: 5
[a]
path = %(base)s/x
# comment
flag = yes
multi = one
  two

  three
empty =
Key With Space = v ; not comment
[b]
n = 7
""")
print(c.sections(), dict(c["a"]), c.get("a","path"), c.get("a","path",raw=True), c.getint("a","n"), c["b"].getint("n"), c.getboolean("a","flag"), c.items("b"), c.options("a"), c.has_option("a","n"), "a" in c, list(c), len(c), c["a"])
o=io.StringIO(); c.write(o); print(o.getvalue())
t(c.get,"zz","x"); t(c.get,"a","zz"); print(c.get("a","zz",fallback=3), c["a"].get("zz","d"), c.get("b","q",vars={"q":"1"})); t(c.getint,"a","path"); t(c.getboolean,"a","path"); t(c.set,"a","x",5); t(c.set,"a","x","%bad"); t(c.add_section,"a"); t(c.add_section,"DEFAULT"); t(lambda: c["zz"])
for s in ("x=1","[a]\nx=1\nx=2","[a]\n[a]","[a]\nnovalue","[a]\nx=%(y)s","[a]\nx=%(x)s"):
    def g():
        p=configparser.ConfigParser(); p.read_string(s); return p.get("a","x")
    t(g)
p=configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(),allow_no_value=True,inline_comment_prefixes="#",converters={"list":lambda v:v.split(",")}); p.read_string("[a]\nx=1,2 # c\ny=${x}-${b:z}\nk\n[b]\nz=9"); print(p["a"]["y"],p.getlist("a","x"),p["a"].getlist("x"),p["a"]["k"]); p.read_dict({"c":{"q":1}}); print(p["c"]["q"], p.remove_section("c"), p.remove_option("a","k"), p.has_section("c")); p["new"]={"a":"b"}; print(dict(p["new"])); r=configparser.RawConfigParser(); r.optionxform=str; r.read_string("[S]\nKey=%(x)s"); print(r.items("S")); print(c.read("nofile.ini"))
