# copyreg: what may be registered, and under which codes
import copyreg
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class P:
    def __init__(self, x): self.x = x
t(copyreg.pickle, P, 3); t(copyreg.pickle, P, lambda p: (P, (p.x,)), 5); print(P in copyreg.dispatch_table)
t(copyreg.constructor, 5); t(copyreg.constructor, len); t(copyreg.pickle, P, lambda p: (P, (p.x * 2,)), P)
import copy
print(copy.copy(P(4)).x, copy.deepcopy(P(3)).x, copyreg.dispatch_table[P](P(1))[1])
for args in (("m", "n", 0), ("m", "n", 1 << 31), ("m", "n", 240), ("m", "n", 240), ("m", "n", 241), ("m", "o", 240), ("m", "p", "250"), ("m", "q", "x")): t(copyreg.add_extension, *args)
for args in (("m", "n", 241), ("m", "zz", 240), ("m", "n", 240), ("m", "n", 240), ("m", "p", 250)): t(copyreg.remove_extension, *args)
t(copyreg.add_extension, "m", "o", 0x7FFFFFFF); t(copyreg.clear_extension_cache); print(sorted(copyreg.__all__), copyreg.pickle.__name__)
# ---
# copyreg: the makers that protocols 0 to 4 name
import copyreg
class A:
    def __new__(cls, *args, **kw): o = object.__new__(cls); o.got = args, kw; return o
print(copyreg.__newobj__(A, 1, 2).got, copyreg.__newobj_ex__(A, (1,), {"k": 2}).got)
class L(list): pass
class I(int): pass
class B: pass
l = copyreg._reconstructor(L, list, [1, 2]); print(type(l).__name__, l); i = copyreg._reconstructor(I, int, 7); print(type(i).__name__, i)
print(type(copyreg._reconstructor(B, object, None)).__name__)
class S:
    def __reduce__(self): return "name"
print(A(3).__reduce_ex__(2)[0].__name__, L([1]).__reduce_ex__(2)[1], B().__reduce_ex__(4)[1], S().__reduce_ex__(2))
# ---
# graphlib: orders
from graphlib import *
import graphlib
print(graphlib.__all__, CycleError.__mro__[1].__name__, TopologicalSorter[int], TopologicalSorter.__name__, TopologicalSorter.__module__)
def order(*a): return list(TopologicalSorter(*a).static_order())
print(order(), order({}), order({1: ()}), order({"d": ["b", "c"], "b": ["a"], "c": ["a"]}), order({2: [11], 9: [11, 8], 10: [11, 3], 11: [7, 5], 8: [7, 3]}))
print(order({1: [2, 2, 2], 3: {2}}), order({"x": "abc", "a": "c"}), order({(1, 2): [None], None: [True, 2.5]}))
def groups(graph):
    s = TopologicalSorter(graph); s.prepare(); out = []
    while s.is_active():
        g = s.get_ready(); out.append(g); s.done(*g)
    return out
print(groups({1: [2, 3], 2: [4], 3: [4, 5], 6: []}), groups({i: range(i) for i in range(5)}), groups({i: [i - 1] for i in range(4)}))
s = TopologicalSorter(); s.add(1); s.add(1, 2); s.add(2, 3, 3); s.add(1, 4, *[5, 6]); s.add(1); print(list(s.static_order()))
s = TopologicalSorter({0: [1, 2]}); s.add(0, 3); s.prepare(); print(s.get_ready(), s.get_ready(), bool(s)); s.done(2); print(s.get_ready()); s.done(1, 3); print(s.get_ready(), s.get_ready(), s.is_active()); s.done(0); print(s.is_active(), bool(s), s.get_ready())
# ---
# graphlib: what is refused
from graphlib import *
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e, e.args)
s = TopologicalSorter({1: [2], 3: [2]})
t(s.get_ready); t(s.done, 1); t(s.is_active); t(bool, s); t(s.done)
s.prepare(); t(s.prepare); t(s.add, 5); t(s.add, 1, 2); t(s.done, 2); t(s.done, 9); t(s.done, "x"); print(s.get_ready()); t(s.prepare)
t(s.done, 1); t(s.done, 2, 2); t(s.done, 2); t(s.done, 3); print(s.get_ready()); t(s.done, 1, 7); t(s.done, 1); print(s.is_active()); s.done(3); print(s.is_active())
t(TopologicalSorter().add, [1]); t(TopologicalSorter().add, 1, []); t(TopologicalSorter, 5); t(TopologicalSorter, {1: 2}); t(TopologicalSorter({1: []}).done, [])
s = TopologicalSorter({1: []}); s.prepare(); t(s.done, [])
g = TopologicalSorter({1: [1]}).static_order(); t(next, g); g = TopologicalSorter({1: [2]}).static_order(); print(next(g), next(g), next(g, "end"))
# ---
# graphlib: cycles, and what is still given when there is one
from graphlib import *
def cycle(graph):
    try: print(list(TopologicalSorter(graph).static_order()))
    except CycleError as e: print(e.args, str(e))
cycle({1: [1]}); cycle({1: [2], 2: [1]}); cycle({1: [2], 2: [3], 3: [1]}); cycle({1: [2], 2: [3], 3: [2], 4: [5]}); cycle({"a": "b", "b": "c", "c": "d", "d": "b", "e": "a"})
cycle({1: [2, 3], 3: [4], 4: [5, 1], 5: [6], 6: [4]}); cycle({0: [1], 1: [2, 3], 2: [0], 3: [0]}); cycle({i: [(i + 1) % 50] for i in range(50)}); cycle({i: [i + 1] for i in range(300)} | {300: [250]})
cycle({1: [2], 3: [4], 4: [3], 5: [1], 6: [6]}); cycle({x: [y for y in range(6) if (x * y) % 5 == 1] for x in range(6)})
s = TopologicalSorter({1: [2], 2: [3], 3: [2], 5: [6], 6: []})
for _ in range(2):
    try: s.prepare()
    except CycleError as e: print(e.args)
while s.is_active():
    g = s.get_ready(); print(g); s.done(*g)
print(s.get_ready(), s.is_active())
import random
r = random.Random(5)
for n in range(40):
    names = list(range(r.randrange(2, 9))); cycle({x: [y for y in names if r.random() < 0.22] for x in names})
