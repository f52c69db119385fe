"""Character sets, and how headers and bodies in them are encoded."""

from email import base64mime, errors, quoprimime
from email.encoders import encode_7or8bit

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN, DEFAULT_CHARSET, UNKNOWN8BIT = 7, "us-ascii", "unknown-8bit"
CHARSETS = {**{f"iso-8859-{n}": (QP, QP, None) for n in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)}, "windows-1252": (QP, QP, None), "viscii": (QP, QP, None),
            "us-ascii": (None, None, None), "big5": (BASE64, BASE64, None), "gb2312": (BASE64, BASE64, None), "euc-jp": (BASE64, None, "iso-2022-jp"),
            "shift_jis": (BASE64, None, "iso-2022-jp"), "iso-2022-jp": (BASE64, None, None), "koi8-r": (BASE64, BASE64, None), "utf-8": (SHORTEST, BASE64, "utf-8")}
ALIASES = {**{f"latin_{n}": f"iso-8859-{i}" for n, i in zip(range(1, 11), (1, 2, 3, 4, 9, 10, 13, 14, 15, 16))},
           **{f"latin-{n}": f"iso-8859-{i}" for n, i in zip(range(1, 11), (1, 2, 3, 4, 9, 10, 13, 14, 15, 16))},
           "cp949": "ks_c_5601-1987", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "ascii": "us-ascii"}
CODEC_MAP = {"gb2312": "eucgb2312_cn", "big5": "big5_tw", "us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    CODEC_MAP[charset] = codecname


class Charset:
    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode("ascii")
            else:
                input_charset = str(input_charset, "ascii")
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        header, body, out = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        out = out or self.input_charset
        self.header_encoding, self.body_encoding, self.output_charset = header, body, ALIASES.get(out, out)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        if self.body_encoding == QP:
            return "quoted-printable"
        return "base64" if self.body_encoding == BASE64 else encode_7or8bit

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _bytes(self, string):
        codec = self.output_codec or "us-ascii"
        return string.encode("ascii", "surrogateescape") if codec == UNKNOWN8BIT else string.encode(codec)

    def _header_module(self, data):
        if self.header_encoding == QP:
            return quoprimime
        if self.header_encoding == BASE64:
            return base64mime
        if self.header_encoding == SHORTEST:
            return base64mime if base64mime.header_length(data) < quoprimime.header_length(data) else quoprimime
        return None

    def header_encode(self, string):
        data = self._bytes(string)
        module = self._header_module(data)
        return string if module is None else module.header_encode(data, self.output_codec)

    def header_encode_lines(self, string, maxlengths):
        room, lines, current = iter(maxlengths), [], ""
        chrome, codec = len(self.get_output_charset()) + RFC2047_CHROME_LEN, self.output_codec
        module = self._header_module(self._bytes(string))
        left = next(room) - chrome
        for c in string:
            if module.header_length(self._bytes(current + c)) > left:
                lines.append(module.header_encode(self._bytes(current), codec) if current or lines else None)
                current, left = "", next(room) - chrome
            current += c
        return lines + [module.header_encode(self._bytes(current), codec)]

    def body_encode(self, string):
        if not string:
            return string
        if self.body_encoding == BASE64:
            return base64mime.body_encode(string.encode(self.output_charset) if isinstance(string, str) else string)
        if self.body_encoding == QP:
            return quoprimime.body_encode(string if isinstance(string, str) else string.decode("latin1"))
        return string if isinstance(string, str) else string.decode("ascii")
