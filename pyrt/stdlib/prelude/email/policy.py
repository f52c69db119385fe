"""What is asked of headers and lines when messages are read and written."""

import re
import sys
from email._policybase import Compat32, Policy, _broken, _source, compat32
from email.contentmanager import raw_data_manager
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]


class EmailPolicy(Policy):
    message_factory, utf8, refold_source, header_factory, content_manager = EmailMessage, False, "long", HeaderRegistry(), raw_data_manager

    header_source_parse = _source

    def __init__(self, **kw):
        if "header_factory" not in kw:
            object.__setattr__(self, "header_factory", HeaderRegistry())
        super().__init__(**kw)

    def header_max_count(self, name):
        return self.header_factory[name].max_count

    def header_store_parse(self, name, value):
        if hasattr(value, "name") and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        return value if hasattr(value, "name") else self.header_factory(name, "".join(re.split(r"\n|\r\n?", value)))

    def fold(self, name, value):
        return self._fold(name, value, False)

    def fold_binary(self, name, value):
        return self._fold(name, value, self.cte_type == "7bit").encode("utf8" if self.utf8 else "ascii", "surrogateescape")

    def _fold(self, name, value, binary):
        if hasattr(value, "name"):
            return value.fold(policy=self)
        most = self.max_line_length or sys.maxsize
        lines = re.split(r"\n|\r\n?", value)
        again = self.refold_source == "all" or self.refold_source == "long" and (
            len(lines[0]) + len(name) + 2 > most or any(len(x) > most for x in lines[1:]))
        if not again and not value.isascii():
            again = not self.utf8
        if again or binary and _broken(value):
            return self.header_factory(name, "".join(lines)).fold(policy=self)
        return f"{name}: {self.linesep.join(lines)}{self.linesep}"


default = EmailPolicy()
strict, SMTP, HTTP = default.clone(raise_on_defect=True), default.clone(linesep="\r\n"), default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
