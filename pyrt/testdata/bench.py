# Each bench_* function is one benchmark: it runs a fixed piece of work n times.


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def bench_calls(n):
    for _ in range(n):
        fib(15)


def bench_loop(n):
    for _ in range(n):
        total = 0
        for i in range(1000):
            if i % 3 == 0:
                total += i
            else:
                total -= 1


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)


def bench_objects(n):
    for _ in range(n):
        p, q = Point(0, 0), Point(1, 2)
        for _ in range(300):
            p = p.add(q)


def bench_dicts(n):
    for _ in range(n):
        d = {}
        for i in range(300):
            k = "k%d" % (i % 50)
            d[k] = d.get(k, 0) + 1


def bench_comprehensions(n):
    for _ in range(n):
        s = [x * 2 for x in range(300) if x % 2]
        t = {x: str(x) for x in s}
        sum(x for x in t)


def bench_generators(n):
    def count(k):
        for i in range(k):
            yield i

    for _ in range(n):
        for _ in count(300):
            pass


def bench_exceptions(n):
    for _ in range(n):
        for _ in range(100):
            try:
                raise ValueError("x")
            except ValueError:
                pass


class Op:
    def __init__(self):
        self.calls = []

    def create_table(self, name, *columns, schema=None, **kw):
        self.calls.append(("create_table", name, columns, schema, kw))

    def add_column(self, table, column, *, schema=None):
        self.calls.append(("add_column", table, column, schema))


def bench_migration(n):
    """Fifty directives, as an ordinary migration makes them."""
    for _ in range(n):
        op = Op()
        for i in range(10):
            op.create_table(f"t{i}", ("id", "integer", False), ("name", "text", True), schema="s", comment=f"table {i}")
            op.add_column(f"t{i}", ("a", "integer"), schema="s")
            op.add_column(f"t{i}", ("b", "integer"), schema="s")
            op.add_column(f"t{i}", ("c", "integer"), schema="s")
            op.add_column(f"t{i}", ("d", "integer"), schema="s")
