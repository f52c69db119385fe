"""Path name patterns."""

import fnmatch
import os
import re


def has_magic(s):
    return re.search("[*?[]", s) is not None


def escape(pathname):
    return re.sub("([*?[])", r"[\1]", pathname)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    head = "/" if pathname.startswith("/") else ""

    def step(base, parts):
        if not parts:
            if os.path.exists(os.path.join(root_dir or "", base) or "."):
                yield base
            return
        part, rest = parts[0], parts[1:]
        if part == "**" and recursive:
            yield from step(base, rest)
            for n in names(base):
                p = os.path.join(base, n) if base else n
                if os.path.isdir(os.path.join(root_dir or "", p)):
                    yield from step(p, parts)
            return
        if not has_magic(part):
            yield from step(os.path.join(base, part) if base else part, rest)
            return
        for n in names(base):
            if fnmatch.fnmatch(n, part) and (include_hidden or part.startswith(".") or not n.startswith(".")):
                p = os.path.join(base, n) if base else n
                if not rest or os.path.isdir(os.path.join(root_dir or "", p)):
                    yield from step(p, rest)

    def names(base):
        try:
            return os.listdir(os.path.join(root_dir or "", base) or ".")
        except OSError:
            return []
    yield from step(head, [p for p in pathname.split("/") if p])


def glob(pathname, **kw):
    return list(iglob(pathname, **kw))
