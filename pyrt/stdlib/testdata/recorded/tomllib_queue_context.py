"""tomllib, queue, contextvars, stat, errno, threading, locale."""

import tomllib, queue, contextvars, stat, errno, threading, copyreg, sched, platform, locale, gettext, gc, atexit, getpass
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, str(e))
print(tomllib.loads('''
title = "T\\u00e9\\n" # c
[a.b]
x = 1_000
y = [1, 2,
 3,]
z = {p = 1.5, q.r = true}
d = 1979-05-27T07:32:00Z
d2 = 1979-05-27
d3 = 07:32:00.5
d4 = 1979-05-27 07:32:00+01:30
s = """
multi \\
   line"""
l = 'raw\\n'
m = \'\'\'
x''y\'\'\'
h = 0xff
f = [1e3, -inf, nan]
"quoted key" = 'v'
[[arr]]
n=1
[arr.sub]
q=2
[[arr]]
n=2
'''))
for s in ("a=1\na=2","[a]\n[a]","a","a=","a=1 b=2","a=[1","a='x","a={b=1","[a","a=01","a=1979-13-01","=1",'a="\\q"',"a.b=1\n[a]\nc=2","a=1\n[a]","a=[]\n[[a]]","x={a=1}\nx.b=2","a=1979-02-30"): t(tomllib.loads,s)
t(tomllib.loads,b"a=1")
q=queue.PriorityQueue(2); q.put(3); q.put(1); t(q.put,5,block=False); print(q.get(),q.qsize(),q.full()); t(queue.Queue().get_nowait)
v=contextvars.ContextVar("v",default=1); tok=v.set(5); print(v.get()); v.reset(tok); print(v.get()); c=contextvars.copy_context(); c.run(v.set,9); print(v.get(),c[v])
print(stat.filemode(0o100644),stat.filemode(0o41777),stat.S_ISDIR(0o40755),errno.ENOENT,errno.errorcode[13],errno.ECONNREFUSED)
l=threading.Lock()
with l: print(l.locked())
r=[]; th=threading.Thread(target=r.append,args=(1,)); th.start(); th.join(); print(r,th.is_alive(),threading.current_thread().name, th.name)
print(gettext.gettext("x"),gettext.ngettext("a","b",2),locale.format_string("%d",5))
