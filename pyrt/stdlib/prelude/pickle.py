"""Objects as bytes. What was pickled is not read back: that can call anything."""

import struct as _struct
import types

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "PickleBuffer",
           "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5
format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
_BATCH, _FRAME_TARGET = 1000, 64 * 1024


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


class PickleBuffer:
    def __init__(self, object):
        self._view = memoryview(object)

    def raw(self):
        return self._view

    def release(self):
        self._view.release()


def _refuse(name):
    raise PermissionError(1, f"the sandbox does not allow pickle.{name}: pickled bytes can call anything")


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    _refuse("load")


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    _refuse("loads")


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        self._file = file

    def load(self):
        _refuse("Unpickler.load")


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if protocol < 4:
            raise ValueError("pickle: this runtime writes the protocols 4 and 5")
        self._file, self.proto, self._memo, self._texts, self._kept, self._count = file, protocol, {}, {}, [], 0

    def clear_memo(self):
        self._memo, self._texts, self._kept, self._count = {}, {}, [], 0

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        self._done, self._part = [b"\x80" + bytes([self.proto])], []
        self._size = 0
        self._save(obj)
        self._put(b".")
        self._end_frame()
        self._file.write(b"".join(self._done))

    def _put(self, data):
        self._part.append(data)
        self._size += len(data)

    def _end_frame(self):
        if self._size >= 4:
            self._done.append(b"\x95" + _struct.pack("<Q", self._size))
        self._done += self._part
        self._part, self._size = [], 0

    def _put_large(self, head, data):
        if len(data) < _FRAME_TARGET:
            self._put(head + data)
            return
        self._end_frame()
        self._done += [head, data]

    def _memoize(self, obj):
        self._memo[id(obj)] = self._count
        self._count += 1
        self._kept.append(obj)
        self._put(b"\x94")

    def _get(self, index):
        self._put(b"h" + bytes([index]) if index < 256 else b"j" + _struct.pack("<I", index))

    def _save(self, obj):
        if self._size >= _FRAME_TARGET:
            self._end_frame()
        pid = self.persistent_id(obj)
        if pid is not None:
            self._save(pid)
            self._put(b"Q")
            return
        kind = type(obj)
        if kind is str:
            if obj in self._texts:
                self._get(self._texts[obj])
            else:
                self._save_str(obj)
            return
        if id(obj) in self._memo and kind not in (int, float, bool, complex):
            self._get(self._memo[id(obj)])
            return
        save = _savers.get(kind)
        if save is not None:
            save(self, obj)
            return
        reduce = getattr(self, "reducer_override", None)
        value = NotImplemented if reduce is None else reduce(obj)
        if value is NotImplemented:
            import copyreg
            table = getattr(self, "dispatch_table", copyreg.dispatch_table)
            special = table.get(kind)
            if special is not None:
                value = special(obj)
            elif isinstance(obj, (type, types.FunctionType, types.BuiltinFunctionType)):
                self._save_global(obj)
                return
            else:
                value = obj.__reduce_ex__(self.proto)
        if isinstance(value, str):
            self._save_global(obj, value)
        elif isinstance(value, tuple):
            self._save_reduce(obj, *value)
        else:
            raise PicklingError(f"__reduce__ must return a string or tuple, not {type(value).__name__}")

    def _save_none(self, obj):
        self._put(b"N")

    def _save_bool(self, obj):
        self._put(b"\x88" if obj else b"\x89")

    def _save_int(self, obj):
        if 0 <= obj < 256:
            self._put(b"K" + bytes([obj]))
        elif 0 <= obj < 65536:
            self._put(b"M" + _struct.pack("<H", obj))
        elif -2 ** 31 <= obj < 2 ** 31:
            self._put(b"J" + _struct.pack("<i", obj))
        else:
            data = obj.to_bytes((obj.bit_length() >> 3) + 1, "little", signed=True)
            if obj < 0 and len(data) > 1 and data[-1] == 255 and data[-2] & 128:
                data = data[:-1]
            self._put((b"\x8a" + bytes([len(data)]) if len(data) < 256 else b"\x8b" + _struct.pack("<i", len(data))) + data)

    def _save_float(self, obj):
        self._put(b"G" + _struct.pack(">d", obj))

    def _save_str(self, obj):
        data = obj.encode("utf-8", "surrogatepass")
        if len(data) < 256:
            head = b"\x8c" + bytes([len(data)])
        else:
            head = b"X" + _struct.pack("<I", len(data))
        self._put_large(head, data)
        self._texts[obj] = self._count
        self._count += 1
        self._put(b"\x94")

    def _save_bytes(self, obj):
        if len(obj) < 256:
            head = b"C" + bytes([len(obj)])
        else:
            head = b"B" + _struct.pack("<I", len(obj))
        self._put_large(head, obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduce(obj, bytearray, (bytes(obj),) if obj else ())
            return
        self._put_large(b"\x96" + _struct.pack("<Q", len(obj)), bytes(obj))
        self._memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._put(b")")
            return
        if len(obj) > 3:
            self._put(b"(")
        for x in obj:
            self._save(x)
        if id(obj) in self._memo:
            self._put(b"0" * len(obj) if len(obj) <= 3 else b"1")
            self._get(self._memo[id(obj)])
            return
        self._put((b"\x85", b"\x86", b"\x87", b"t")[min(len(obj), 4) - 1])
        self._memoize(obj)

    def _save_list(self, obj):
        self._put(b"]")
        self._memoize(obj)
        self._append_all(obj, True)

    def _append_all(self, items, exact=False):
        items = list(items)
        for i in range(0, len(items), _BATCH):
            part = items[i:i + _BATCH]
            if len(part) == 1 and (not exact or len(items) == 1):
                self._save(part[0])
                self._put(b"a")
                continue
            self._put(b"(")
            for x in part:
                self._save(x)
            self._put(b"e")

    def _save_dict(self, obj):
        self._put(b"}")
        self._memoize(obj)
        self._set_all(obj.items(), True)

    def _set_all(self, pairs, exact=False):
        pairs = list(pairs)
        for i in range(0, len(pairs), _BATCH):
            part = pairs[i:i + _BATCH]
            several = len(part) > 1 or exact and len(pairs) > 1
            if several:
                self._put(b"(")
            for k, v in part:
                self._save(k)
                self._save(v)
            self._put(b"u" if several else b"s")

    def _save_set(self, obj):
        self._put(b"\x8f")
        self._memoize(obj)
        items = list(obj)
        for i in range(0, len(items), _BATCH):
            self._put(b"(")
            for x in items[i:i + _BATCH]:
                self._save(x)
            self._put(b"\x90")

    def _save_frozenset(self, obj):
        self._put(b"(")
        for x in obj:
            self._save(x)
        self._put(b"\x91")
        self._memoize(obj)

    def _save_singleton(self, obj):
        self._save_global(obj, repr(obj), "builtins")

    def _save_complex(self, obj):
        self._save_reduce(obj, complex, (obj.real, obj.imag))

    def _save_slice(self, obj):
        self._save_reduce(obj, slice, (obj.start, obj.stop, obj.step))

    def _refuse(self, obj):
        raise TypeError(f"cannot pickle '{type(obj).__name__}' object")

    def _save_global(self, obj, name=None, module=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        if module is None:
            module = getattr(obj, "__module__", None) or "__main__"
        if "<locals>" in name.split("."):
            raise PicklingError(f"Can't pickle local object {obj!r}")
        import sys
        found = __import__(module) and sys.modules[module]
        for part in name.split("."):
            found = getattr(found, part, None)
        if found is not obj:
            if found is None:
                raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}")
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        self._save(module)
        if name == module:
            self._save_str(name)  # another object in CPython
        else:
            self._save(name)
        self._put(b"\x93")
        self._memoize(obj)

    def _save_reduce(self, obj, func, args, state=None, items=None, pairs=None, setter=None):
        if not isinstance(args, tuple):
            raise PicklingError(f"second element of the tuple returned by __reduce__ must be a tuple, not {type(args).__name__}")
        if not callable(func):
            raise PicklingError(f"first item of the tuple returned by __reduce__ must be callable, not {type(func).__name__}")
        name = getattr(func, "__name__", "")
        if name == "__newobj__" and args:
            self._save(args[0])
            self._save(args[1:])
            self._put(b"\x81")
        elif name == "__newobj_ex__" and len(args) == 3:
            for x in args:
                self._save(x)
            self._put(b"\x92")
        else:
            self._save(func)
            self._save(args)
            self._put(b"R")
        if obj is not None:
            if id(obj) in self._memo:
                self._put(b"0")
                self._get(self._memo[id(obj)])
            else:
                self._memoize(obj)
        if items is not None:
            self._append_all(items)
        if pairs is not None:
            self._set_all(pairs)
        if state is not None:
            if setter is None:
                self._save(state)
                self._put(b"b")
            else:
                self._save(setter)
                self._save(obj)
                self._save(state)
                self._put(b"\x86R0")


_savers = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float, bytes: Pickler._save_bytes,
           bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict,
           set: Pickler._save_set, frozenset: Pickler._save_frozenset, complex: Pickler._save_complex, slice: Pickler._save_slice,
           type(...): Pickler._save_singleton, type(NotImplemented): Pickler._save_singleton, types.GeneratorType: Pickler._refuse,
           types.CoroutineType: Pickler._refuse, types.AsyncGeneratorType: Pickler._refuse, types.ModuleType: Pickler._refuse,
           types.CodeType: Pickler._refuse, types.FrameType: Pickler._refuse, types.TracebackType: Pickler._refuse,
           types.MappingProxyType: Pickler._refuse, memoryview: Pickler._refuse}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    import io
    out = io.BytesIO()
    Pickler(out, protocol).dump(obj)
    return out.getvalue()
