_TRUE = ("1", "t", "true", "on", "y", "yes")
_FALSE = ("0", "f", "false", "off", "n", "no")


def bool_from_string(subject, strict=False, default=False):
    if isinstance(subject, bool):
        return subject
    lowered = str(subject).strip().lower()
    if lowered in _TRUE:
        return True
    if lowered in _FALSE:
        return False
    if strict:
        raise ValueError("Unrecognized value '%s', acceptable values are: %s" % (subject, ", ".join("'%s'" % s for s in sorted(_TRUE + _FALSE))))
    return default


def int_from_bool_as_string(subject):
    return int(bool_from_string(subject))


def is_valid_boolstr(value):
    return str(value).lower() in _TRUE + _FALSE


def is_int_like(val):
    try:
        return str(int(val)) == str(val)
    except (TypeError, ValueError):
        return False
