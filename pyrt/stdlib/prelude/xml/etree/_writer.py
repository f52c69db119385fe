"""How trees of elements become text."""

import re
from xml.etree import ElementTree

_prefixes = {"http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
             "http://schemas.xmlsoap.org/wsdl/": "wsdl", "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
             "http://purl.org/dc/elements/1.1/": "dc"}


def register_namespace(prefix, uri):
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for k, v in list(_prefixes.items()):
        if k == uri or v == prefix:
            del _prefixes[k]
    _prefixes[uri] = prefix


def _cannot_serialize(value):
    raise TypeError(f"cannot serialize {value!r} (type {type(value).__name__})")


def _names(root, default):
    """(names as written, prefixes of the namespaces) of all of a tree."""
    written, spaces = {None: None}, {}
    if default:
        spaces[default] = ""

    def add(name):
        if name in written:
            return
        if name[:1] != "{":
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            written[name] = name
            return
        uri, tag = name[1:].rsplit("}", 1)
        prefix = spaces.get(uri)
        if prefix is None:
            prefix = _prefixes.get(uri)
            if prefix is None:
                prefix = f"ns{len(spaces)}"
            if prefix != "xml":
                spaces[uri] = prefix
        written[name] = f"{prefix}:{tag}" if prefix else tag
    for e in root.iter():
        tag = e.tag
        if isinstance(tag, ElementTree.QName):
            add(tag.text)
        elif isinstance(tag, str):
            add(tag)
        elif tag is not None and tag is not ElementTree.Comment and tag is not ElementTree.PI:
            _cannot_serialize(tag)
        for key, value in e.items():
            key = key.text if isinstance(key, ElementTree.QName) else key
            if not isinstance(key, str):
                _cannot_serialize(key)
            add(key)
            if isinstance(value, ElementTree.QName):
                add(value.text)
        if isinstance(e.text, ElementTree.QName):
            add(e.text.text)
    return written, spaces


def _escape_text(text):
    if not isinstance(text, str):
        _cannot_serialize(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_attribute(text):
    if not isinstance(text, str):
        _cannot_serialize(text)
    text = _escape_text(text).replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


_EMPTY_HTML = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source", "track",
               "wbr", "plaintext"}


def _write(out, e, names, spaces, short, html):
    tag = e.tag.text if isinstance(e.tag, ElementTree.QName) else e.tag
    text = e.text.text if isinstance(e.text, ElementTree.QName) else e.text
    if tag is ElementTree.Comment:
        out.append(f"<!--{_escape_text(text) if html else text}-->")
    elif tag is ElementTree.PI:
        out.append(f"<?{_escape_text(text) if html else text}?>")
    elif tag is None:
        if text:
            out.append(_escape_text(text))
        for child in e:
            _write(out, child, names, None, short, html)
    else:
        name = names[tag]
        out.append("<" + name)
        for uri, prefix in sorted(spaces.items(), key=lambda x: x[1]) if spaces else ():
            out.append(f' xmlns{":" + prefix if prefix else ""}="{_escape_attribute(uri)}"')
        for key, value in e.items():
            key = key.text if isinstance(key, ElementTree.QName) else key
            value = names[value.text] if isinstance(value, ElementTree.QName) else _attribute(value, html)
            out.append(f' {names[key]}="{value}"')
        lower = name.lower()
        if text or len(e) or not short or html:
            out.append(">")
            if text:
                out.append(text if html and lower in ("script", "style") else _escape_text(text))
            for child in e:
                _write(out, child, names, None, short, html)
            if not html or lower not in _EMPTY_HTML:
                out.append(f"</{name}>")
        else:
            out.append(" />")
    if e.tail:
        out.append(_escape_text(e.tail))


def _attribute(value, html):
    if html:
        return value.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;") if isinstance(value, str) else _cannot_serialize(value)
    return _escape_attribute(value)


def _serialized(root, encoding, declaration, default, method, short):
    method = method or "xml"
    if method not in ("xml", "html", "text"):
        raise ValueError(f"unknown method {method!r}")
    out = []
    if method == "xml" and (declaration or declaration is None and encoding and encoding.lower() not in ("utf-8", "us-ascii", "unicode")):
        name = "utf-8" if encoding and encoding.lower() == "unicode" else encoding or "us-ascii"
        out.append(f"<?xml version='1.0' encoding='{name}'?>\n")
    if method == "text":
        out += [*root.itertext(), root.tail or ""]
    else:
        names, spaces = _names(root, default)
        _write(out, root, names, spaces, short, method == "html")
    return "".join(out)


def _canonical(out, e, strip):
    def clean(text):
        text = text.strip() if strip and text else text or ""
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")
    out.append("<" + e.tag)
    for k, v in sorted(e.items()):
        v = v.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")
        out.append(f' {k}="{v}"')
    out.append(">" + clean(e.text))
    for child in e:
        _canonical(out, child, strip)
        out.append(clean(child.tail))
    out.append(f"</{e.tag}>")
