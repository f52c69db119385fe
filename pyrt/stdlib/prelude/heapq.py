"""Heap queue."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _up(heap, pos, start, before):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not before(item, heap[parent]):
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _down(heap, pos, before):
    end, start, item = len(heap), pos, heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not before(heap[child], heap[right]):
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _up(heap, pos, start, before)


def _lt(a, b):
    return a < b


def _gt(a, b):
    return b < a


def _push(heap, item, before):
    heap.append(item)
    _up(heap, len(heap) - 1, 0, before)


def _pop(heap, before):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        top, heap[0] = heap[0], last
        _down(heap, 0, before)
        return top
    return last


def _replace(heap, item, before):
    if not heap:
        raise IndexError("index out of range")
    top, heap[0] = heap[0], item
    _down(heap, 0, before)
    return top


def _heapify(heap, before):
    for i in reversed(range(len(heap) // 2)):
        _down(heap, i, before)


def heappush(heap, item, /):
    _push(heap, item, _lt)


def heappop(heap, /):
    return _pop(heap, _lt)


def heapreplace(heap, item, /):
    return _replace(heap, item, _lt)


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0, _lt)
    return item


def heapify(heap, /):
    _heapify(heap, _lt)


def heappush_max(heap, item, /):
    _push(heap, item, _gt)


def heappop_max(heap, /):
    return _pop(heap, _gt)


def heapreplace_max(heap, item, /):
    return _replace(heap, item, _gt)


def heappushpop_max(heap, item):
    if heap and item < heap[0]:
        return heapreplace_max(heap, item)
    return item


def heapify_max(heap, /):
    _heapify(heap, _gt)


def merge(*iterables, key=None, reverse=False):
    its = []
    for order, it in enumerate(iterables):
        it = iter(it)
        for value in it:
            its.append([value if key is None else key(value), order, value, it])
            break
    before = (lambda a, b: b[0] < a[0] or not a[0] < b[0] and a[1] < b[1]) if reverse else (
        lambda a, b: a[0] < b[0] or not b[0] < a[0] and a[1] < b[1])
    _heapify(its, before)
    while its:
        entry = its[0]
        yield entry[2]
        for value in entry[3]:
            entry[0], entry[2] = value if key is None else key(value), value
            _down(its, 0, before)
            break
        else:
            _pop(its, before)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
