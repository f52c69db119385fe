"""Iterator building blocks."""

import operator as _operator

GenericAlias = type(list[int])


class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, (str, bytes, list, tuple)):
            raise TypeError("a number is required")
        self._n, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        n = self._n
        self._n = n + self._step
        return n

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f"count({self._n!r})"
        return f"count({self._n!r}, {self._step!r})"


class cycle:
    def __init__(self, iterable, /):
        self._it = iter(iterable)
        self._saved = []
        self._i = -1

    def __iter__(self):
        return self

    def __next__(self):
        if self._i < 0:
            for x in self._it:
                self._saved.append(x)
                return x
            self._i = 0
        if not self._saved:
            raise StopIteration
        x = self._saved[self._i]
        self._i = (self._i + 1) % len(self._saved)
        return x


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._times = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times <= 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._times})"


class _lazy:
    """An iterator class whose work is a generator made by _run."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._gen)


class accumulate(_lazy):
    def __init__(self, iterable, func=None, *, initial=None):
        self._gen = self._run(iter(iterable), func or _operator.add, initial)

    @staticmethod
    def _run(it, func, total):
        if total is None:
            for total in it:
                break
            else:
                return
        yield total
        for element in it:
            total = func(total, element)
            yield total


class chain(_lazy):
    def __init__(self, *iterables):
        self._gen = self._run(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._gen = self._run(iterable)
        return self

    @staticmethod
    def _run(iterables):
        for it in iterables:
            yield from it

    __class_getitem__ = classmethod(GenericAlias)


class compress(_lazy):
    def __init__(self, data, selectors):
        self._gen = (d for d, s in zip(data, selectors) if s)


class dropwhile(_lazy):
    def __init__(self, predicate, iterable, /):
        self._gen = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for x in it:
            if not predicate(x):
                yield x
                break
        yield from it


class takewhile(_lazy):
    def __init__(self, predicate, iterable, /):
        self._gen = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for x in it:
            if not predicate(x):
                return
            yield x


class filterfalse(_lazy):
    def __init__(self, function, iterable, /):
        self._gen = (x for x in iterable if not (x if function is None else function(x)))


class groupby:
    def __init__(self, iterable, key=None):
        self._key = key
        self._it = iter(iterable)
        self._target = self._current = self._value = object()
        self._id = None
        self._started = False

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._it)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._id = object()
        while self._current == self._target:
            self._advance()
        self._target = self._current
        return self._current, _grouper(self, self._target, self._id)


class _grouper:
    def __init__(self, parent, key, id):
        self._parent, self._key, self._id = parent, key, id
        self._done = False

    def __iter__(self):
        return self

    def __next__(self):
        p = self._parent
        if self._done or p._id is not self._id or not p._current == self._key:
            raise StopIteration
        value = p._value
        try:
            p._advance()
        except StopIteration:
            self._done = True
            p._current = p._target
            p._it = iter(())
        return value


class islice(_lazy):
    def __init__(self, iterable, *args):
        if not args or len(args) > 3:
            raise TypeError(f"islice expected at {'least 2' if not args else 'most 4'} arguments, got {len(args) + 1}")
        s = slice(*args)
        for name, v in (("start", s.start), ("stop", s.stop)):
            if v is not None and (not hasattr(v, "__index__") or v.__index__() < 0):
                if len(args) == 1:
                    raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
                if name == "stop":
                    raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
                raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if s.step is not None and (not hasattr(s.step, "__index__") or s.step < 1):
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._gen = self._run(iter(iterable), s.start or 0, s.stop, s.step or 1)

    @staticmethod
    def _run(it, start, stop, step):
        if stop is not None and stop <= start:
            for _ in zip(range(stop), it):
                pass
            return
        for _ in zip(range(start), it):
            pass
        left = None if stop is None else stop - start
        while left is None or left > 0:
            for x in it:
                break
            else:
                return
            yield x
            if left is not None:
                left -= 1
                skip = min(step - 1, max(left, 0))
                left -= skip
            else:
                skip = step - 1
            if skip:
                for _ in zip(range(skip), it):
                    pass


class pairwise(_lazy):
    def __init__(self, iterable, /):
        self._gen = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        for a in it:
            break
        else:
            return
        for b in it:
            yield a, b
            a = b


class batched(_lazy):
    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        self._gen = self._run(iter(iterable), n, strict)

    @staticmethod
    def _run(it, n, strict):
        while batch := tuple(islice(it, n)):
            if strict and len(batch) != n:
                raise ValueError("batched(): incomplete batch")
            yield batch


class starmap(_lazy):
    def __init__(self, function, iterable, /):
        self._gen = (function(*args) for args in iterable)


class zip_longest(_lazy):
    def __init__(self, *iterables, fillvalue=None):
        self._gen = self._run([iter(it) for it in iterables], fillvalue)

    @staticmethod
    def _run(its, fillvalue):
        active = len(its)
        if not active:
            return
        done = [False] * len(its)
        while True:
            values = []
            for i, it in enumerate(its):
                if not done[i]:
                    for value in it:
                        break
                    else:
                        done[i] = True
                        active -= 1
                        if not active:
                            return
                        value = fillvalue
                else:
                    value = fillvalue
                values.append(value)
            yield tuple(values)


class product(_lazy):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._gen = self._run([tuple(p) for p in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if not all(pools):
            return
        n = len(pools)
        index = [0] * n
        while True:
            yield tuple([pools[i][index[i]] for i in range(n)])
            for i in reversed(range(n)):
                index[i] += 1
                if index[i] < len(pools[i]):
                    break
                index[i] = 0
            else:
                return


class permutations(_lazy):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and r < 0:
            raise ValueError("r must be non-negative")
        self._gen = self._run(pool, len(pool) if r is None else r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple([pool[i] for i in indices[:r]])
        while n:
            for i in reversed(range(r)):
                cycles[i] -= 1
                if cycles[i] == 0:
                    indices[i:] = indices[i + 1:] + indices[i:i + 1]
                    cycles[i] = n - i
                else:
                    j = cycles[i]
                    indices[i], indices[-j] = indices[-j], indices[i]
                    yield tuple([pool[k] for k in indices[:r]])
                    break
            else:
                return


class combinations(_lazy):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._gen = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(r))
        yield tuple([pool[i] for i in indices])
        while True:
            for i in reversed(range(r)):
                if indices[i] != i + n - r:
                    break
            else:
                return
            indices[i] += 1
            for j in range(i + 1, r):
                indices[j] = indices[j - 1] + 1
            yield tuple([pool[k] for k in indices])


class combinations_with_replacement(_lazy):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._gen = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if not n and r:
            return
        indices = [0] * r
        yield tuple([pool[i] for i in indices])
        while True:
            for i in reversed(range(r)):
                if indices[i] != n - 1:
                    break
            else:
                return
            indices[i:] = [indices[i] + 1] * (r - i)
            yield tuple([pool[k] for k in indices])


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)
    if n == 0:
        return ()
    if isinstance(it, _tee):
        return (it,) + tuple(it.__copy__() for _ in range(n - 1))
    link = [None, None]
    first = _tee(it, link)
    return (first,) + tuple(first.__copy__() for _ in range(n - 1))


class _tee:
    def __init__(self, it, link):
        self._it, self._link = it, link

    def __iter__(self):
        return self

    def __copy__(self):
        return _tee(self._it, self._link)

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._it)
            link[1] = [None, None]
        value, self._link = link
        return value
