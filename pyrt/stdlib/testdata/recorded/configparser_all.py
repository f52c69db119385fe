"""configparser: what files, writes, interpolations, converters and errors give."""

import configparser as C, io
def show(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = type(e).__name__, str(e), e.args
    print(repr(r))
def rd(text, **k):
    p = C.ConfigParser(interpolation=None, **k)
    try: p.read_string(text)
    except C.Error as e: print("E", type(e).__name__, repr(str(e)))
    print({s: dict(p._sections[s]) for s in p._sections}, dict(p.defaults()))
I=dict(inline_comment_prefixes=("#",";"))
rd("[a]\nk = v #a;b ;c #d\nj = v;x #y ;z\nl = v;x;y ;z #k\nm = a#b#c #d;e ;f\n",**I)
rd("[a]\nk = v ;;x\nj = ;;\nl = a\t;b\n  ; c\n  d ; e\n #f\n\n  g\n",**I)
rd("[a]\nk = v // x\nj=h//x\n # q\n",inline_comment_prefixes=("//",))
rd("[a] ; x\nk = v\n;[b]\n #c\n[d];\n",**I)
rd("[a]\nk = v\n  # in\n  w\n\n  x\n")
rd("[a]\nk = v\n  # in\n  w\n\n  x\n",empty_lines_in_values=False)
rd("[a]\nk = v\nk = 2\nj = 3\n")
rd("[a]\nk = v\n  w\n[a]\n")
rd("[a]\n= x\n y\nfoo\nb = 1\n[c]\nd\n")
rd("[a]\nfoo\n  bar\nb = 1\n", allow_no_value=True)
rd("[a]\nfoo\n\nbar = \n\n\n  z\n", allow_no_value=True)
rd("[a]\n= x\n y\n", allow_no_value=True)
rd("k=1\n[a]\nb=1\n", allow_unnamed_section=True)
rd("k=1\n[a]\nb=1\n")
rd("  [a]\n  b=1\n    c\n d=2\n[x] y]z\nq=1")
rd("[a]\nk=v rem w\nrem z\n", comment_prefixes=("rem",), inline_comment_prefixes=("rem",))
rd("[a]\nk=v\x1cw\n\x0bq=1\n\xa0z\n")
class X(C.Interpolation):
    def before_read(self,p,s,o,v): return (v or "")+"!"
    def before_get(self,p,s,o,v,d): return (v,type(d).__name__)
p=C.ConfigParser({"d":"1"},interpolation=X()); p.read_string("[a]\nk=1\n"); p.read_string("[b]\nz=1\n")
print({s:dict(p._sections[s]) for s in p._sections},p.defaults(), list(p.items("a")), p.get("a","k"))
p=C.ConfigParser(allow_no_value=True); p.read_string("[a]\nk\nj=%(k)s\n"); show(p.items,"a",raw=True); show(p.items,"a"); show(p.get,"a","k"); show(p.get,"a","j")
p.set("a","j","1"); show(p.items,"a")
p=C.ConfigParser(allow_no_value=True,interpolation=C.ExtendedInterpolation()); p.read_string("[a]\nk\nj=x${k}y\nz=${a:b:c}tail\ny=${q}\nx=${b:c}\nw=${a:k}\nv=$x\nu=${\nt=$$\ns=${s}")
for o in "kjzyxwvuts": show(p.get,"a",o)
p=C.RawConfigParser({"n":5,"m":0},interpolation=C.BasicInterpolation()); show(p.get,"DEFAULT","n"); show(p.get,"DEFAULT","m")
p=C.ConfigParser()
for k in ("","a b",1,"ok"): show(p.converters.__setitem__,k,int)
for k in ("","nope",1,"int","ok","ok"): show(p.converters.__delitem__,k)
print(list(p.converters), hasattr(p,"getok"), hasattr(p,"getint"))
for d in ({"d":5},{5:"d"},{"d":"%"},):
    show(lambda: C.ConfigParser(d).defaults()); show(lambda: C.RawConfigParser(d).defaults())
def wr(p,**k):
    f=io.StringIO()
    try: p.write(f,**k)
    except Exception as e: print("E",type(e).__name__,str(e))
    print(repr(f.getvalue()))
for k in ("[a]","= x",":y","a=b","a:b","[a","#c"," x","x=",""):
    p=C.RawConfigParser(); p["s"]={}; p.set("s",k,"v"); print(repr(k)); wr(p); 
p=C.RawConfigParser(delimiters=("->",)); p["s"]={"->a":"1","x\ny":"l1\nl2","n":"q"}; wr(p); 
p=C.RawConfigParser(delimiters=("->",),allow_no_value=True); p["s"]={"x\ny":"l1\nl2","n":None}; wr(p);wr(p,space_around_delimiters=False)
p=C.ConfigParser(allow_unnamed_section=True); p.add_section("z"); p.add_section(C.UNNAMED_SECTION); wr(p); p.set(C.UNNAMED_SECTION,"k","v"); p.set("z","k","v"); wr(p)
show(p.add_section,C.UNNAMED_SECTION); show(C.ConfigParser().add_section,C.UNNAMED_SECTION); show(p.add_section,5); show(p.add_section,"DEFAULT"); show(p.set,"q","a","b"); show(p.set,"z",5,"b"); show(p.set,"z","5",6); show(p.set,"","5","6"); show(p.options,"DEFAULT"); show(p.options,"q"); show(p.items,"q"); show(p.items,"DEFAULT"); show(p.items,"")
show(p.get,"","5"); show(p.has_option,"","5"); show(p.has_option,None,"5"); show(p.remove_option,"q","5"); show(p.remove_option,"","5"); show(p.remove_section,"DEFAULT"); show(p.remove_section,"z"); show(p.popitem); show(p.popitem)
show(p.__delitem__,"DEFAULT"); show(p.__delitem__,"q"); show(p.__getitem__,"q")
show(C.ConfigParser,interpolation=5)
show(lambda: C.ConfigParser(interpolation=C.BasicInterpolation))
p=C.ConfigParser(); show(p.read_dict,{"a":{"b":None,"B":1}}); show(p.read_dict,{"a":{"b":2},"c":{"D":[1]}, 5:{}}); show(lambda:{s:dict(p[s]) for s in p}); show(p.read_dict,{"DEFAULT":{"x":1}}); show(p.read_dict,{"a":{"b":2},"A":{}}); 
class S:
    def __init__(s,t): s.t=t
    def __str__(s): return s.t
show(p.read_dict,{S("x"):{},S("x"):{}}); show(p.read_file,["[q]\n","[q]\n"]); show(p.read_file,5); show(p.read,["/nonexistent"]); show(p.read,5); show(p.read,[])
show(p.read_string,"x")
p["n"]={"a":"1"}; p["n"]=p["n"]; show(dict,p["n"]); p["n"]={"b":"2"}; show(dict,p["n"]); p["DEFAULT"]={"k":"v"}; show(dict,p["n"]); s=p["n"]; show(s.__delitem__,"k"); show(s.__delitem__,"zz"); show(s.get,"zz"); show(s.get,"zz","f"); show(s.getint,"b"); show(s.getint,"zz"); show(s.getint,"zz",7); show(s.getboolean,"b"); show(s.__setitem__,"a",5); show(len,s); show(list,s); show(lambda: s); show(lambda:s.name); show(lambda:s.parser is p); show(s.__getitem__,"zz"); show(lambda: "k" in s); show(p.getint,"n","zz",fallback="x"); show(p.getint,"nn","zz"); show(p.getfloat,"n","b"); show(p.get,"n","x",vars={"X":5}); show(p.get,"n","x",vars={"X":None}); show(p.items,"n",vars={"X":"%(b)s"}); show(p.items,"n",True,{"X":"%(b)s"})
show(p.set,"n","c","%(b"); show(p.set,"n","c","50%"); show(p.set,"n","c",None); show(p.set,"n","c"); 
p.read_string("[i]\na=%(b)s\nb=%(a)s\nc=%(no)s\nd=%z\ne=%(x\nf=%%(b)s %(g)s\ng=G%%\nh=%()s\ni=%(g)d\nj=%\nL=%(G)s"); 
for o in "abcdefghijl": show(p.get,"i",o)
show(p.getboolean,"i","g"); show(p.get,"i","a",raw=True)
class O(C.RawConfigParser): OPTCRE=C.re.compile(r"(?P<option>\S+)(?P<vi>\s)(?P<value>.*)$")
p=O(); show(p.read_string,"[a]\nk v=3\n"); show(p.items,"a")
print([n for n in dir(C.ConfigParser) if not n.startswith("_")],[n for n in dir(C.SectionProxy) if not n.startswith("_")])
for e in (C.DuplicateSectionError("a"),C.DuplicateSectionError("a","f"),C.DuplicateSectionError("a","f",3),C.DuplicateOptionError("a","o"),C.DuplicateOptionError("a","o","f"),C.DuplicateOptionError("a","o","f",12),C.ParsingError("f"),C.ParsingError("f",1,"x"),C.MultilineContinuationError("f",1,"x"),C.InterpolationMissingOptionError("o","s","r","z"),C.InterpolationDepthError("o","s","r"),C.UnnamedSectionDisabledError(),C.InvalidWriteError(),C.Error(),C.InvalidWriteError("x")): print(repr(e),e.args,sorted(vars(e).items()) )
show(lambda: C.ParsingError("f",1,"x").combine([C.ParsingError("g",2,"y")]))
def ctx():
    try: 1/0
    except Exception: C.ConfigParser().get("a","b")
try: ctx()
except Exception as e: print(e.__suppress_context__)
for t in ("", "\n", "# c", " ", "[s]", "x"):
    for strict in (True, False):
        p = C.ConfigParser(allow_unnamed_section=True, allow_no_value=True, strict=strict)
        p.read_string(t); print(repr(t), p.sections())
        try: p.read_string("[z]\n[z]")
        except C.Error as e: print(e, p.sections())
        try: p.read_string("z\nz")
        except C.Error as e: print(e, p.sections())
p = C.ConfigParser(allow_unnamed_section=True); print(p.sections()); p.read_dict({"a":{}}); print(p.sections())
p.read("none"); print(p.sections())
try: p.read_string("[DEFAULT]\nq\n")
except C.Error as e: print(e, p.sections())
