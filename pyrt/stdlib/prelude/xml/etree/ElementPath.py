"""The part of XPath that finds elements."""

import re

_TOKENS = re.compile(r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")


def _tokens(path, namespaces):
    default = namespaces.get("") if namespaces else None
    attribute = False
    for m in _TOKENS.finditer(path):
        mark, tag = m.group(1) or "", m.group(2) or ""
        if not tag:
            yield mark, tag
            attribute = mark == "@"
            continue
        if tag[0] != "{":
            if ":" in tag:
                prefix, name = tag.split(":", 1)
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map")
                tag = f"{{{namespaces[prefix]}}}{name}"
            elif default and not attribute:
                tag = f"{{{default}}}{tag}"
        yield mark, tag
        attribute = False


def _matcher(tag):
    if tag[:3] == "{*}":
        name = tag[3:]
        if name == "*":
            return lambda e: isinstance(e.tag, str)
        return lambda e: isinstance(e.tag, str) and (e.tag == name or e.tag.endswith("}" + name))
    if tag == "{}*":
        return lambda e: isinstance(e.tag, str) and not e.tag.startswith("{")
    if tag[-2:] == "}*":
        space = tag[:-1]
        return lambda e: isinstance(e.tag, str) and e.tag.startswith(space)
    if tag[:2] == "{}":
        tag = tag[2:]
    return lambda e: e.tag == tag


class _Path:
    def __init__(self, path, namespaces):
        if path[-1:] == "/":
            path += "*"
        self._list, self._i, self._root, self._parents = list(_tokens(path, namespaces)), 0, None, None
        if path[:1] == "/":
            raise SyntaxError("cannot use absolute path on element")
        self.steps = []
        while self._i < len(self._list):
            self.steps.append(self._step())
            if self._i < len(self._list) and self._list[self._i][0] == "/":
                self._i += 1
                if self._i >= len(self._list):
                    raise SyntaxError("invalid path")

    def _next(self):
        if self._i >= len(self._list):
            raise SyntaxError("invalid path")
        self._i += 1
        return self._list[self._i - 1]

    def _step(self):
        mark, tag = self._next()
        if tag:
            match = _matcher(tag)
            return lambda found: (c for e in found for c in e if match(c))
        if mark == "*":
            return lambda found: (c for e in found for c in e)
        if mark == ".":
            return lambda found: found
        if mark == "..":
            return self._up
        if mark == "//":
            return self._descendants()
        if mark == "[":
            return self._predicate()
        raise SyntaxError(f"unsupported path syntax ({mark!r})" if mark in ("@", "=") else "invalid path")

    def _descendants(self):
        mark, tag = self._next()
        if mark == "*" or tag == "*":
            match = lambda e: True
        elif not mark:
            match = _matcher(tag)
        else:
            raise SyntaxError("invalid descendant")

        def select(found):
            for e in found:
                for c in e.iter():
                    if c is not e and match(c):
                        yield c
        return select

    def _parent_map(self):
        if self._parents is None:
            self._parents = {c: p for p in self._root.iter() for c in p}
        return self._parents

    def _up(self, found):
        parents, seen = self._parent_map(), {}
        for e in found:
            if e in parents:
                p = parents[e]
                if p not in seen:
                    seen[p] = None
                    yield p

    def _predicate(self):
        shape, parts = "", []
        while True:
            mark, tag = self._next()
            if mark == "]":
                break
            if (mark, tag) == ("", ""):
                continue
            if mark and mark[:1] in "'\"":
                shape += "'"
                parts.append(mark[1:-1])
                continue
            shape += mark or "-"
            parts.append(tag)
        test = self._test(shape, parts)
        return lambda found: (e for e in found if test(e)) if callable(test) else found

    def _test(self, shape, parts):
        if shape == "@-":
            return lambda e: e.get(parts[1]) is not None
        if shape in ("@-='", "@-!='"):
            key, value = parts[1], parts[-1]
            if "!=" in shape:
                return lambda e: e.get(key) is not None and e.get(key) != value
            return lambda e: e.get(key) == value
        if shape == "-" and not re.match(r"-?\d+$", parts[0]):
            return lambda e: e.find(parts[0]) is not None
        if shape in (".='", ".!='", "-='", "-!='") and not re.match(r"-?\d+$", parts[0]):
            tag, value, equal = parts[0], parts[-1], "!=" not in shape
            if not tag:
                return lambda e: ("".join(e.itertext()) == value) == equal
            return lambda e: any(("".join(c.itertext()) == value) == equal for c in e.findall(tag))
        if shape in ("-", "-()", "-()-"):
            return self._position(shape, parts)
        raise SyntaxError("invalid predicate")

    def _position(self, shape, parts):
        if shape == "-":
            index = int(parts[0]) - 1
            if index < 0:
                raise SyntaxError("XPath position >= 1 expected")
        else:
            if parts[0] != "last":
                raise SyntaxError("unsupported function")
            index = -1
            if shape == "-()-":
                try:
                    index = int(parts[2]) - 1
                except ValueError:
                    raise SyntaxError("unsupported expression") from None
                if index > -2:
                    raise SyntaxError("XPath offset from last() must be negative")

        def test(e):
            parent = self._parent_map().get(e)
            if parent is None:
                return False
            same = parent.findall(e.tag)
            return -len(same) <= index < len(same) and same[index] is e
        return test

    def select(self, root):
        self._root, found = root, [root]
        for step in self.steps:
            found = step(found)
        return found


def iterfind(elem, path, namespaces=None):
    return iter(_Path(path, namespaces).select(elem))


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    e = find(elem, path, namespaces)
    return default if e is None else e.text or ""
