"""The interpreter's view of itself."""

import _sys

stdout = __stdout__ = _sys.stdout
stderr = __stderr__ = _sys.stderr
stdin = __stdin__ = _sys.stdin
argv = [""]
orig_argv = ["python3"]
path = []
meta_path = []
path_hooks = []
path_importer_cache = {}
maxsize = 2 ** 63 - 1
maxunicode = 0x10ffff
byteorder = "little"
platform = "linux"
executable = ""
prefix = base_prefix = exec_prefix = base_exec_prefix = "/usr"
version = "3.14.6 (pyrt)"
hexversion = 0x030e06f0
api_version = 1013
copyright = ""
dont_write_bytecode = True
float_repr_style = "short"
ps1, ps2 = ">>> ", "... "
warnoptions = []
_xoptions = {}
last_exc = None
abiflags = ""
tracebacklimit = 1000
pycache_prefix = None
platlibdir = "lib"


class _Record(tuple):
    """A tuple whose items also have names."""

    _fields = ()

    def __getattr__(self, name):
        try:
            return self[type(self)._fields.index(name)]
        except ValueError:
            raise AttributeError(f"'{type(self).__module__}.{type(self).__name__}' object has no attribute '{name}'") from None

    def __repr__(self):
        return f"sys.{type(self).__name__}(" + ", ".join(f"{n}={v!r}" for n, v in zip(type(self)._fields, self)) + ")"


def _record(name, /, **values):
    return type(name, (_Record,), {"_fields": tuple(values), "__module__": "sys"})(values.values())


version_info = _record("version_info", major=3, minor=14, micro=6, releaselevel="final", serial=0)
float_info = _record("float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
                     min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _record("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)
hash_info = _record("hash_info", width=64, modulus=2 ** 61 - 1, inf=314159, nan=0, imag=1000003, algorithm="siphash13", hash_bits=64,
                    seed_bits=128, cutoff=0)
flags = _record("flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0, no_site=0,
                ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0, isolated=0, dev_mode=False, utf8_mode=1,
                warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)
thread_info = _record("thread_info", name="pthread", lock="semaphore", version=None)


class _Implementation:
    name = "cpython"
    version = version_info
    hexversion = hexversion
    cache_tag = None
    supports_isolated_interpreters = False

    def __repr__(self):
        return f"namespace(name={self.name!r}, cache_tag=None, version={self.version!r}, hexversion={self.hexversion!r})"


implementation = _Implementation()

builtin_module_names = ("builtins", "sys")
stdlib_module_names = frozenset(_sys.library.split())


class _Modules(dict):
    """sys.modules: what it shows is what the run has loaded."""

    def _sync(self):
        names = _sys.module_names()
        for name in names:
            if not dict.__contains__(self, name):
                dict.__setitem__(self, name, _sys.module_get(name))
        return self

    def __getitem__(self, name):
        m = _sys.module_get(name) if isinstance(name, str) else None
        if m is not None:
            return m
        if dict.__contains__(self, name) and not isinstance(dict.__getitem__(self, name), type(_sys)):
            return dict.__getitem__(self, name)
        raise KeyError(name)

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default

    def __contains__(self, name):
        return self.get(name, _sys) is not _sys or name == "_sys"

    def __setitem__(self, name, module):
        if isinstance(module, type(_sys)):
            _sys.module_set(name, module)
        dict.__setitem__(self, name, module)

    def __delitem__(self, name):
        if name not in self:
            raise KeyError(name)
        _sys.module_del(name)
        dict.pop(self, name, None)

    def pop(self, name, *default):
        if name not in self:
            if default:
                return default[0]
            raise KeyError(name)
        m = self[name]
        del self[name]
        return m

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def __iter__(self):
        return iter(list(dict.keys(self._sync())))

    def __len__(self):
        return len(_sys.module_names())

    def keys(self):
        return dict.keys(self._sync())

    def items(self):
        return dict.items(self._sync())

    def values(self):
        return dict.values(self._sync())

    def copy(self):
        return dict(self.items())


modules = _Modules()


def exit(*status):
    if len(status) > 1:
        raise TypeError(f"exit expected at most 1 argument, got {len(status)}")
    if not status or status[0] is None:
        raise SystemExit
    raise SystemExit(*status[0]) if isinstance(status[0], tuple) else SystemExit(*status)


def exception():
    return _sys.exception()


def exc_info():
    exc = _sys.exception()
    if exc is None:
        return None, None, None
    return type(exc), exc, exc.__traceback__


_recursion_limit = 1000


def getrecursionlimit():
    return _recursion_limit


def setrecursionlimit(limit, /):
    global _recursion_limit
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _sys.set_depth(limit)
    _recursion_limit = limit


def get_int_max_str_digits():
    return _sys.max_str_digits()


def set_int_max_str_digits(maxdigits):
    maxdigits = maxdigits.__index__()
    if maxdigits and maxdigits < int_info.str_digits_check_threshold:
        raise ValueError("maxdigits must be >= 640 or 0 for unlimited")
    _sys.set_max_str_digits(maxdigits)


def getsizeof(object, default=None):
    return 48


def getrefcount(object, /):
    return 2


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def gettrace():
    return None


def settrace(function, /):
    pass


def getprofile():
    return None


def setprofile(function, /):
    pass


def getswitchinterval():
    return 0.005


def is_finalizing():
    return False


def _is_gil_enabled():
    return True


def displayhook(value, /):
    if value is not None:
        print(repr(value))


def excepthook(exctype, value, traceback, /):
    import traceback as tb
    tb.print_exception(value)


__displayhook__, __excepthook__ = displayhook, excepthook


def unraisablehook(unraisable, /):
    pass


class _Frame:
    def __init__(self, entry, depth):
        self.f_lineno = entry[2]
        self._entry = entry
        self._depth = depth
        self.f_globals = {"__name__": "__main__", "__file__": entry[1]}
        self.f_locals = {}
        self.f_builtins = {}

    @property
    def f_code(self):
        entry = self._entry

        class code:
            co_name = co_qualname = entry[0]
            co_filename = entry[1]
            co_firstlineno = entry[2]
        return code

    @property
    def f_back(self):
        stack = _sys.frame_names()
        i = self._depth - 1
        return _Frame(stack[i], i) if 0 <= i < len(stack) else None


def _getframe(depth=0, /):
    stack = _sys.frame_names()
    i = len(stack) - 2 - depth
    if i < 0:
        raise ValueError("call stack is not deep enough")
    return _Frame(stack[i], i)


def _getframemodulename(depth=0):
    return "__main__"


def audit(event, /, *args):
    pass


def addaudithook(hook, /):
    pass


def activate_stack_trampoline(backend, /):
    raise ValueError("perf trampoline not available")
