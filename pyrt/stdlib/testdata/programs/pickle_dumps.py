# plain values
import pickle
for v in (None, True, False, 0, 1, 255, 256, 65535, 65536, -1, -2 ** 31, 2 ** 31, 2 ** 63, -2 ** 63, 10 ** 30, -10 ** 30, 2 ** 2100, 1.5, -0.0, float('inf'), '', 'text', 'größe', 'x' * 300, b'', b'bytes', b'y' * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2, 'a'], {}, {'a': 1}, {'a': 1, 'b': [2]}, set(), {5}, frozenset(), frozenset([7]), bytearray(b'ba'), 1j, range(3), ..., NotImplemented, slice(1, 2)):
    print(repr(v)[:20], pickle.dumps(v))
# ---
# what is shared is stored once
import pickle
a = [1]
print(pickle.dumps([a, a, 'k', 'k', (2, a)]))
a.append(a); print(pickle.dumps(a))
d = {}; d['self'] = d; print(pickle.dumps(d))
t = ([],); t[0].append(t); print(pickle.dumps(t))
# ---
# long lists come in batches
import pickle
x = pickle.dumps(list(range(2500))); print(len(x), x[:20], x.count(b'('))
y = pickle.dumps({i: None for i in range(1001)}); print(len(y), y[-6:])
# ---
# frames
import pickle
x = pickle.dumps(['a' * 70000, 'b' * 10, b'c' * 70000]); print(len(x), x[:30], x[70020:70060])
z = pickle.dumps(['%05d' % i for i in range(20000)]); print(len(z), z.count(b'\x95'), hash(z) == hash(bytes(z)))
# ---
# protocol 4
import pickle
print(pickle.dumps([1, 'a', bytearray(b'z')], protocol=4), pickle.dumps((1, 2), 4), pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)
try: pickle.dumps(1, 9)
except ValueError as e: print(e)
# ---
# functions and classes by name
import pickle, collections, datetime
print(pickle.dumps(len), pickle.dumps(int), pickle.dumps(collections.OrderedDict), pickle.dumps(ValueError))
class C: pass
def f(): pass
print(pickle.dumps(C), pickle.dumps(f), pickle.dumps([C, C]))
# ---
# instances
import pickle
class P:
    def __init__(self): self.x = 1; self.y = [2]
print(pickle.dumps(P()))
class S:
    def __getstate__(self): return {'z': 3}
print(pickle.dumps(S()))
class R:
    def __reduce__(self): return (R, (1, 2))
print(pickle.dumps(R()))
# ---
# library values
import pickle, datetime, decimal, fractions, uuid, collections
for v in (datetime.date(2024, 5, 6), datetime.datetime(2024, 5, 6, 7, 8, 9, 10), datetime.timedelta(1, 2, 3), decimal.Decimal('1.50'), fractions.Fraction(1, 3), collections.OrderedDict(a=1), collections.deque([1, 2]), collections.Counter('aab'), ValueError('x', 1)):
    print(type(v).__name__, pickle.dumps(v))
# ---
# what cannot be pickled
import pickle
class C: pass
def outer():
    def local(): pass
    return local
for v in (lambda: 1, outer(), (x for x in ''), outer):
    try: print(len(pickle.dumps(v)) > 10)
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
# ---
# a pickler with its own rules
import pickle, io
class Ref(pickle.Pickler):
    def persistent_id(self, obj): return 'ref' if isinstance(obj, dict) else None
b = io.BytesIO(); Ref(b).dump([1, {}, 2]); print(b.getvalue())
b = io.BytesIO(); p = pickle.Pickler(b); p.dump('a'); print(b.getvalue())
b = io.BytesIO(); pickle.dump([1], b); print(b.getvalue())
