def safe_decode(text, incoming=None, errors="strict"):
    if isinstance(text, str):
        return text
    if not isinstance(text, bytes):
        raise TypeError("%s can't be decoded" % type(text))
    return text.decode(incoming or "utf-8", errors)


def safe_encode(text, incoming=None, encoding="utf-8", errors="strict"):
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):
        raise TypeError("%s can't be encoded" % type(text))
    return text.encode(encoding, errors)


def to_utf8(text):
    return text if isinstance(text, bytes) else text.encode("utf-8")
