# A progress bar that shows nothing.


class tqdm:
    def __init__(self, iterable=None, *args, **kw):
        self.iterable = iterable if iterable is not None else ()
        self.n = 0

    def __iter__(self):
        return iter(self.iterable)

    def __len__(self):
        return len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def update(self, n=1):
        self.n += n

    def close(self):
        return None

    refresh = clear = reset = set_description = set_description_str = set_postfix = set_postfix_str = lambda self, *a, **kw: None

    @classmethod
    def write(cls, text, *args, **kw):
        print(text)


def trange(*args, **kw):
    return tqdm(range(*args), **kw)
