"""Addresses in headers, read token by token."""

import re
from email import _words

_TOKEN = re.compile(r'[ \t\r\n]+|"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\(|[<>@,:;.]|[^ \t\r\n"()<>@,:;.\[]+|.', re.S)
SPECIAL = re.compile(r'[][\\()<>@,:;".]')


def unquoted(text):
    return re.sub(r"\\(.)", r"\1", text, flags=re.S)


def tokens(text):
    """Pairs of a kind and a text: a(tom), q(uoted), c(omment), w(hite), s(pecial), l(iteral)."""
    pos = 0
    while pos < len(text):
        if text[pos] == "(":
            end, depth = pos + 1, 1
            while end < len(text) and depth:
                depth += {"(": 1, ")": -1}.get(text[end], 0)
                end += 2 if text[end] == "\\" else 1
            yield "c", text[pos:end]
            pos = end
            continue
        t = _TOKEN.match(text, pos)[0]
        pos += len(t)
        c = t[0]
        yield ("w" if c in " \t\r\n" else "q" if c == '"' else "l" if c == "[" else "s" if t in "<>@,:;." else "a"), t


def split(text):
    """The parts of an address list: (name of group or None, [(tokens of an address)])."""
    group, current, angle, out = None, [], False, []
    members = []
    for kind, t in tokens(text):
        if kind == "s" and not angle:
            if t == ",":
                if group is None:
                    if current is not None:
                        out.append((None, [current]))
                else:
                    members.append(current)
                current = []
                continue
            if t == ":" and group is None:
                group, current, members = current, [], []
                continue
            if t == ";" and group is not None:
                if any(k != "w" for k, _ in current):
                    members.append(current)
                out.append((group, members))
                group, current = None, None
                continue
        if kind == "s":
            angle = t == "<" or angle and t != ">"
        if current is None:
            current = []
        current.append((kind, t))
    if group is not None:
        out.append((group, members + [current or []]))
    elif current is not None:
        out.append((None, [current]))
    return out


def _phrase(found, decode):
    """The words of a display name, a blank between them where one stood."""
    out, blank, was = "", False, False
    for kind, t in found:
        if kind in "wc":
            blank = True
            continue
        is_word = False
        if kind == "q":
            t = unquoted(t[1:-1] if len(t) > 1 and t.endswith('"') else t[1:])
        elif decode:
            is_word = bool(_words.WORD.fullmatch(t))
            t = _words.plain(t)
        out += (" " if blank and out and not (is_word and was) else "") + t
        blank, was = False, is_word
    return out


def _addr(found):
    """local part and domain as they are spelled, without white space and comments."""
    texts = [t for kind, t in found if kind not in "wc"]
    return "".join(texts)


def mailbox(found, decode=False):
    """name, address and comments of one address."""
    comments = [unquoted(t[1:-1]) for kind, t in found if kind == "c"]
    marks = [i for i, (kind, t) in enumerate(found) if kind == "s" and t == "<"]
    if not marks:
        return "", _addr(found), comments
    i = marks[0]
    inner = found[i + 1:]
    for j, (kind, t) in enumerate(inner):
        if kind == "s" and t == ">":
            inner = inner[:j]
            break
    route = [j for j, (kind, t) in enumerate(inner) if t == ":"]
    if route and inner[0][1] == "@":
        inner = inner[route[-1] + 1:]
    return _phrase(found[:i], decode), _addr(inner), comments


def pairs(text):
    """(name, address) of each address, as the older interface gives them."""
    out = []
    for _, members in split(text):
        for found in members:
            if any(kind != "w" for kind, _ in found):
                out += _pairs_of(found)
    return out or [("", "")] * bool(text.strip())


def _at(found, mark):
    return next((i for i, (kind, t) in enumerate(found) if kind == "s" and t == mark), len(found))


def _pairs_of(found):
    """The pairs of one address; what stands before or after where nothing may, makes more of them."""
    out, angle, end = [], _at(found, "<"), _at(found, ">")
    rest, found = found[end + 1:], found[:end + 1]
    if angle < len(found) and _at(found, "@") < angle:
        out.append(("", _addr(found[:angle])))
        found = found[angle:]
    name, addr, comments = mailbox(found)
    marks = [t for kind, t in found if kind == "s"]
    if not marks and len([1 for kind, _ in found if kind in "aq"]) > 1:
        addr = next(t for kind, t in found if kind in "aq")
    if marks.count("@") > 1 and ":" not in marks:
        out.append(("", ""))
        name, addr = "", "@" + addr.rsplit("@", 1)[1]
    if comments:
        name = name + " (" + " ".join(comments) + ")" if name else " ".join(comments)
    out.append((name, addr))
    if any(kind not in "wc" for kind, _ in rest):
        out.append(("", _addr(rest)))
    return out


def phrase(found, decode=True):
    return _phrase(found, decode)
