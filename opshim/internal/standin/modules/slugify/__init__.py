# Text as part of a URL. Letters that have no decomposition into ASCII need the
# package's own tables.

import re as _re
import unicodedata as _unicodedata


def slugify(text, entities=True, decimal=True, hexadecimal=True, max_length=0, word_boundary=False, separator="-", save_order=False,
            stopwords=(), regex_pattern=None, lowercase=True, replacements=(), allow_unicode=False):
    text = str(text)
    for old, new in replacements:
        text = text.replace(old, new)
    if "&" in text and entities:
        import html

        text = html.unescape(text)
    text = text.replace("'", "-")
    if allow_unicode:
        text = _unicodedata.normalize("NFKC", text)
    else:
        text = "".join(c for c in _unicodedata.normalize("NFKD", text) if not _unicodedata.combining(c))
        if any(ord(c) > 127 and c.isalnum() for c in text):
            return _missing("slugify")(text)
        text = text.encode("ascii", "ignore").decode()
    if lowercase:
        text = text.lower()
    text = text.replace("'", "")
    text = _re.sub(r"(?<=\d),(?=\d)", "", text)
    text = _re.sub(regex_pattern or (r"[^-a-zA-Z0-9]+" if not lowercase else r"[^-a-z0-9]+") if not allow_unicode else r"[^\w-]+", "-", text)
    text = _re.sub("-{2,}", "-", text).strip("-")
    if stopwords:
        text = "-".join(w for w in text.split("-") if w not in {s.lower() for s in stopwords})
    for old, new in replacements:
        text = text.replace(old, new)
    if max_length and len(text) > max_length:
        if word_boundary:
            return _missing("slugify")(text)
        text = text[:max_length].strip("-")
    return text.replace("-", separator) if separator != "-" else text
