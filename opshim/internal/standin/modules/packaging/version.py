# Versions by PEP 440, as far as comparing them goes.

import functools
import re

VERSION_PATTERN = r"""
v?(?:(?:(?P<epoch>[0-9]+)!)?(?P<release>[0-9]+(?:\.[0-9]+)*)
(?P<pre>[-_.]?(?P<pre_l>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?P<pre_n>[0-9]+)?)?
(?P<post>(?:-(?P<post_n1>[0-9]+))|(?:[-_.]?(?P<post_l>post|rev|r)[-_.]?(?P<post_n2>[0-9]+)?))?
(?P<dev>[-_.]?(?P<dev_l>dev)[-_.]?(?P<dev_n>[0-9]+)?)?)
(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?
"""
_SPELLINGS = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc"}
_pattern = re.compile(r"\s*" + VERSION_PATTERN + r"\s*", re.VERBOSE | re.IGNORECASE)


class InvalidVersion(ValueError):
    pass


@functools.total_ordering
class Version:
    def __init__(self, version):
        m = _pattern.fullmatch(version)
        if m is None:
            raise InvalidVersion("Invalid version: %r" % version)
        self.epoch = int(m["epoch"] or 0)
        self.release = tuple(int(n) for n in m["release"].split("."))
        letter = (m["pre_l"] or "").lower()
        self.pre = (_SPELLINGS.get(letter, letter), int(m["pre_n"] or 0)) if letter else None
        self.post = int(m["post_n1"] or m["post_n2"] or 0) if m["post"] else None
        self.dev = int(m["dev_n"] or 0) if m["dev"] else None
        self.local = re.sub("[-_]", ".", m["local"].lower()) if m["local"] else None

    major = property(lambda self: self.release[0])
    minor = property(lambda self: self.release[1] if len(self.release) > 1 else 0)
    micro = property(lambda self: self.release[2] if len(self.release) > 2 else 0)
    is_devrelease = property(lambda self: self.dev is not None)
    is_postrelease = property(lambda self: self.post is not None)
    is_prerelease = property(lambda self: self.dev is not None or self.pre is not None)
    base_version = property(lambda self: ("%d!" % self.epoch if self.epoch else "") + ".".join(map(str, self.release)))

    @property
    def public(self):
        out = self.base_version
        if self.pre is not None:
            out += "%s%d" % self.pre
        if self.post is not None:
            out += ".post%d" % self.post
        return out + (".dev%d" % self.dev if self.dev is not None else "")

    def __str__(self):
        return self.public + ("+" + self.local if self.local else "")

    def __repr__(self):
        return "<Version('%s')>" % self

    @property
    def _key(self):
        release = list(self.release)
        while len(release) > 1 and release[-1] == 0:
            release.pop()
        if self.pre is not None:
            pre = (1,) + self.pre
        else:
            pre = (0,) if self.post is None and self.dev is not None else (2,)
        local = tuple((1, int(p), "") if p.isdigit() else (0, 0, p) for p in self.local.split(".")) if self.local else ()
        return (self.epoch, tuple(release), pre, -1 if self.post is None else self.post,
                (1, 0) if self.dev is None else (0, self.dev), bool(self.local), local)

    def __hash__(self):
        return hash(self._key)

    def __eq__(self, other):
        return self._key == other._key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if isinstance(other, Version) else NotImplemented


def parse(version):
    return Version(version)
