"""The platform: always the same."""


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return "0"


version = release


def machine():
    return "x86_64"


processor = machine


def python_version():
    return "3.14.6"


def python_version_tuple():
    return ("3", "14", "6")


def python_implementation():
    return "CPython"


def python_compiler():
    return ""


def platform(aliased=False, terse=False):
    return "Linux-0-x86_64"


def architecture(*args, **kw):
    return ("64bit", "ELF")


def uname():
    return ("Linux", "localhost", "0", "0", "x86_64")
