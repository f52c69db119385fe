"""Introspection of annotations."""

import enum
from inspect import get_annotations as _get
from typing import ForwardRef


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    return _get(obj, globals=globals, locals=locals, eval_str=eval_str, format=int(format))


def call_annotate_function(annotate, format, *, owner=None):
    return annotate(int(format))


def get_annotate_from_class_namespace(obj):
    return obj.get("__annotate__") or obj.get("__annotate_func__")


def type_repr(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return "..." if value is ... else repr(value)
