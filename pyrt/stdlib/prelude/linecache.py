"""Lines of source files."""


def getlines(filename, module_globals=None):
    import _io
    try:
        return _io.read_file(filename).decode("utf-8", "replace").splitlines(True)
    except OSError:
        return []


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    pass


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
