"""Messages written as text or bytes."""

import re
from copy import deepcopy
from email.errors import HeaderWriteError
from io import BytesIO, StringIO

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]


class Generator:
    _binary = False

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp, self._mangle_from_, self.maxheaderlen, self.policy = outfp, mangle_from_, maxheaderlen, policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)
        before = self.policy, msg.policy
        try:
            self.policy = msg.policy = policy
            self._NL = policy.linesep
            if unixfrom:
                from time import ctime, time
                self.write((msg.get_unixfrom() or "From nobody " + ctime(time())) + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = before

    def clone(self, fp):
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    def _new_buffer(self):
        return StringIO()

    def _text_of(self, msg):
        buffer = self._new_buffer()
        g = self.clone(buffer)
        g.flatten(msg, unixfrom=False, linesep=self._NL)
        value = buffer.getvalue()
        return value.decode("ascii", "surrogateescape") if isinstance(value, bytes) else value

    def _write_lines(self, text):
        lines = re.split(r"\r\n|\r|\n", text)
        self.write(self._NL.join(lines))

    def _write(self, msg):
        # The body comes first: writing it may settle a boundary or an encoding that the headers tell of.
        fp, self._fp = self._fp, self._new_buffer()
        self._changed = None
        try:
            self._dispatch(msg)
            body = self._fp.getvalue()
        finally:
            self._fp = fp
        changed, self._changed = self._changed, None
        if changed:
            msg = deepcopy(msg)
            if msg.get("content-transfer-encoding") is None:
                msg["Content-Transfer-Encoding"] = changed[0]
            else:
                msg.replace_header("content-transfer-encoding", changed[0])
            msg.replace_header("content-type", changed[1])
        meth = getattr(msg, "_write_headers", None)
        if meth is None:
            self._write_headers(msg)
        else:
            meth(self)
        self._fp.write(body)

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        meth = getattr(self, "_handle_" + f"{main}_{sub}".replace("-", "_"), None) or getattr(self, "_handle_" + main.replace("-", "_"), None)
        (meth or self._writeBody)(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            if self._binary:
                self._fp.write(self.policy.fold_binary(name, value))
                continue
            folded = self.policy.fold(name, value)
            if self.policy.verify_generated_headers:
                end = self.policy.linesep
                if not folded.endswith(end):
                    raise HeaderWriteError(f"folded header does not end with {end!r}: {folded!r}")
                if re.search(r"\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]", folded.removesuffix(end)):
                    raise HeaderWriteError(f"folded header contains newline: {folded!r}")
            self.write(folded)
        self.write(self._NL)

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError(f"string payload expected: {type(payload)}")
        raw = msg._payload
        if not raw.isascii() and any(0xDC80 <= ord(c) <= 0xDCFF for c in raw):
            if self._binary and self.policy.cte_type == "8bit":
                self._write_text(raw)
                return
            charset = msg.get_param("charset")
            if charset is not None:
                msg = deepcopy(msg)
                del msg["content-transfer-encoding"]
                msg.set_payload(raw, charset)
                payload = msg.get_payload()
                self._changed = (msg["content-transfer-encoding"], msg["content-type"])
        self._write_text(payload)

    def _write_text(self, payload):
        if self._mangle_from_:
            payload = re.sub(r"^From ", ">From ", payload, flags=re.M)
        self._write_lines(payload)

    _writeBody = _handle_text

    def _handle_multipart(self, msg):
        parts = msg.get_payload()
        if parts is None:
            parts = []
        elif isinstance(parts, str):
            self.write(parts)
            return
        elif not isinstance(parts, list):
            parts = [parts]
        texts = [self._text_of(part) for part in parts]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._NL.join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._write_lines(re.sub(r"^From ", ">From ", msg.preamble, flags=re.M) if self._mangle_from_ else msg.preamble)
            self.write(self._NL)
        self.write(f"--{boundary}{self._NL}")
        self.write(f"{self._NL}--{boundary}{self._NL}".join(texts))
        self.write(f"{self._NL}--{boundary}--{self._NL}")
        if msg.epilogue is not None:
            self._write_lines(re.sub(r"^From ", ">From ", msg.epilogue, flags=re.M) if self._mangle_from_ else msg.epilogue)

    def _handle_multipart_signed(self, msg):
        policy = self.policy
        self.policy = policy.clone(max_line_length=0)
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = policy

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            lines = self._text_of(part).split(self._NL)
            blocks.append(self._NL.join(lines[:-1]) if lines and not lines[-1] else self._NL.join(lines))
        self.write(self._NL.join(blocks))

    def _handle_message(self, msg):
        payload = msg._payload
        if isinstance(payload, list):
            self.write(self._text_of(payload[0]))
        else:
            self._write_lines(payload or "")

    @classmethod
    def _make_boundary(cls, text=None):
        import random
        import sys
        first = boundary = "=" * 15 + "%019d" % random.randrange(sys.maxsize) + "=="
        n = 0
        while text is not None and re.search("^--" + re.escape(boundary) + "(--)?$", text, re.M):
            boundary, n = f"{first}.{n}", n + 1
        return boundary


class BytesGenerator(Generator):
    _binary = True

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _new_buffer(self):
        return BytesIO()


class DecodedGenerator(Generator):
    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]" if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == "text":
                print(part.get_payload(decode=False), file=self)
            elif main != "multipart":
                print(self._fmt % {"type": part.get_content_type(), "maintype": main, "subtype": part.get_content_subtype(),
                                   "filename": part.get_filename("[no filename]"), "description": part.get("Content-Description", "[no description]"),
                                   "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")}, file=self)
