# Generators resumed at yields that are statements, in if, while and for.
def g(n):
    i = 0
    while i < n:
        if i % 2:
            yield i
        else:
            for k in range(2):
                yield (i, k)
        i += 1
    return "done"
def d():
    x = yield 1
    print("got", x)
    while True:
        try:
            yield 2
        finally:
            print("fin")
def e():
    for i in range(3):
        yield i
        if i == 1: raise ValueError(i)
def del_():
    for i in [1,2,3]:
        yield i
    else:
        yield "else"
print(list(g(5)))
it = g(3); print(next(it)); print(it.gi_frame.f_lineno if it.gi_frame else None, it.gi_running, it.gi_suspended)
try: it.throw(KeyError("k"))
except KeyError as x: print("thrown", x)
print(list(it))
it = e()
try:
    for v in it: print(v)
except ValueError as x:
    import traceback; traceback.print_exc()
print(list(del_()))
it = del_(); next(it); it.close(); print(list(it))
def rec():
    it2 = None
    def h():
        for i in range(2):
            yield next(it2)
    it2 = h()
    next(it2)
try: rec()
except ValueError as x: print(x)
def deleg():
    r = yield from g(2)
    print("r", r)
print(list(deleg()))
it = g(9)
it.send(None)
try: it.send(5); print(next(it))
except TypeError as x: print(x)
it=g(4)
try: it.send(3)
except TypeError as x: print(x)
print(sum(i for i in range(10) if i % 3), max((len(s) for s in ["a","bbb"]), default=0))
def nested():
    for a in range(2):
        for b in range(2):
            if b: continue
            if a > 5: break
            yield a, b
        else:
            yield "e"
print(list(nested()))
def locals_change():
    for x in range(2):
        y = x * 2
        yield lambda: (x, y)
fs = list(locals_change()); print([f() for f in fs])
