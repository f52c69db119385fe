"""Abstract syntax trees, read by this runtime's own parser."""

import _ast
import re
from enum import IntEnum, auto

PyCF_ONLY_AST = 1024
PyCF_TYPE_COMMENTS = 4096
PyCF_ALLOW_TOP_LEVEL_AWAIT = 8192
PyCF_OPTIMIZED_AST = 33792


class AST:
    _attributes = ()
    _fields = ()
    _field_types = {}
    _kinds = {}
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        names = self._fields
        if len(args) > len(names):
            raise TypeError(f'{cls.__name__} constructor takes at most {len(names)} positional argument{"" if len(names) == 1 else "s"}')
        rest = set(names)
        for name, value in zip(names, args):
            rest.discard(name)
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in names:
                if name not in rest:
                    raise TypeError(f"{cls.__name__} got multiple values for argument '{name}'")
                rest.discard(name)
            elif name not in self._attributes:
                _warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. "
                      "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.")
            setattr(self, name, value)
        for name in names:
            if name not in rest:
                continue
            kind = self._kinds.get(name)
            if kind == '*':
                setattr(self, name, [])
            elif kind == '?':
                setattr(self, name, None)
            elif kind == 'ctx':
                setattr(self, name, Load())
            elif kind is not None:
                _warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. "
                      "This will become an error in Python 3.15.")

    def __reduce_ex__(self, protocol):
        return _rebuild, (type(self), dict(self.__dict__))

    def __repr__(self):
        return _short(self, 3)

    def __replace__(self, /, **changes):
        known = set(self._fields) | set(self._attributes)
        for name in changes:
            if name not in known:
                raise TypeError(f'{type(self).__name__}.__replace__ got an unexpected keyword argument {name!r}.')
        return _rebuild(type(self), self.__dict__ | changes)


def _warn(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _rebuild(cls, attributes):
    node = cls.__new__(cls)
    for name, value in attributes.items():
        setattr(node, name, value)
    return node


def _short(node, depth):
    if depth <= 0:
        return type(node).__name__ + '(...)'
    parts = []
    for name in node._fields:
        try:
            value = getattr(node, name)
        except AttributeError:
            continue
        if isinstance(value, list):
            text = '[' + ', '.join(_short_item(v, depth) for v in (value if len(value) <= 2 else [value[0], value[-1]])) + ']'
            if len(value) > 2:
                text = f'[{_short_item(value[0], depth)}, ..., {_short_item(value[-1], depth)}]'
        else:
            text = _short_item(value, depth)
        parts.append(f'{name}={text}')
    return f'{type(node).__name__}({", ".join(parts)})'


def _short_item(value, depth):
    return _short(value, depth - 1) if isinstance(value, AST) else repr(value)


# Base, its attributes, and its classes with their fields; * is a list, ? may be None.
_grammar = """
mod:
Module body* type_ignores*
Interactive body*
Expression body
FunctionType argtypes* returns
stmt: lineno col_offset end_lineno? end_col_offset?
FunctionDef name args body* decorator_list* returns? type_comment? type_params*
AsyncFunctionDef name args body* decorator_list* returns? type_comment? type_params*
ClassDef name bases* keywords* body* decorator_list* type_params*
Return value?
Delete targets*
Assign targets* value type_comment?
TypeAlias name type_params* value
AugAssign target op value
AnnAssign target annotation value? simple
For target iter body* orelse* type_comment?
AsyncFor target iter body* orelse* type_comment?
While test body* orelse*
If test body* orelse*
With items* body* type_comment?
AsyncWith items* body* type_comment?
Match subject cases*
Raise exc? cause?
Try body* handlers* orelse* finalbody*
TryStar body* handlers* orelse* finalbody*
Assert test msg?
Import names*
ImportFrom module? names* level?
Global names*
Nonlocal names*
Expr value
Pass
Break
Continue
expr: lineno col_offset end_lineno? end_col_offset?
BoolOp op values*
NamedExpr target value
BinOp left op right
UnaryOp op operand
Lambda args body
IfExp test body orelse
Dict keys* values*
Set elts*
ListComp elt generators*
SetComp elt generators*
DictComp key value generators*
GeneratorExp elt generators*
Await value
Yield value?
YieldFrom value
Compare left ops* comparators*
Call func args* keywords*
FormattedValue value conversion format_spec?
Interpolation value str conversion format_spec?
JoinedStr values*
TemplateStr values*
Constant value kind?
Attribute value attr ctx
Subscript value slice ctx
Starred value ctx
Name id ctx
List elts* ctx
Tuple elts* ctx
Slice lower? upper? step?
expr_context:
Load
Store
Del
boolop:
And
Or
operator:
Add
Sub
Mult
MatMult
Div
Mod
Pow
LShift
RShift
BitOr
BitXor
BitAnd
FloorDiv
unaryop:
Invert
Not
UAdd
USub
cmpop:
Eq
NotEq
Lt
LtE
Gt
GtE
Is
IsNot
In
NotIn
-comprehension:
target iter ifs* is_async
excepthandler: lineno col_offset end_lineno? end_col_offset?
ExceptHandler type? name? body*
-arguments:
posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*
-arg: lineno col_offset end_lineno? end_col_offset?
arg annotation? type_comment?
-keyword: lineno col_offset end_lineno? end_col_offset?
arg? value
-alias: lineno col_offset end_lineno? end_col_offset?
name asname?
-withitem:
context_expr optional_vars?
-match_case:
pattern guard? body*
pattern: lineno col_offset end_lineno end_col_offset
MatchValue value
MatchSingleton value
MatchSequence patterns*
MatchMapping keys* patterns* rest?
MatchClass cls patterns* kwd_attrs* kwd_patterns*
MatchStar name?
MatchAs pattern? name?
MatchOr patterns*
type_ignore:
TypeIgnore lineno tag
type_param: lineno col_offset end_lineno end_col_offset
TypeVar name bound? default_value?
ParamSpec name default_value?
TypeVarTuple name default_value?
"""


def _make_class(name, base, fields, attributes=None):
    names = tuple(f.rstrip('*?') for f in fields)
    kinds = {n: 'ctx' if n == 'ctx' else f[len(n):] or '1' for n, f in zip(names, fields)}
    body = {'__module__': 'ast', '_fields': names, '__match_args__': names, '_kinds': kinds}
    if attributes is not None:
        body['_attributes'] = tuple(a.rstrip('?') for a in attributes)
        body.update((a[:-1], None) for a in attributes if a.endswith('?'))
    body.update((n, None) for n in names if kinds[n] == '?')
    return type(name, (base,), body)


def _make_classes():
    classes = {'AST': AST}
    base, single = AST, None
    for line in _grammar.split('\n'):
        if not line:
            continue
        head, colon, rest = line.partition(':')
        if colon and not head.startswith('-'):
            base = classes[head] = _make_class(head, AST, (), rest.split())
        elif colon:
            single = head[1:], rest.split()
        elif single:
            classes[single[0]] = _make_class(single[0], AST, line.split(), single[1])
            single = None
        else:
            name, *fields = line.split()
            classes[name] = _make_class(name, base, fields)
    return classes


_classes = _make_classes()
globals().update(_classes)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """Parse source text into a tree."""
    if isinstance(source, AST):
        return source
    if mode == 'eval':
        return Expression(body=_ast.parse(source.lstrip(' \t') if isinstance(source, str) else source, filename, True, _classes))
    if mode not in ('exec', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    body = _ast.parse(source, filename, False, _classes)
    if mode == 'single':
        return Interactive(body=body)
    return Module(body=body, type_ignores=[])


def literal_eval(node_or_string):
    """Evaluate a literal: strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None and Ellipsis."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(' \t'), mode='eval').body
    elif isinstance(node, Expression):
        node = node.body
    return _literal(node)


def _malformed(node):
    line = getattr(node, 'lineno', None)
    raise ValueError('malformed node or string' + (f' on line {line}' if line else '') + f': {node!r}')


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _literal(node):
    match node:
        case Constant():
            return node.value
        case Tuple():
            return tuple(map(_literal, node.elts))
        case List():
            return list(map(_literal, node.elts))
        case Set():
            return set(map(_literal, node.elts))
        case Call(func=Name(id='set'), args=[], keywords=[]):
            return set()
        case Dict():
            if len(node.keys) != len(node.values):
                _malformed(node)
            return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
        case BinOp(op=Add() | Sub()):
            left, right = _signed(node.left), _number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """A formatted text of the tree in node."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {node.__class__.__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def layout(level):
        if indent is None:
            return '', ', '
        inner = '\n' + indent * level
        return inner, ',' + inner

    def form(node, level=0):
        level += 1
        prefix, sep = layout(level)
        if isinstance(node, list):
            if not node:
                return '[]', True
            return f'[{prefix}{sep.join(form(x, level)[0] for x in node)}]', False
        if not isinstance(node, AST):
            return repr(node), True
        args, skipped = [], []
        flat = True
        keywords = annotate_fields
        cls = type(node)
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                keywords = True
                continue
            if not show_empty:
                if value == []:
                    if not keywords:
                        skipped.append(repr(value))
                    continue
            if not keywords:
                args.extend(skipped)
                skipped = []
            text, simple = form(value, level)
            flat = flat and simple
            args.append(f'{name}={text}' if keywords else text)
        if include_attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, simple = form(value, level)
                flat = flat and simple
                args.append(f'{name}={text}')
        if flat and len(args) <= 3:
            return f'{cls.__name__}({", ".join(args)})', not args
        return f'{cls.__name__}({prefix}{sep.join(args)})', False

    return form(node)[0]


def iter_fields(node):
    """Pairs of field name and value."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The direct children of node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """All nodes below node and itself, level by level."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def copy_location(new_node, old_node):
    """Copy the place of old_node to new_node."""
    for name in 'lineno', 'col_offset', 'end_lineno', 'end_col_offset':
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith('end_'):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give every node that has no place the one of its parent."""
    def fix(node, place):
        place = list(place)
        for i, name in enumerate(('lineno', 'col_offset', 'end_lineno', 'end_col_offset')):
            if name in node._attributes:
                if not hasattr(node, name) or name.startswith('end_') and getattr(node, name, None) is None:
                    setattr(node, name, place[i])
                else:
                    place[i] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move the tree in node down by n lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """The docstring of a module, class or function, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    match node.body:
        case [Expr(value=Constant(value=str() as text)), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text
    return None


def _source_lines(source):
    return re.findall(r'.*?(?:\r\n|\n|\r|$)', source, re.S)


def get_source_segment(source, node, *, padded=False):
    """The text of source that node was read from, or None."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _source_lines(source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    head = lines[first].encode()
    padding = ''
    if padded:
        padding = ''.join(c if c in '\f\t' else ' ' for c in head[:start].decode())
    return ''.join([padding + head[start:].decode(), *lines[first + 1:last], lines[last].encode()[:end].decode()])


def compare(a, b, /, *, compare_attributes=False):
    """Tell whether two trees are equal."""
    def same(x, y):
        if isinstance(x, AST):
            return isinstance(y, AST) and compare(x, y, compare_attributes=compare_attributes)
        if isinstance(x, list):
            return isinstance(y, list) and len(x) == len(y) and all(map(same, x, y))
        return type(x) is type(y) and x == y

    def same_all(names):
        missing = object()
        for name in names:
            x, y = getattr(a, name, missing), getattr(b, name, missing)
            if x is missing and y is missing:
                continue
            if x is missing or y is missing or not same(x, y):
                return False
        return True

    return type(a) is type(b) and same_all(a._fields) and (not compare_attributes or same_all(a._attributes))


class NodeVisitor:
    """Calls visit_CLASS for every node, generic_visit where there is none."""

    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """A visitor whose results replace the nodes; None removes one."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def unparse(ast_obj):
    """Python text whose tree is ast_obj."""
    from _ast_text import Writer
    return Writer().text(ast_obj)
