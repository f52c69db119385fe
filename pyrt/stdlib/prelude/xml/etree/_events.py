"""What tells of elements while they are read."""

from xml.etree import ElementTree


def _nothing(*args):
    pass


class _Events:
    """Passes on what a target has a method for, and notes what was asked for."""

    def __init__(self, target, wanted=(), log=None):
        self._target, self._wanted, self._log = target, wanted, log
        self.data = getattr(target, "data", _nothing)
        self._start, self._end = getattr(target, "start", _nothing), getattr(target, "end", _nothing)
        self._comment, self._pi = getattr(target, "comment", _nothing), getattr(target, "pi", _nothing)

    def start(self, tag, attrs):
        element = self._start(tag, attrs)
        if "start" in self._wanted:
            self._log.append(("start", element))

    def end(self, tag):
        element = self._end(tag)
        if "end" in self._wanted:
            self._log.append(("end", element))

    def comment(self, text):
        element = self._comment(text)
        if "comment" in self._wanted:
            self._log.append(("comment", element))

    def pi(self, target, text):
        element = self._pi(target, text or None)
        if "pi" in self._wanted:
            self._log.append(("pi", element))

    def start_ns(self, prefix, uri):
        if hasattr(self._target, "start_ns"):
            self._target.start_ns(prefix, uri)
        if "start-ns" in self._wanted:
            self._log.append(("start-ns", (prefix, uri)))

    def end_ns(self, prefix):
        if hasattr(self._target, "end_ns"):
            self._target.end_ns(prefix)
        if "end-ns" in self._wanted:
            self._log.append(("end-ns", None))


class XMLPullParser:
    """Tells of elements when it is asked."""

    __module__ = "xml.etree.ElementTree"

    def __init__(self, events=None, *, _parser=None):
        self._wanted, self._parts, self._queue = tuple(events or ("end",)), [], None
        for name in self._wanted:
            if name not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
                raise ValueError(f"unknown event {name!r}")

    def feed(self, data):
        self._parts.append(data)

    def flush(self):
        pass

    def close(self):
        self._read()

    def _read(self):
        if self._queue is None:
            self._queue = []
            parser = ElementTree.XMLParser()
            parser._wanted, parser._log, parser._parts = self._wanted, self._queue, self._parts
            self.root = parser.close()

    def read_events(self):
        self._read()
        while self._queue:
            yield self._queue.pop(0)


class _IterParse:
    """The same in a loop over a source."""

    def __init__(self, source, events, parser):
        self._pull, self.root, self._source = XMLPullParser(events), None, source
        self._events = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._events is None:
            self._pull.feed(self._source.read() if hasattr(self._source, "read") else ElementTree._read_file(self._source))
            self._events = self._pull.read_events()
        for event in self._events:
            return event
        self.root = self._pull.root
        raise StopIteration

    def close(self):
        pass
