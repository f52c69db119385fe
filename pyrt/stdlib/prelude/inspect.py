"""Looking at live objects."""

import sys
import keyword
import types
from collections import namedtuple

__all__ = ["signature", "Signature", "Parameter", "BoundArguments", "getdoc", "getmembers", "isclass", "isfunction", "ismethod"]

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 32, 128, 512


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    tp = type(obj)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and not hasattr(tp, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def _has_flag(f, flag):
    f = unwrap_partial(f)
    if ismethod(f):
        f = f.__func__
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def unwrap_partial(f):
    while hasattr(f, "func") and hasattr(f, "keywords") and not isfunction(f):
        f = f.func
    return f


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not isinstance(func, type):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.add(id(func))
    return func


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    results = []
    names = set(dir(object))
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


_void = object()


def getattr_static(obj, attr, default=_void):
    if not isinstance(obj, type):
        d = getattr(obj, "__dict__", {})
        klass = type(obj)
        for k in klass.__mro__:
            if attr in k.__dict__ and hasattr(type(k.__dict__[attr]), "__set__"):
                return k.__dict__[attr]
        if attr in d:
            return d[attr]
    else:
        klass = obj
    for k in klass.__mro__:
        if attr in k.__dict__:
            return k.__dict__[attr]
    if default is not _void:
        return default
    raise AttributeError(attr)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isinstance(object, type):
        for base in object.__mro__[1:]:
            if base is not types.NoneType and base.__doc__ is not None and base.__name__ != "object":
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(l) - len(l.lstrip(" ")) for l in lines[1:] if l.strip(" ")), default=0)
    lines[0] = lines[0].lstrip(" ")
    lines[1:] = [l[margin:] for l in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getcomments(object):
    return None


def getsource(object):
    raise OSError("could not get source code")


def getsourcelines(object):
    raise OSError("could not get source code")


def getfile(object):
    if ismodule(object):
        return object.__file__
    f = getattr(object, "__func__", object)
    if isfunction(f):
        return f.__code__.co_filename
    if isclass(object):
        m = sys.modules.get(object.__module__)
        if m is not None and getattr(m, "__file__", None):
            return m.__file__
        raise TypeError(f"{object!r} is a built-in class")
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got " + type(object).__name__)


getsourcefile = getfile


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None) or "")


def getmodulename(path):
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def currentframe():
    return sys._getframe(1)


FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")


def stack(context=1):
    f, out = sys._getframe(1), []
    while f is not None:
        out.append(FrameInfo(f, f.f_code.co_filename, f.f_lineno, f.f_code.co_name, None, None))
        f = f.f_back
    return out


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    if format in (3, 4) and not eval_str:
        own = obj.__dict__ if isinstance(obj, type) else getattr(obj, "__dict__", {})
        annotate = getattr(obj, "__annotate__", None)
        if callable(annotate) and "__annotations__" not in own:
            try:
                return dict(annotate(format))
            except NotImplementedError:
                pass
    if isinstance(obj, type):
        ann = obj.__dict__.get("__annotations__")
        if ann is None:
            ann = getattr(obj, "__annotations__", None) if "__annotate__" in obj.__dict__ or "__annotate_func__" in obj.__dict__ else None
            if ann is None:
                try:
                    ann = type.__getattribute__(obj, "__annotations__")
                except AttributeError:
                    ann = None
        scope = getattr(sys.modules.get(obj.__module__), "__dict__", {})
    elif ismodule(obj):
        ann, scope = getattr(obj, "__annotations__", None), obj.__dict__
    elif callable(obj):
        ann, scope = getattr(obj, "__annotations__", None), getattr(unwrap(obj), "__globals__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if ann is None:
        return {}
    if not isinstance(ann, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(ann)
    globals = scope if globals is None else globals
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in ann.items()}


class _empty:
    pass


class _ParameterKind(int):
    _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
    description = property(lambda self: ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                                         "variadic keyword")[self])
    name = property(lambda self: self._names[self])
    value = property(int)

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __str__(self):
        return self.name


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = map(_ParameterKind, range(5))
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in range(5):
            raise ValueError("value {!r} is not a valid Parameter.kind".format(kind))
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (2, 4):
            raise ValueError("{} parameters cannot have default values".format(self._kind.description))
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if not (name[:1] == "." and name[1:].isdigit()):
            if kind != 0 and keyword.iskeyword(name) or not name.isidentifier():
                raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = "{}: {}".format(text, formatannotation(self._annotation))
        if self._default is not _empty:
            text = ("{} = {}" if self._annotation is not _empty else "{}={}").format(text, repr(self._default))
        if self._kind == 2:
            text = "*" + text
        elif self._kind == 4:
            text = "**" + text
        return text

    def __repr__(self):
        return '<{} "{}">'.format(type(self).__name__, self)

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, int(self._kind), self._default, self._annotation) == (
            other._name, int(other._kind), other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, int(self._kind)))


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        out = []
        for name, p in self._signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            out.extend(self.arguments[name]) if p.kind == 2 else out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out, started = {}, False
        for name, p in self._signature.parameters.items():
            if not started and (p.kind in (3, 4) or name not in self.arguments and p.kind != 2):
                started = True
            if not started or name not in self.arguments:
                continue
            if p.kind == 4:
                out.update(self.arguments[name])
            elif p.kind != 2:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        new = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind == 2:
                new[name] = ()
            elif p.kind == 4:
                new[name] = {}
        self.arguments = new

    def __eq__(self, other):
        return isinstance(other, BoundArguments) and self.arguments == other.arguments

    def __repr__(self):
        return "<{} ({})>".format(type(self).__name__, ", ".join("{}={!r}".format(k, v) for k, v in self.arguments.items()))


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = list(parameters or ())
        top, defaults, names = 0, False, set()
        for p in parameters:
            if p.name in names:
                raise ValueError("duplicate parameter name: {!r}".format(p.name))
            names.add(p.name)
            if p.kind in (0, 1) and p.kind >= top:
                if defaults and p.default is _empty:
                    raise ValueError("non-default argument follows default argument")
                defaults = defaults or p.default is not _empty
            if p.kind < top:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(
                    Parameter.POSITIONAL_ONLY._names and _ParameterKind(top).description, p.kind.description))
            top = p.kind
        self._parameters = types.MappingProxyType({p.name: p for p in parameters})
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped, eval_str=eval_str)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        params = list(self.parameters.values())
        args = list(args)
        kwargs = dict(kwargs)
        for p in params:
            if p.kind == 2:
                if args:
                    arguments[p.name] = tuple(args)
                    args = []
            elif p.kind == 4:
                continue
            elif p.kind == 3 and args:
                break
            elif p.kind in (0, 1) and args:
                if p.name in kwargs and p.kind == 1:
                    raise TypeError("multiple values for argument {arg!r}".format(arg=p.name))
                arguments[p.name] = args.pop(0)
            elif p.name in kwargs and p.kind != 0:
                arguments[p.name] = kwargs.pop(p.name)
            elif p.default is _empty and not partial:
                kind = " keyword-only" if p.kind == 3 else " positional-only" if p.kind == 0 and p.name in kwargs else ""
                raise TypeError("missing a required{}argument: {!r}".format(kind + " ", p.name))
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            for p in params:
                if p.kind == 4:
                    arguments[p.name] = kwargs
                    break
            else:
                raise TypeError("got an unexpected keyword argument {arg!r}".format(arg=next(iter(kwargs))))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self.parameters.values()) == list(other.parameters.values()) and self._return_annotation == other._return_annotation

    def __hash__(self):
        return hash(tuple(self.parameters))

    def __repr__(self):
        return "<{} {}>".format(type(self).__name__, self)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        result, pos_only, kw_marker = [], False, True
        for p in self.parameters.values():
            if p.kind == 0:
                pos_only = True
            elif pos_only:
                result.append("/")
                pos_only = False
            if p.kind == 2:
                kw_marker = False
            elif p.kind == 3 and kw_marker:
                result.append("*")
                kw_marker = False
            result.append(str(p))
        if pos_only:
            result.append("/")
        text = "({})".format(", ".join(result))
        if self._return_annotation is not _empty:
            text += " -> {}".format(formatannotation(self._return_annotation))
        return text


def _from_function(func, eval_str=False):
    code = func.__code__
    n, k, posonly = code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount
    names = code.co_varnames
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    ann = get_annotations(func, eval_str=eval_str)
    params = []
    for i, name in enumerate(names[:n]):
        d = defaults[i - (n - len(defaults))] if i >= n - len(defaults) else _empty
        params.append(Parameter(name, 0 if i < posonly else 1, default=d, annotation=ann.get(name, _empty)))
    at = n + k
    if code.co_flags & CO_VARARGS:
        params.append(Parameter(names[at], 2, annotation=ann.get(names[at], _empty)))
        at += 1
    for name in names[n:n + k]:
        params.append(Parameter(name, 3, default=kwdefaults.get(name, _empty), annotation=ann.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(Parameter(names[at], 4, annotation=ann.get(names[at], _empty)))
    return Signature(params, return_annotation=ann.get("return", _empty))


def _drop_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (3, 4):
        raise ValueError("invalid method signature")
    if params[0].kind != 2:
        params = params[1:]
    return sig.replace(parameters=params)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, types.MethodType):
        return _drop_first(signature(obj.__func__, follow_wrapped=follow_wrapped, eval_str=eval_str))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return signature(obj)
    sig = getattr(obj, "__signature__", None) if not isinstance(obj, type) else obj.__dict__.get("__signature__")
    if isinstance(sig, Signature):
        return sig
    if isinstance(obj, types.FunctionType):
        return _from_function(obj, eval_str)
    if hasattr(obj, "func") and hasattr(obj, "keywords") and hasattr(obj, "args"):
        return _partial_signature(obj)
    if isinstance(obj, type):
        meta_call = type(obj).__dict__.get("__call__")
        if isinstance(meta_call, types.FunctionType):
            return _drop_first(signature(meta_call))
        for k in obj.__mro__:
            for name in ("__new__", "__init__"):
                f = k.__dict__.get(name)
                f = f.__func__ if isinstance(f, staticmethod) else f
                if isinstance(f, types.FunctionType):
                    return _drop_first(signature(f))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError("no signature found for builtin type {!r}".format(obj))
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _from_text(text)
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _drop_first(signature(call))
    raise ValueError("no signature found for builtin {!r}".format(obj))


def _from_text(text):
    names = text.strip("()").replace("$", "")
    scope = {}
    exec("def f(%s): pass" % names, scope)
    return signature(scope["f"])


def _partial_signature(p):
    sig = signature(p.func)
    bound = sig.bind_partial(*p.args, **p.keywords)
    params, kwonly = [], False
    for name, param in sig.parameters.items():
        if param.kind in (0, 1) and name in bound.arguments and name not in p.keywords:
            continue
        if name in p.keywords:
            kwonly = kwonly or param.kind == 1
            param = param.replace(default=p.keywords[name], kind=3 if param.kind in (0, 1) else param.kind)
        elif kwonly and param.kind == 1:
            param = param.replace(kind=3)
        elif kwonly and param.kind == 2:
            continue
        params.append(param)
    return sig.replace(parameters=params)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getcallargs(func, /, *positional, **named):
    sig = signature(func)
    bound = sig.bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def getfullargspec(func):
    sig = signature(func, follow_wrapped=False)
    if ismethod(func):
        sig = signature(func.__func__)
    args, varargs, varkw, defaults, kwonly, kwdef, ann = [], None, None, (), [], {}, {}
    if sig.return_annotation is not _empty:
        ann["return"] = sig.return_annotation
    for p in sig.parameters.values():
        if p.kind in (0, 1):
            args.append(p.name)
            if p.default is not _empty:
                defaults += (p.default,)
        elif p.kind == 2:
            varargs = p.name
        elif p.kind == 3:
            kwonly.append(p.name)
            if p.default is not _empty:
                kwdef[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            ann[p.name] = p.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdef or None, ann)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if getattr(generator, "gi_suspended", False) else GEN_CREATED


AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_SUSPENDED if getattr(coroutine, "cr_suspended", False) else CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return frame.f_locals if frame is not None else {}


def getasyncgenstate(agen):
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_frame is None:
        return AGEN_CLOSED
    return AGEN_SUSPENDED if getattr(agen, "ag_suspended", False) else AGEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getclosurevars(func):
    raise NotImplementedError("inspect.getclosurevars is not supported")
