"""Elements with attributes, text and children, and what reads, finds and writes them."""

import io
from xml.etree import ElementPath
from xml.etree import _parser, _writer
from xml.etree._events import XMLPullParser
from xml.etree._events import _IterParse
from xml.etree._events import _Events
from xml.etree._writer import _prefixes as _namespace_map
from xml.etree._writer import register_namespace

__all__ = ["Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse",
           "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID",
           "XMLParser", "XMLPullParser", "register_namespace"]

VERSION = "1.3.0"


class ParseError(SyntaxError):
    pass


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {attrib.__class__.__name__}")
        self.tag, self.attrib, self.text, self.tail, self._children = tag, {**attrib, **extra}, None, None, []

    __module__ = "xml.etree.ElementTree"

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib, /):
        return self.__class__(tag, attrib)

    def __copy__(self):
        new = Element(self.tag, dict(self.attrib))
        new.text, new.tail, new._children = self.text, self.tail, list(self._children)
        return new

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or "
                      "'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            for e in element:
                _check_element(e)
        else:
            _check_element(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __iter__(self):
        return iter(self._children)

    def append(self, subelement, /):
        _check_element(subelement, "append() argument 1")
        self._children.append(subelement)

    def extend(self, elements, /):
        for e in elements:
            _check_element(e)
            self._children.append(e)

    def insert(self, index, subelement, /):
        _check_element(subelement, "insert() argument 2")
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        for i, e in enumerate(self._children):
            if e is subelement:
                del self._children[i]
                return
        raise ValueError("Element.remove(x): element not found")

    def find(self, path, namespaces=None):
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children, self.text, self.tail = [], None, None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib.keys())

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag == "*":
            tag = None
        stack = [self]
        while stack:
            e = stack.pop()
            if tag is None or e.tag == tag:
                yield e
            stack += reversed(e._children)

    def itertext(self):
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for e in self._children:
            yield from e.itertext()
            if e.tail:
                yield e.tail


def _check_element(e, what=None):
    if not isinstance(e, Element):
        if what:
            raise TypeError(f"{what} must be xml.etree.ElementTree.Element, not {type(e).__name__}")
        raise TypeError(f'expected an Element, not "{type(e).__name__}"')


def iselement(element):
    return hasattr(element, "tag")


def SubElement(parent, tag, attrib={}, **extra):
    _check_element(parent, "SubElement() argument 1")
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _of(other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= QName._of(other)

    def __lt__(self, other):
        return self.text < QName._of(other)

    def __ge__(self, other):
        return self.text >= QName._of(other)

    def __gt__(self, other):
        return self.text > QName._of(other)

    def __eq__(self, other):
        return self.text == QName._of(other)


class TreeBuilder:
    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data, self._elements, self._last, self._root, self._tail = [], [], None, None, False
        self._factory = element_factory or Element
        self._comment, self._pi = comment_factory or Comment, pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
        self._flush()
        element = self._factory(tag, attrs)
        self._last = element
        if self._elements:
            self._elements[-1].append(element)
        elif self._root is None:
            self._root = element
        self._elements.append(element)
        self._tail = False
        return element

    def end(self, tag):
        self._flush()
        self._last = self._elements.pop()
        self._tail = True
        return self._last

    def comment(self, text):
        return self._single(self._comment, self.insert_comments, text)

    def pi(self, target, text=None):
        return self._single(self._pi, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._elements:
                self._elements[-1].append(element)
            self._tail = True
        return element


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self._parts, self._encoding, self._wanted, self._log = [], encoding, (), None
        self.version, self.entity = "Expat 2.7.4", {}

    def feed(self, data, /):
        self._parts.append(data)

    def flush(self):
        pass

    def close(self):
        try:
            parts = [p.encode("utf-8", "surrogatepass") if isinstance(p, str) else bytes(p) for p in self._parts]
            if all(isinstance(p, str) for p in self._parts):
                text = "".join(self._parts)
            elif self._encoding:
                text = b"".join(parts).decode(self._encoding)
            else:
                text = _parser.decode(b"".join(parts))
            _parser.Parser(text.removeprefix("\ufeff"), _Events(self.target, self._wanted, self._log)).run()
        except _parser.Fault as f:
            error = ParseError(f"{f}: line {f.line}, column {f.column}")
            error.code, error.position = f.code, (f.line, f.column)
            raise error from None
        finish = getattr(self.target, "close", None)
        return finish() if finish is not None else None


class ElementTree:
    def __init__(self, element=None, file=None):
        if element is not None and not iselement(element):
            raise TypeError(f"expected an Element, not {type(element).__name__}")
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        if not iselement(element):
            raise TypeError(f"expected an Element, not {type(element).__name__}")
        self._root = element

    def parse(self, source, parser=None):
        data = source.read() if hasattr(source, "read") else _read_file(source)
        parser = parser or XMLParser()
        parser.feed(data)
        self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def find(self, path, namespaces=None):
        return self._root.find(_from_root(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(_from_root(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(_from_root(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(_from_root(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        if self._root is None:
            raise TypeError("ElementTree not initialized")
        text = _writer._serialized(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        data = text if encoding and encoding.lower() == "unicode" else text.encode(encoding or "us-ascii", "xmlcharrefreplace")
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(data)
            return
        with open(file_or_filename, "w" if isinstance(data, str) else "wb") as f:
            f.write(data)


def _from_root(path):
    if path[:1] == "/":
        import warnings
        path = "." + path
        warnings.warn(f"This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current behaviour, "
                      f"change it to {path!r}", FutureWarning, stacklevel=3)
    return path


def _read_file(name):
    with open(name, "rb") as f:
        return f.read()


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    out = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(out, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return out.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    import sys
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    if not elem.getroot().tail or elem.getroot().tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if len(tree):
        _indent(tree, space, level)


def _indent(elem, space, level):
    inner, outer = "\n" + (level + 1) * space, "\n" + level * space
    if not elem.text or not elem.text.strip():
        elem.text = inner
    for child in elem:
        if len(child):
            _indent(child, space, level + 1)
        if not child.tail or not child.tail.strip():
            child.tail = inner
    if not child.tail.strip():
        child.tail = outer


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def iterparse(source, events=None, parser=None):
    return _IterParse(source, events, parser)


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {e.get("id"): e for e in tree.iter() if e.get("id")}


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


def canonicalize(xml_data=None, *, out=None, from_file=None, strip_text=False, **options):
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    if options:
        raise NotImplementedError(f"canonicalize: {sorted(options)[0]} is not supported by this runtime")
    root = XML(xml_data) if xml_data is not None else parse(from_file).getroot()
    names, spaces = _writer._names(root, None)
    if spaces:
        raise NotImplementedError("canonicalize: namespaces are not supported by this runtime")
    parts = []
    _writer._canonical(parts, root, strip_text)
    text = "".join(parts)
    if out is None:
        return text
    out.write(text)
