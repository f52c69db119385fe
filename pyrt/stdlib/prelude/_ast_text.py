"""ast.unparse."""

import ast
from contextlib import contextmanager

# How tightly an expression binds; a node is put in parentheses where its
# surroundings bind more tightly than itself.
NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, CMP, BOR, BXOR, BAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT, ATOM = range(18)

BINARY = {'Add': ('+', ARITH), 'Sub': ('-', ARITH), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM), 'Mod': ('%', TERM),
          'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'BitOr': ('|', BOR), 'BitXor': ('^', BXOR), 'BitAnd': ('&', BAND),
          'FloorDiv': ('//', TERM), 'Pow': ('**', POWER)}
UNARY = {'Invert': ('~', FACTOR), 'Not': ('not', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in',
           'NotIn': 'not in'}
BOOLEAN = {'And': ('and', AND), 'Or': ('or', OR)}
SINGLE = ("'", '"')
TRIPLE = ('"""', "'''")
INFINITY = '1e309'


def name_of(op):
    return op.__class__.__name__


def escape(text, special_space=False):
    """The text with what can not be printed as escapes."""
    out = []
    for c in text:
        if not special_space and c in '\n\t':
            out.append(c)
        elif c == '\\' or not c.isprintable():
            out.append(c.encode('unicode_escape').decode('ascii'))
        else:
            out.append(c)
    return ''.join(out)


def literal_form(text, quotes, special_space=False):
    """The escaped text and the quotes that fit around it."""
    escaped = escape(text, special_space)
    possible = quotes
    if '\n' in escaped:
        possible = [q for q in possible if q in TRIPLE]
    possible = [q for q in possible if q not in escaped]
    if not possible:
        text = repr(text)
        quote = next((q for q in quotes if text[0] in q), text[0])
        return text[1:-1], [quote]
    if escaped:
        possible.sort(key=lambda q: q[0] == escaped[-1])
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + '\\' + escaped[-1]
    return escaped, possible


class Writer(ast.NodeVisitor):
    def __init__(self):
        self.out = []
        self.levels = {}
        self.depth = 0
        self.quotes = None

    def text(self, node):
        self.traverse(node)
        return ''.join(self.out)

    # Pieces

    def write(self, *parts):
        self.out.extend(parts)

    def line(self, text=''):
        if self.out:
            self.write('\n')
        self.write('    ' * self.depth + text)

    def traverse(self, node):
        if isinstance(node, list):
            for item in node:
                self.traverse(item)
        else:
            self.visit(node)

    def listed(self, nodes, visit=None, sep=', '):
        for i, node in enumerate(nodes):
            if i:
                self.write(sep)
            (visit or self.traverse)(node)

    def items(self, nodes):
        self.listed(nodes)
        if len(nodes) == 1:
            self.write(',')

    def level(self, node):
        return self.levels.get(node, TEST)

    def bind(self, level, *nodes):
        for node in nodes:
            self.levels[node] = level

    @contextmanager
    def around(self, start, end, when=True):
        if when:
            self.write(start)
        yield
        if when:
            self.write(end)

    def parens(self, level, node):
        return self.around('(', ')', self.level(node) > level)

    @contextmanager
    def block(self):
        self.write(':')
        self.depth += 1
        yield
        self.depth -= 1

    def optional(self, before, node):
        if node is not None:
            self.write(before)
            self.traverse(node)

    def body(self, node):
        """A body that may begin with a docstring."""
        statements = node.body
        match statements:
            case [ast.Expr(value=ast.Constant(value=str())), *_]:
                self.docstring(statements[0].value)
                statements = statements[1:]
        self.traverse(statements)

    def docstring(self, node):
        self.line()
        if node.kind == 'u':
            self.write('u')
        self.string(node.value, TRIPLE)

    def string(self, text, quotes=SINGLE + TRIPLE):
        text, possible = literal_form(text, list(quotes))
        self.write(possible[0] + text + possible[0])

    # Modules and statements

    def visit_Module(self, node):
        self.body(node)

    def visit_Interactive(self, node):
        self.traverse(node.body)

    def visit_Expression(self, node):
        self.traverse(node.body)

    def visit_FunctionType(self, node):
        self.write('(')
        self.listed(node.argtypes)
        self.write(') -> ')
        self.traverse(node.returns)

    def visit_Expr(self, node):
        self.line()
        self.bind(YIELD, node.value)
        self.traverse(node.value)

    def visit_NamedExpr(self, node):
        with self.parens(NAMED, node):
            self.bind(ATOM, node.target, node.value)
            self.traverse(node.target)
            self.write(' := ')
            self.traverse(node.value)

    def visit_Import(self, node):
        self.line('import ')
        self.listed(node.names)

    def visit_ImportFrom(self, node):
        self.line('from ')
        self.write('.' * (node.level or 0))
        if node.module:
            self.write(node.module)
        self.write(' import ')
        self.listed(node.names)

    def visit_alias(self, node):
        self.write(node.name)
        if node.asname:
            self.write(' as ' + node.asname)

    def visit_Assign(self, node):
        self.line()
        for target in node.targets:
            self.bind(TUPLE, target)
            self.traverse(target)
            self.write(' = ')
        self.traverse(node.value)

    def visit_AugAssign(self, node):
        self.line()
        self.traverse(node.target)
        self.write(f' {BINARY[name_of(node.op)][0]}= ')
        self.traverse(node.value)

    def visit_AnnAssign(self, node):
        self.line()
        with self.around('(', ')', not node.simple and isinstance(node.target, ast.Name)):
            self.traverse(node.target)
        self.write(': ')
        self.traverse(node.annotation)
        self.optional(' = ', node.value)

    def visit_Return(self, node):
        self.line('return')
        self.optional(' ', node.value)

    def visit_Pass(self, node):
        self.line('pass')

    def visit_Break(self, node):
        self.line('break')

    def visit_Continue(self, node):
        self.line('continue')

    def visit_Delete(self, node):
        self.line('del ')
        self.listed(node.targets)

    def visit_Assert(self, node):
        self.line('assert ')
        self.traverse(node.test)
        self.optional(', ', node.msg)

    def visit_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def visit_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def visit_Await(self, node):
        with self.parens(AWAIT, node):
            self.write('await')
            if node.value:
                self.write(' ')
                self.bind(ATOM, node.value)
                self.traverse(node.value)

    def visit_Yield(self, node):
        with self.parens(YIELD, node):
            self.write('yield')
            if node.value:
                self.write(' ')
                self.bind(ATOM, node.value)
                self.traverse(node.value)

    def visit_YieldFrom(self, node):
        with self.parens(YIELD, node):
            self.write('yield from ')
            self.bind(ATOM, node.value)
            self.traverse(node.value)

    def visit_Raise(self, node):
        self.line('raise')
        self.optional(' ', node.exc)
        self.optional(' from ', node.cause)

    def visit_Try(self, node, star=''):
        self.line('try')
        with self.block():
            self.traverse(node.body)
        for handler in node.handlers:
            self.handler(handler, star)
        self.other('else', node.orelse)
        self.other('finally', node.finalbody)

    def visit_TryStar(self, node):
        self.visit_Try(node, '*')

    def visit_ExceptHandler(self, node):
        self.handler(node, '')

    def handler(self, node, star):
        self.line('except' + star)
        if node.type:
            self.write(' ')
            self.traverse(node.type)
        if node.name:
            self.write(' as ' + node.name)
        with self.block():
            self.traverse(node.body)

    def other(self, word, body):
        if body:
            self.line(word)
            with self.block():
                self.traverse(body)

    def decorators(self, node):
        if self.out:
            self.write('\n')
        for decorator in node.decorator_list:
            self.line('@')
            self.traverse(decorator)

    def type_params(self, node):
        if node.type_params:
            with self.around('[', ']'):
                self.listed(node.type_params)

    def visit_ClassDef(self, node):
        self.decorators(node)
        self.line('class ' + node.name)
        self.type_params(node)
        with self.around('(', ')', node.bases or node.keywords):
            self.listed(node.bases + node.keywords)
        with self.block():
            self.body(node)

    def visit_FunctionDef(self, node, word='def'):
        self.decorators(node)
        self.line(f'{word} {node.name}')
        self.type_params(node)
        with self.around('(', ')'):
            self.traverse(node.args)
        self.optional(' -> ', node.returns)
        with self.block():
            self.body(node)

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, 'async def')

    def visit_TypeVar(self, node):
        self.write(node.name)
        self.optional(': ', node.bound)
        self.optional(' = ', node.default_value)

    def visit_TypeVarTuple(self, node):
        self.write('*' + node.name)
        self.optional(' = ', node.default_value)

    def visit_ParamSpec(self, node):
        self.write('**' + node.name)
        self.optional(' = ', node.default_value)

    def visit_TypeAlias(self, node):
        self.line('type ')
        self.traverse(node.name)
        self.type_params(node)
        self.write(' = ')
        self.traverse(node.value)

    def visit_For(self, node, word='for'):
        self.line(word + ' ')
        self.bind(TUPLE, node.target)
        self.traverse(node.target)
        self.write(' in ')
        self.traverse(node.iter)
        with self.block():
            self.traverse(node.body)
        self.other('else', node.orelse)

    def visit_AsyncFor(self, node):
        self.visit_For(node, 'async for')

    def visit_If(self, node):
        word = 'if '
        while True:
            self.line(word)
            self.traverse(node.test)
            with self.block():
                self.traverse(node.body)
            match node.orelse:
                case [ast.If()]:
                    node, word = node.orelse[0], 'elif '
                case _:
                    break
        self.other('else', node.orelse)

    def visit_While(self, node):
        self.line('while ')
        self.traverse(node.test)
        with self.block():
            self.traverse(node.body)
        self.other('else', node.orelse)

    def visit_With(self, node, word='with'):
        self.line(word + ' ')
        self.listed(node.items)
        with self.block():
            self.traverse(node.body)

    def visit_AsyncWith(self, node):
        self.visit_With(node, 'async with')

    def visit_withitem(self, node):
        self.traverse(node.context_expr)
        self.optional(' as ', node.optional_vars)

    def visit_Match(self, node):
        self.line('match ')
        self.traverse(node.subject)
        with self.block():
            for case in node.cases:
                self.traverse(case)

    def visit_match_case(self, node):
        self.line('case ')
        self.traverse(node.pattern)
        self.optional(' if ', node.guard)
        with self.block():
            self.traverse(node.body)

    # Strings

    def visit_JoinedStr(self, node):
        self.formatted('f', node)

    def visit_TemplateStr(self, node):
        self.formatted('t', node)

    def formatted(self, prefix, node):
        self.write(prefix)
        parts = []
        for value in node.values:
            outer, self.out = self.out, []
            self.inner(value)
            parts.append((''.join(self.out), isinstance(value, ast.Constant)))
            self.out = outer
        quotes, texts = list(SINGLE + TRIPLE), []
        for text, constant in parts:
            if constant:
                text, possible = literal_form(text, quotes, True)
                if set(possible).isdisjoint(quotes):
                    return self.formatted_by_repr(parts)
                quotes = possible
            else:
                if '\n' in text:
                    quotes = [q for q in quotes if q in TRIPLE]
                quotes = [q for q in quotes if q not in text] or quotes
            texts.append(text)
        self.write(quotes[0], *texts, quotes[0])

    def formatted_by_repr(self, parts):
        quotes, texts = list(SINGLE + TRIPLE), []
        for text, constant in parts:
            if constant:
                text = repr('"' + text)
                text = text[2:-1].replace('\\"', '"')
                if '\n' in text:
                    quotes = [q for q in quotes if q in TRIPLE]
                text = text.replace("\\'", "'")
            quotes = [q for q in quotes if q not in text] or quotes
            texts.append(text)
        self.write(quotes[0], *texts, quotes[0])

    def inner(self, node, in_spec=False):
        match node:
            case ast.JoinedStr() | ast.TemplateStr():
                for value in node.values:
                    self.inner(value, in_spec)
            case ast.Constant(value=str() as text):
                text = text.replace('{', '{{').replace('}', '}}')
                if in_spec:
                    text = text.replace('\\', '\\\\').replace("'", "\\'").replace('"', '\\"').replace('\n', '\\n')
                self.write(text)
            case ast.FormattedValue():
                self.replacement(node, self.expression(node.value))
            case ast.Interpolation():
                text = node.str if node.str is not None else ''
                self.replacement(node, text if text else self.expression(node.value))
            case _:
                raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')

    def expression(self, node):
        writer = Writer()
        writer.bind(TEST + 1, node)
        return writer.text(node)

    def replacement(self, node, text):
        self.write('{', ' ' if text.startswith('{') else '', text)
        if node.conversion != -1:
            self.write('!' + chr(node.conversion))
        if node.format_spec:
            self.write(':')
            self.inner(node.format_spec, True)
        self.write('}')

    def visit_FormattedValue(self, node):
        self.formatted('f', ast.JoinedStr(values=[node]))

    def visit_Interpolation(self, node):
        self.formatted('t', ast.TemplateStr(values=[node]))

    # Expressions

    def visit_Name(self, node):
        self.write(node.id)

    def constant(self, value):
        if isinstance(value, (float, complex)):
            self.write(repr(value).replace('inf', INFINITY).replace('nan', f'({INFINITY}-{INFINITY})'))
        elif isinstance(value, str):
            self.write(repr(value))
        else:
            self.write(repr(value))

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            with self.around('(', ')'):
                self.listed(value, self.constant)
                if len(value) == 1:
                    self.write(',')
        elif value is ...:
            self.write('...')
        else:
            if node.kind == 'u':
                self.write('u')
            self.constant(value)

    def visit_List(self, node):
        with self.around('[', ']'):
            self.listed(node.elts)

    def visit_Tuple(self, node):
        with self.around('(', ')', not node.elts or self.level(node) > TUPLE):
            self.items(node.elts)

    def visit_Set(self, node):
        if node.elts:
            with self.around('{', '}'):
                self.listed(node.elts)
        else:
            self.write('{*()}')

    def visit_Dict(self, node):
        def pair(item):
            key, value = item
            if key is None:
                self.write('**')
                self.bind(BOR, value)
            else:
                self.traverse(key)
                self.write(': ')
            self.traverse(value)
        with self.around('{', '}'):
            self.listed(list(zip(node.keys, node.values)), pair)

    def comprehended(self, start, end, node):
        with self.around(start, end):
            self.traverse(node.elt)
            self.traverse(node.generators)

    def visit_ListComp(self, node):
        self.comprehended('[', ']', node)

    def visit_GeneratorExp(self, node):
        self.comprehended('(', ')', node)

    def visit_SetComp(self, node):
        self.comprehended('{', '}', node)

    def visit_DictComp(self, node):
        with self.around('{', '}'):
            self.traverse(node.key)
            self.write(': ')
            self.traverse(node.value)
            self.traverse(node.generators)

    def visit_comprehension(self, node):
        self.write(' async for ' if node.is_async else ' for ')
        self.bind(TUPLE, node.target)
        self.traverse(node.target)
        self.write(' in ')
        self.bind(TEST + 1, node.iter, *node.ifs)
        self.traverse(node.iter)
        for test in node.ifs:
            self.write(' if ')
            self.traverse(test)

    def visit_IfExp(self, node):
        with self.parens(TEST, node):
            self.bind(TEST + 1, node.body, node.test)
            self.traverse(node.body)
            self.write(' if ')
            self.traverse(node.test)
            self.write(' else ')
            self.bind(TEST, node.orelse)
            self.traverse(node.orelse)

    def visit_UnaryOp(self, node):
        sign, level = UNARY[name_of(node.op)]
        with self.parens(level, node):
            self.write(sign)
            if level is not FACTOR:
                self.write(' ')
            self.bind(level, node.operand)
            self.traverse(node.operand)

    def visit_BinOp(self, node):
        sign, level = BINARY[name_of(node.op)]
        right_first = sign == '**'
        with self.parens(level, node):
            self.bind(level + right_first, node.left)
            self.bind(level + (not right_first), node.right)
            self.traverse(node.left)
            self.write(f' {sign} ')
            self.traverse(node.right)

    def visit_BoolOp(self, node):
        word, level = BOOLEAN[name_of(node.op)]

        def operand(value):
            # Every further operand binds more tightly, as CPython writes it.
            nonlocal level
            level = min(level + 1, ATOM)
            self.bind(level, value)
            self.traverse(value)
        with self.parens(level, node):
            self.listed(node.values, operand, f' {word} ')

    def visit_Compare(self, node):
        with self.parens(CMP, node):
            self.bind(CMP + 1, node.left, *node.comparators)
            self.traverse(node.left)
            for op, right in zip(node.ops, node.comparators):
                self.write(f' {COMPARE[name_of(op)]} ')
                self.traverse(right)

    def visit_Attribute(self, node):
        self.bind(ATOM, node.value)
        self.traverse(node.value)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            self.write(' ')
        self.write('.' + node.attr)

    def visit_Call(self, node):
        self.bind(ATOM, node.func)
        self.traverse(node.func)
        with self.around('(', ')'):
            self.listed(node.args + node.keywords)

    def visit_Subscript(self, node):
        self.bind(ATOM, node.value)
        self.traverse(node.value)
        with self.around('[', ']'):
            if isinstance(node.slice, ast.Tuple) and node.slice.elts:
                self.items(node.slice.elts)
            else:
                self.traverse(node.slice)

    def visit_Starred(self, node):
        self.write('*')
        self.bind(BOR, node.value)
        self.traverse(node.value)

    def visit_Slice(self, node):
        if node.lower:
            self.traverse(node.lower)
        self.write(':')
        if node.upper:
            self.traverse(node.upper)
        self.optional(':', node.step)

    def visit_keyword(self, node):
        self.write('**' if node.arg is None else node.arg + '=')
        self.traverse(node.value)

    def visit_Lambda(self, node):
        with self.parens(TEST, node):
            self.write('lambda')
            outer, self.out = self.out, []
            self.traverse(node.args)
            args, self.out = ''.join(self.out), outer
            self.write(' ' if args else '', args, ': ')
            self.bind(TEST, node.body)
            self.traverse(node.body)

    def visit_arg(self, node):
        self.write(node.arg)
        self.optional(': ', node.annotation)

    def visit_arguments(self, node):
        parts = []
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for i, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append((arg, default))
            if i == len(node.posonlyargs):
                parts.append(('/', None))
        if node.vararg or node.kwonlyargs:
            parts.append((('*', node.vararg), None))
        parts.extend(zip(node.kwonlyargs, node.kw_defaults))
        if node.kwarg:
            parts.append((('**', node.kwarg), None))
        self.listed(parts, self.parameter)

    def parameter(self, part):
        arg, default = part
        if isinstance(arg, tuple):
            self.write(arg[0])
            arg = arg[1]
        if isinstance(arg, str):
            self.write(arg)
        elif arg is not None:
            self.traverse(arg)
        self.optional('=', default)

    # Patterns

    def visit_MatchValue(self, node):
        self.traverse(node.value)

    def visit_MatchSingleton(self, node):
        self.constant(node.value)

    def visit_MatchSequence(self, node):
        with self.around('[', ']'):
            self.listed(node.patterns)

    def visit_MatchStar(self, node):
        self.write('*' + (node.name or '_'))

    def visit_MatchMapping(self, node):
        def pair(item):
            self.traverse(item[0])
            self.write(': ')
            self.traverse(item[1])
        with self.around('{', '}'):
            self.listed(list(zip(node.keys, node.patterns)), pair)
            if node.rest is not None:
                self.write((', ' if node.keys else '') + '**' + node.rest)

    def visit_MatchClass(self, node):
        def named(item):
            self.write(item[0] + '=')
            self.traverse(item[1])
        self.bind(ATOM, node.cls)
        self.traverse(node.cls)
        with self.around('(', ')'):
            self.listed(node.patterns)
            if node.patterns and node.kwd_attrs:
                self.write(', ')
            self.listed(list(zip(node.kwd_attrs, node.kwd_patterns)), named)

    def visit_MatchAs(self, node):
        if node.name is None:
            self.write('_')
        elif node.pattern is None:
            self.write(node.name)
        else:
            with self.parens(TEST, node):
                self.bind(BOR, node.pattern)
                self.traverse(node.pattern)
                self.write(' as ' + node.name)

    def visit_MatchOr(self, node):
        with self.parens(BOR, node):
            self.bind(BOR + 1, *node.patterns)
            self.listed(node.patterns, sep=' | ')
