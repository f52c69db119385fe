def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# collections
from collections import *
import collections
d = deque([1, 2, 3], maxlen=4); d.append(4); d.appendleft(0); print(d, d.maxlen, d.rotate(1), d, d.rotate(-2), d, d.extend([7, 8]), d, d.extendleft([9]), d, d.pop(), d.popleft(), d.count(1), d.index(2) if 2 in d else '-', d.insert(1, 'x') if len(d) < 4 else '', d, d.reverse(), d, d.copy(), d == deque(d), d + deque([5]), d * 2, d[0], d[-1], list(reversed(d)), 3 in d, deque('ab') < deque('b'), repr(deque(maxlen=2)), bool(deque()))
for f in (lambda: deque(5), lambda: deque([], -1), lambda: deque([], 'x'), lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(5), lambda: deque([1]).index(5), lambda: deque([1], 1).insert(0, 2), lambda: deque([1])['a'], lambda: deque([1])[0:1], lambda: hash(deque()), lambda: deque([1]) + [2], lambda: next(iter(deque())), lambda: [x for x in (q := deque([1, 2])) if q.append(1)], lambda: deque([1, 2]).__class_getitem__(int), lambda: deque([1]) == [1], lambda: deque([3]).rotate('a')): t(f)
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], sorted(c.elements())[:5], c.total(), c + Counter(a=1), c - Counter(a=10), c & Counter(a=2, z=1), c | Counter(z=3), +Counter(a=-1, b=2), -Counter(a=-1), c.update('aa'), c['a'], c.subtract('a'), c['a'], Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter([1, 1]), Counter({'x': 5}, y=2), Counter(None), dict(Counter('aab')), Counter('ab').pop('a'), Counter(a=3).copy(), Counter(a='x') if 0 else '', repr(Counter()), 'a' in c, Counter(b=1, a=1).most_common()); t(Counter.fromkeys, 'ab'); t(Counter, 5); t(Counter, 1, 2); t(lambda: Counter(a=1) < 5); t(lambda: Counter(a=1) + 5); x = Counter(a=1); del x['zz']; x += Counter(a=2); print(x)
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)]); o.move_to_end('a'); print(o, o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict(a=1, b=2))), o == {'c': 3}, o == OrderedDict(c=3), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), o | {'z': 1}, OrderedDict.fromkeys('ab', 0), repr(OrderedDict()), o.pop('q', 'dflt'), o.setdefault('n', 5), o.copy(), o.keys(), o.items()); o.move_to_end('n', last=False); print(o); t(o.move_to_end, 'zz'); t(o.pop, 'zz'); t(OrderedDict().popitem); t(OrderedDict, 5)
dd = defaultdict(list, a=[1]); dd['b'].append(2); print(dd, dd.default_factory, 'q' in dd, dd.get('q'), defaultdict(int) | {'a': 1}, defaultdict(None, x=1), dd.copy(), repr(defaultdict(lambda: 1))[:30]); t(lambda: defaultdict(None)['x']); t(defaultdict, 5); t(lambda: defaultdict(lambda: 1 / 0)['x']); r = defaultdict(list); r['r'] = r; print(r)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); cm['c'] = 5; print(cm, cm['b'], cm.maps, cm.new_child({'z': 0}), cm.parents, list(cm), len(cm), dict(cm), 'b' in cm, cm.get('q', 9), cm.pop('c'), cm | {'n': 1}, cm.copy(), ChainMap(), cm == {'a': 1, 'b': 3}); t(lambda: cm['zz']); t(lambda: cm.pop('b')); t(lambda: cm.__delitem__('b')); t(ChainMap().popitem)
P = namedtuple('P', 'x y', defaults=[5]); p = P(1); print(p, p._asdict(), p._replace(y=2), P._fields, P._field_defaults, p.x, p[1], P._make([3, 4]), P.__doc__, P.x.__doc__, hash(p) == hash((1, 5)), p == (1, 5), p + (1,), list(p), p.count(1), P(*[1, 2]), P.__module__, P.__match_args__, isinstance(p, tuple), max(P(1, 2), P(2, 1)), p.__getnewargs__(), namedtuple('Q', ['a', 'def', 'a', '_b', '1'], rename=True)._fields, namedtuple('R', 'a,b')._fields, repr(P)); import copy; print(copy.copy(p), copy.replace(p, x=9), '%s %s' % p)
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: p._replace(z=1), lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'class'), lambda: namedtuple('Q', '_a'), lambda: namedtuple('1Q', 'a'), lambda: namedtuple('Q', 'a', defaults=[1, 2]), lambda: setattr(p, 'x', 5), lambda: p.zz, lambda: P._make([1]), lambda: namedtuple('class', 'a'), lambda: namedtuple('Q', [1]), lambda: p < 5): t(f)
class UD(UserDict):
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
class UL(UserList): pass
class US(UserString): pass
u = UD(a=1); u.update(b=2); print(u, u.data, 'a' in u, u | {'c': 3}, len(u), u.copy(), repr(UL([1, 2]) + [3]), UL([3, 1])[0], sorted(UL([3, 1])), UL([1]) == [1], US('ab').upper(), US('ab') + 'c', US('a') * 2, repr(US('x')), US('ab')[0], 'a' in US('ab'), type(US('a').upper()).__name__, type(UL([1])[:]).__name__); t(lambda: u['zz'])
