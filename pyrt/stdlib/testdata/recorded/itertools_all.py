import copy
import itertools as it


def show(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


def few(x, n=6):
    return list(it.islice(x, n))


for args in [(), (5,), (5, -2), (1.5, 0.25), (10**20,), (True,)]:
    show("count", lambda: few(it.count(*args)))
    show("count repr", lambda: repr(it.count(*args)))
show("count step", lambda: few(it.count(step=3)))
show("count text", lambda: it.count("a"))
c = it.count(3)
next(c)
print(c)
show("cycle", lambda: few(it.cycle("abc"), 8))
show("cycle empty", lambda: few(it.cycle("")))
show("repeat", lambda: few(it.repeat("x"), 3))
show("repeat n", lambda: list(it.repeat("x", 2)))
show("repeat negative", lambda: list(it.repeat("x", -2)))
show("repeat kw", lambda: list(it.repeat(object=1, times=2)))
r = it.repeat([1], 5)
next(r)
print(r, it.repeat("a"), r.__length_hint__())
show("hint", lambda: it.repeat(1).__length_hint__())
show("chain", lambda: list(it.chain("ab", [1], (), range(2))))
show("chain bad", lambda: list(it.chain("ab", 1)))
show("from_iterable", lambda: list(it.chain.from_iterable(["ab", [1]])))
show("alias", lambda: it.chain[int])
show("accumulate", lambda: list(it.accumulate([1, 2, 3, 4])))
show("accumulate f", lambda: list(it.accumulate([3, 1, 4, 1], max)))
show("accumulate initial", lambda: list(it.accumulate([1, 2], initial=10)))
show("accumulate empty", lambda: (list(it.accumulate([])), list(it.accumulate([], initial=1))))
show("accumulate func", lambda: list(it.accumulate("abc", func=lambda a, b: b + a)))
show("compress", lambda: list(it.compress("abcdef", [1, 0, 1, 0, 1])))
show("takewhile", lambda: list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
t = it.takewhile(lambda x: x < 3, [1, 3, 1])
print(list(t), list(t))
show("dropwhile", lambda: list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
show("filterfalse", lambda: list(it.filterfalse(None, [0, 1, "", "a", None])))
show("filterfalse f", lambda: list(it.filterfalse(lambda x: x % 2, range(6))))
show("starmap", lambda: list(it.starmap(pow, [(2, 3), [3, 2]])))
show("starmap bad", lambda: list(it.starmap(pow, [1])))
show("pairwise", lambda: (list(it.pairwise("abcd")), list(it.pairwise("a")), list(it.pairwise(""))))
show("zip_longest", lambda: list(it.zip_longest("ab", range(3), [None], fillvalue="-")))
show("zip_longest none", lambda: list(it.zip_longest()))
for args in [(4,), (2, 5), (1, None, 3), (None,), (0,), (3, 1), (2, 9, 4), (None, None, None), (True,)]:
    show(("islice", args), lambda: list(it.islice("abcdefghij", *args)))
for args in [(), (-1,), ("a",), (1, -1), (-1, 2), (1, 2, 0), (1, 2, -1), (1, 2, 3, 4), (1.5,)]:
    show(("islice bad", args), lambda: list(it.islice("abc", *args)))
source = iter(range(10))
print(list(it.islice(source, 3)), list(it.islice(source, 1, 5, 2)), list(source))
source = iter(range(10))
print(list(it.islice(source, 5, 3)), list(source))
show("batched", lambda: list(it.batched("abcdefg", 3)))
show("batched strict", lambda: list(it.batched("abcdefg", 3, strict=True)))
show("batched bad", lambda: it.batched("a", 0))
show("product", lambda: list(it.product("ab", [1, 2])))
show("product repeat", lambda: list(it.product([0, 1], repeat=2)))
show("product empty", lambda: (list(it.product()), list(it.product("ab", "")), list(it.product("ab", repeat=0))))
show("product bad", lambda: it.product("a", repeat=-1))
for n in range(5):
    show(("permutations", n), lambda: list(it.permutations("abc", n)))
    show(("combinations", n), lambda: list(it.combinations("abcd", n)))
    show(("replacement", n), lambda: list(it.combinations_with_replacement("abc", n)))
show("permutations all", lambda: ["".join(p) for p in it.permutations("abcd")])
show("permutations kw", lambda: list(it.permutations(iterable="ab", r=1)))
show("permutations bad", lambda: it.permutations("ab", -1))
show("combinations bad", lambda: it.combinations("ab", -1))
show("replacement empty", lambda: (list(it.combinations_with_replacement("", 0)), list(it.combinations_with_replacement("", 1))))
show("groupby", lambda: [(k, list(g)) for k, g in it.groupby("aabbbca")])
show("groupby key", lambda: [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
show("groupby skip", lambda: [k for k, g in it.groupby("aabbbca")])
show("groupby late", lambda: [list(g) for g in [g for k, g in it.groupby("aab")]])
show("groupby first", lambda: [next(g) for k, g in it.groupby("aabbbca")])
show("groupby kw", lambda: [k for k, g in it.groupby(iterable=[1, 1, 2], key=None)])
show("groupby empty", lambda: list(it.groupby([])))
show("groupby none", lambda: [(k, list(g)) for k, g in it.groupby([None, None, 0])])
a, b = it.tee([1, 2, 3])
print(next(a), next(a), next(b), list(a), list(b))
x, y, z = it.tee(iter("abc"), 3)
next(x)
w = copy.copy(x)
print(list(w), list(x), list(y), list(z))
show("tee 0", lambda: it.tee("a", 0))
show("tee bad", lambda: it.tee("a", -1))
p, q = it.tee(it.tee("xy", 1)[0])
print(list(p), list(q))
g = it.chain("ab")
print(iter(g) is g, next(g), next(g), next(g, "end"), next(g, "end"))
show("stop", lambda: next(it.chain()))
for name in ("chain", "count", "islice", "groupby", "accumulate"):
    cls = getattr(it, name)
    print(cls.__name__, cls.__module__, isinstance(cls, type), cls)


class Twice(it.chain):
    def both(self):
        return list(self) * 2


print(Twice("ab").both())


class Fails:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("here")


for f in (lambda: list(it.chain(Fails())), lambda: list(it.islice(Fails(), 2)), lambda: list(it.zip_longest("ab", Fails())),
          lambda: next(it.groupby(Fails())), lambda: list(it.accumulate(Fails()))):
    show("fails", f)
for f in (lambda: it.chain(a=1), lambda: it.count(1, 2, 3), lambda: it.compress("a"), lambda: it.islice(), lambda: it.takewhile(1)):
    try:
        f()
    except TypeError:
        print("refused")
