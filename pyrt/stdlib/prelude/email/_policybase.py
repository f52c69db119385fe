"""What every policy has, and the policy of the older interface."""

import abc
from email import charset as _charset

__all__ = ["Policy", "Compat32", "compat32"]


class Policy(metaclass=abc.ABCMeta):
    raise_on_defect, linesep, cte_type, max_line_length, mangle_from_, message_factory, verify_generated_headers = False, "\n", "8bit", 78, False, None, True

    def __init__(self, **kw):
        self._set(kw)

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError(f"{self.__class__.__name__!r} object attribute {name!r} is read-only")
        raise AttributeError(f"{self.__class__.__name__!r} object has no attribute {name!r}")

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(f'{n}={v!r}' for n, v in self.__dict__.items())})"

    def clone(self, **kw):
        new = self.__class__.__new__(self.__class__)
        for name, value in self.__dict__.items():
            object.__setattr__(new, name, value)
        new._set(kw)
        return new

    def _set(self, kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for {self.__class__.__name__}")
            object.__setattr__(self, name, value)

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        return None

    @abc.abstractmethod
    def header_source_parse(self, sourcelines):
        raise NotImplementedError

    @abc.abstractmethod
    def header_store_parse(self, name, value):
        raise NotImplementedError

    @abc.abstractmethod
    def header_fetch_parse(self, name, value):
        raise NotImplementedError

    @abc.abstractmethod
    def fold(self, name, value):
        raise NotImplementedError

    @abc.abstractmethod
    def fold_binary(self, name, value):
        raise NotImplementedError


def _source(self, sourcelines):
    name, value = sourcelines[0].split(":", 1)
    return name, "".join((value, *sourcelines[1:])).lstrip(" \t\r\n").rstrip("\r\n")


def _broken(text):
    return any(0xDC80 <= ord(c) <= 0xDCFF for c in text) if not text.isascii() else False


class Compat32(Policy):
    mangle_from_ = True
    header_source_parse = _source

    def _clean(self, name, value):
        from email import header
        if isinstance(value, str) and _broken(value):
            return header.Header(value, charset=_charset.UNKNOWN8BIT, header_name=name)
        return value

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return self._clean(name, value)

    def fold(self, name, value):
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        return self._fold(name, value, self.cte_type == "7bit").encode("ascii", "surrogateescape")

    def _fold(self, name, value, clean):
        from email import header
        if isinstance(value, str):
            if _broken(value):
                if not clean:
                    return f"{name}: {value}{self.linesep}"
                value = self._clean(name, value)
            else:
                value = header.Header(value, header_name=name)
        return f"{name}: {value.encode(linesep=self.linesep, maxlinelen=self.max_line_length or 0)}{self.linesep}"


compat32 = Compat32()
