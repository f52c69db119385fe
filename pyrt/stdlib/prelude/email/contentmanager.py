"""Contents of messages from objects, and objects from contents."""

import binascii
from email import message, quoprimime


class ContentManager:
    def __init__(self):
        self.get_handlers, self.set_handlers = {}, {}

    def add_get_handler(self, key, handler):
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ""):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def add_set_handler(self, typekey, handler):
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        handler = self._set_handler(obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _set_handler(self, obj):
        path = None
        for t in type(obj).__mro__:
            full = ".".join((t.__module__, t.__qualname__)) if t.__module__ else t.__qualname__
            path = path or full
            for key in (t, full, t.__qualname__, t.__name__):
                if key in self.set_handlers:
                    return self.set_handlers[key]
        if None in self.set_handlers:
            return self.set_handlers[None]
        raise KeyError(path)


raw_data_manager = ContentManager()


def get_text_content(msg, errors="replace"):
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
    return msg.get_payload(decode=True)


def get_message_content(msg):
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    return bytes(msg.get_payload(0))


def _finish(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = "attachment"
    if disposition is not None:
        msg["Content-Disposition"] = disposition
    if filename is not None:
        msg.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        msg["Content-ID"] = cid
    for key, value in (params or {}).items():
        msg.set_param(key, value)


def _prepare(msg, maintype, subtype, headers):
    msg["Content-Type"] = f"{maintype}/{subtype}"
    if headers:
        made = [h if hasattr(h, "name") else msg.policy.header_factory(*msg.policy.header_source_parse([h])) for h in headers]
        for header in made:
            if header.defects:
                raise ValueError(f"Invalid header: {header.fold(policy=msg.policy)}") from header.defects[0]
            msg[header.name] = header


def _base64_lines(data, most):
    step = most // 4 * 3
    return "".join(binascii.b2a_base64(data[i:i + step]).decode("ascii") for i in range(0, len(data), step))


def _text(string, charset, cte, policy):
    lines, end = string.encode(charset).splitlines(), policy.linesep.encode("ascii")
    most = policy.max_line_length or 10 ** 9
    plain = b"\n".join(lines) + b"\n"
    inner = end.join(lines) + end
    if cte is None:
        if all(len(x) <= most for x in lines) and inner.isascii():
            return "7bit", plain.decode("ascii")
        if policy.cte_type == "8bit" and all(len(x) <= most for x in lines):
            return "8bit", plain.decode("ascii", "surrogateescape")
        sample = inner[:1000]
        q = quoprimime.body_encode(sample.decode("latin-1"), policy.max_line_length or 10 ** 9)
        cte = "base64" if len(_base64_lines(sample, most)) < len(q) else "quoted-printable"
        if cte == "quoted-printable" and len(inner) <= 1000:
            return cte, quoprimime.body_encode(plain.decode("latin-1"), most)
    if cte == "7bit":
        return cte, plain.decode("ascii")
    if cte == "8bit":
        return cte, plain.decode("ascii", "surrogateescape")
    if cte == "quoted-printable":
        return cte, quoprimime.body_encode(plain.decode("latin-1"), most)
    if cte == "base64":
        return cte, _base64_lines(inner, most)
    raise ValueError(f"Unknown content transfer encoding {cte}")


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    _prepare(msg, "text", subtype, headers)
    cte, payload = _text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    from email.charset import ALIASES
    msg.set_param("charset", ALIASES.get(charset, charset), replace=True)
    msg["Content-Transfer-Encoding"] = cte
    _finish(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    if subtype == "partial":
        raise ValueError("message/partial is not supported for Message objects")
    if subtype == "rfc822" and cte not in (None, "7bit", "8bit", "binary"):
        raise ValueError(f"message/rfc822 parts do not support cte={cte}")
    if subtype == "external-body" and cte not in (None, "7bit"):
        raise ValueError(f"message/external-body parts do not support cte={cte}")
    if cte is None:
        cte = "8bit" if subtype == "rfc822" else "7bit"
    _prepare(msg, "message", subtype, headers)
    msg.set_payload([message])
    msg["Content-Transfer-Encoding"] = cte
    _finish(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None, headers=None):
    _prepare(msg, maintype, subtype, headers)
    if cte == "base64":
        data = _base64_lines(data, msg.policy.max_line_length)
    elif cte == "quoted-printable":
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode("ascii")
    elif cte == "7bit":
        data = data.decode("ascii")
    elif cte in ("8bit", "binary"):
        data = data.decode("ascii", "surrogateescape")
    msg.set_payload(data)
    msg["Content-Transfer-Encoding"] = cte
    _finish(msg, disposition, filename, cid, params)


raw_data_manager.add_get_handler("text", get_text_content)
raw_data_manager.get_handlers.update(dict.fromkeys(("audio", "image", "video", "application"), get_non_text_content))
raw_data_manager.get_handlers.update(dict.fromkeys(("message/rfc822", "message/external-body"), get_message_content))
raw_data_manager.add_get_handler("message", get_and_fixup_unknown_message_content)
raw_data_manager.set_handlers.update({str: set_text_content, message.EmailMessage: set_message_content})
raw_data_manager.set_handlers.update(dict.fromkeys((bytes, bytearray, memoryview), set_bytes_content))
