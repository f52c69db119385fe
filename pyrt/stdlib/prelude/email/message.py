"""Messages: headers like those of a dictionary, and a payload of text or of further messages."""

import quopri
from io import BytesIO, StringIO
from email import _content, errors, utils
from email._words import b_bytes
from email.charset import Charset
from email._policybase import compat32

__all__ = ["Message", "EmailMessage"]


class Message:
    def __init__(self, policy=compat32):
        self.policy, self._headers, self._unixfrom, self._payload, self._charset = policy, [], None, None, None
        self.preamble = self.epilogue = None
        self.defects, self._default_type = [], "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        from email.generator import Generator
        fp = StringIO()
        Generator(fp, mangle_from_=False, maxheaderlen=maxheaderlen, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        from email.generator import BytesGenerator
        fp = BytesIO()
        BytesGenerator(fp, mangle_from_=False, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def is_multipart(self):
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def attach(self, payload):
        if self._payload is None:
            self._payload = [payload]
            return
        try:
            self._payload.append(payload)
        except AttributeError:
            raise TypeError("Attach is not valid on a message with a non-multipart payload")

    def get_payload(self, i=None, decode=False):
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError("Expected list, got %s" % type(self._payload))
        payload, cte = self._payload, self.get("content-transfer-encoding", "")
        cte = cte.cte if hasattr(cte, "cte") else str(cte).lower().strip()
        if not decode:
            if isinstance(payload, str) and not payload.isascii() and any(0xDC80 <= ord(c) <= 0xDCFF for c in payload):
                data = payload.encode("ascii", "surrogateescape")
                try:
                    return data.decode(self.get_content_charset("ascii"), "replace")
                except LookupError:
                    return data.decode("ascii", "replace")
            return payload
        if not isinstance(payload, str):
            return payload
        try:
            data = payload.encode("ascii", "surrogateescape")
        except UnicodeEncodeError:
            data = payload.encode("raw-unicode-escape")
        return self._decoded(data, cte)

    def _decoded(self, data, cte):
        if cte == "quoted-printable":
            return quopri.decodestring(data)
        if cte == "base64":
            try:
                return b_bytes(b"".join(data.splitlines()).decode("ascii", "replace"))
            except ValueError:
                self.policy.handle_defect(self, errors.InvalidBase64LengthDefect())
                return data
        if cte in ("x-uuencode", "uuencode", "uue", "x-uue"):
            try:
                return _content.uu_bytes(data)
            except ValueError:
                return data
        return data

    def set_payload(self, payload, charset=None):
        if hasattr(payload, "encode"):
            if isinstance(charset, Charset):
                charset = charset.output_charset
            if not hasattr(payload, "decode"):
                payload = payload.encode(charset or "ascii", "surrogateescape")
        if hasattr(payload, "decode"):
            payload = payload.decode("ascii", "surrogateescape")
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if charset != charset.get_output_charset() and isinstance(self._payload, str):
            self._payload = charset.body_encode(self._payload.encode("ascii", "surrogateescape").decode(charset.output_charset))
        if "Content-Transfer-Encoding" in self:
            return
        cte = charset.get_body_encoding()
        if callable(cte):
            cte(self)
            return
        payload = self._payload
        if payload:
            payload = payload.encode("ascii", "surrogateescape")
        self._payload = charset.body_encode(payload)
        self.add_header("Content-Transfer-Encoding", cte)

    def get_charset(self):
        return self._charset

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most and sum(k.lower() == name.lower() for k, _ in self._headers) >= most:
            raise ValueError("There may be at most {} {} headers in a message".format(most, name))
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        self._headers = [h for h in self._headers if h[0].lower() != name.lower()]

    def __contains__(self, name):
        return any(k.lower() == name.lower() for k, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        return [k for k, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers]

    def items(self):
        return [(k, self.policy.header_fetch_parse(k, v)) for k, v in self._headers]

    def get(self, name, failobj=None):
        for k, v in self._headers:
            if k.lower() == name.lower():
                return self.policy.header_fetch_parse(k, v)
        return failobj

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers if k.lower() == name.lower()] or failobj

    def add_header(self, _name, _value, **_params):
        parts = [] if _value is None else [_value]
        for k, v in _params.items():
            k = k.replace("_", "-")
            parts.append(k if v is None else _content.param(k, v))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        for i, (k, _) in enumerate(self._headers):
            if k.lower() == _name.lower():
                self._headers[i] = self.policy.header_store_parse(k, _value)
                return
        raise KeyError(_name.lower())

    def get_content_type(self):
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        ctype = _content.split(str(value))[0].lower()
        return ctype if ctype.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _params_of(self, header):
        value = self.get(header)
        if value is None:
            return None
        out = []
        for p in _content.split(str(value)):
            name, _, v = p.partition("=")
            out.append((name.strip(), v.strip()))
        return utils.decode_params(out)

    def get_params(self, failobj=None, header="content-type", unquote=True):
        params = self._params_of(header)
        if params is None:
            return failobj
        return [(k, _content.unquoted(v)) for k, v in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        for k, v in self._params_of(header) or ():
            if k.lower() == param.lower():
                return _content.unquoted(v) if unquote else v
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == "content-type":
            ctype = "text/plain"
        else:
            ctype = self.get(header)
        if not self.get_param(param, header=header):
            text = _content.param(param, value, requote)
            ctype = f"{ctype}; {text}" if ctype else text
        else:
            ctype = "; ".join(_content.param(k, value if k.lower() == param.lower() else v, requote) for k, v in self.get_params(header=header, unquote=requote))
        if ctype != self.get(header):
            if replace:
                self.replace_header(header, ctype)
            else:
                del self[header]
                self[header] = ctype

    def del_param(self, param, header="content-type", requote=True):
        if header not in self:
            return
        ctype = "; ".join(_content.param(k, v, requote) for k, v in self.get_params(header=header, unquote=requote) if k.lower() != param.lower())
        if ctype != self.get(header):
            del self[header]
            self[header] = ctype

    def set_type(self, type, header="Content-Type", requote=True):
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for p, v in params[1:]:
            self.set_param(p, v, header, requote)

    def get_filename(self, failobj=None):
        name = self.get_param("filename", None, "content-disposition")
        if name is None:
            name = self.get_param("name", None)
        return failobj if name is None else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        found = self.get_param("boundary")
        return failobj if found is None else utils.collapse_rfc2231_value(found).rstrip()

    def set_boundary(self, boundary):
        params = self.get_params(unquote=False)
        if params is None:
            raise errors.HeaderParseError("No Content-Type header found")
        new, found = [], False
        for k, v in params:
            found = found or k.lower() == "boundary"
            new.append((k, f'"{boundary}"' if k.lower() == "boundary" else v))
        if not found:
            new.append(("boundary", f'"{boundary}"'))
        value = "; ".join(k if not v else f"{k}={v}" for k, v in new)
        self._headers = [self.policy.header_store_parse(h, value) if h.lower() == "content-type" else (h, v) for h, v in self._headers]

    def get_content_charset(self, failobj=None):
        charset = self.get_param("charset")
        if charset is None:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = charset[2].encode("raw-unicode-escape").decode(charset[0] or "us-ascii")
            except (LookupError, UnicodeError):
                charset = charset[2]
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get("content-disposition")
        return None if value is None else _content.split(str(value))[0].lower()

    from email.iterators import walk


class MIMEPart(Message):
    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        return super().as_string(unixfrom, policy.max_line_length if maxheaderlen is None else maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        value = self.get("content-disposition")
        return False if value is None else value.content_disposition == "attachment"

    def _bodies(self, part, preferred):
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split("/")
        if main == "text":
            if sub in preferred:
                yield preferred.index(sub), part
            return
        if main != "multipart" or not self.is_multipart():
            return
        if sub != "related":
            for p in part.iter_parts():
                yield from self._bodies(p, preferred)
            return
        if "related" in preferred:
            yield preferred.index("related"), part
        start, first = part.get_param("start"), None
        parts = part.get_payload()
        if start:
            first = next((p for p in parts if p["content-id"] == start), None)
        if first is None:
            first = parts[0] if parts else None
        if first is not None:
            yield from self._bodies(first, preferred)

    def get_body(self, preferencelist=("related", "html", "plain")):
        best, body = len(preferencelist), None
        for rank, part in self._bodies(self, preferencelist):
            if rank < best:
                best, body = rank, part
                if rank == 0:
                    break
        return body

    def iter_attachments(self):
        main, sub = self.get_content_type().split("/")
        if main != "multipart" or sub == "alternative":
            return
        payload = self.get_payload()
        try:
            parts = payload.copy()
        except AttributeError:
            return
        if sub == "related":
            start = self.get_param("start")
            found = [p for p in parts if start and p["content-id"] == start]
            if found:
                parts.remove(found[0])
            else:
                parts.pop(0)
            yield from parts
            return
        seen = []
        for part in parts:
            kind = part.get_content_type()
            if kind in ("text/plain", "text/html", "multipart/related", "multipart/alternative") and not part.is_attachment() and kind not in seen:
                seen.append(kind)
                continue
            yield part

    def iter_parts(self):
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        return (self.policy.content_manager if content_manager is None else content_manager).get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        (self.policy.content_manager if content_manager is None else content_manager).set_content(self, *args, **kw)

    def _make_multipart(self, subtype, refused, boundary):
        if self.get_content_maintype() == "multipart":
            now = self.get_content_subtype()
            if now in refused + (subtype,):
                raise ValueError("Cannot convert {} to {}".format(now, subtype))
        kept, moved = [], []
        for name, value in self._headers:
            (moved if name.lower().startswith("content-") else kept).append((name, value))
        if moved:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        self._make_multipart("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart("mixed", (), boundary)

    def _add(self, kind, /, *args, _disp=None, **kw):
        if self.get_content_type() != "multipart/" + kind:
            getattr(self, "make_" + kind)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if _disp and "content-disposition" not in part:
            part["Content-Disposition"] = _disp
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add("related", *args, _disp="inline", **kw)

    def add_alternative(self, *args, **kw):
        self._add("alternative", *args, **kw)

    def add_attachment(self, *args, **kw):
        self._add("mixed", *args, _disp="attachment", **kw)

    def clear(self):
        self._headers, self._payload = [], None

    def clear_content(self):
        self._headers = [h for h in self._headers if not h[0].lower().startswith("content-")]
        self._payload = None


class EmailMessage(MIMEPart):
    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
