"""Messages from text that comes in pieces."""

import re
from email import errors

__all__ = ["FeedParser", "BytesFeedParser"]

_HEADER = re.compile(r"(From |[\041-\071\073-\176]*:|[\t ])")


class FeedParser:
    def __init__(self, _factory=None, *, policy=None):
        if policy is None:
            from email._policybase import compat32 as policy
        self.policy, self._factory, self._text, self._headers_only = policy, _factory or policy.message_factory, [], False
        if self._factory is None:
            from email.message import Message
            self._factory = Message

    def feed(self, data):
        self._text.append(data)

    def close(self):
        lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", "".join(self._text))
        root = self._message(lines)
        if root.get_content_maintype() == "multipart" and not root.is_multipart() and not self._headers_only:
            self._defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _new(self):
        try:
            return self._factory(policy=self.policy)
        except TypeError:
            return self._factory()

    def _defect(self, msg, defect):
        self.policy.handle_defect(msg, defect)

    def _message(self, lines, default=None, depth=0):
        msg = self._new()
        if default:
            msg.set_default_type(default)
        at, body = 0, len(lines)
        for at, line in enumerate(lines):
            if not _HEADER.match(line):
                body = at
                if line.strip("\r\n"):
                    self._defect(msg, errors.MissingHeaderBodySeparatorDefect())
                else:
                    body += 1
                break
        else:
            at = len(lines)
        self._headers(msg, lines[:at])
        self._body(msg, lines[body:], depth)
        return msg

    def _headers(self, msg, lines):
        source = []
        for i, line in enumerate(lines):
            if line[0] in " \t":
                if not source:
                    self._defect(msg, errors.FirstHeaderLineIsContinuationDefect(line))
                else:
                    source.append(line)
                continue
            self._store(msg, source)
            source = []
            if line.startswith("From "):
                if i == 0:
                    msg.set_unixfrom(line.rstrip("\r\n"))
                else:
                    msg.defects.append(errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            if line[0] == ":":
                self._defect(msg, errors.InvalidHeaderDefect("Missing header name."))
                continue
            source = [line]
        self._store(msg, source)

    def _store(self, msg, source):
        if source:
            msg.set_raw(*self.policy.header_source_parse(source))

    def _body(self, msg, lines, depth):
        kind = msg.get_content_type()
        if self._headers_only or depth > 100:
            msg.set_payload("".join(lines))
        elif kind == "message/delivery-status":
            self._blocks(msg, lines, depth)
        elif msg.get_content_maintype() == "message":
            msg.attach(self._message(lines, depth=depth + 1))
        elif msg.get_content_maintype() == "multipart":
            self._multipart(msg, lines, depth)
        else:
            msg.set_payload("".join(lines))

    def _blocks(self, msg, lines, depth):
        block = []
        for line in lines + ["\n"]:
            if line.strip("\r\n"):
                block.append(line)
            elif block:
                msg.attach(self._message(block + ["\n"], depth=depth + 1))
                block = []

    def _multipart(self, msg, lines, depth):
        boundary = msg.get_boundary()
        if boundary is None:
            self._defect(msg, errors.NoBoundaryInMultipartDefect())
            msg.set_payload("".join(lines))
            return
        if str(msg.get("content-transfer-encoding", "8bit")).lower() not in ("7bit", "8bit", "binary"):
            self._defect(msg, errors.InvalidMultipartContentTransferEncodingDefect())
        mark = re.compile("--" + re.escape(boundary) + r"(--)?[ \t]*(?:\r\n|\r|\n)?$")
        preamble, parts, epilogue, closed, ended = [], [], [], False, ""
        for line in lines:
            m = mark.match(line) if not closed else None
            if m is not None and parts and not parts[-1]:
                continue
            if m is None:
                (epilogue if closed else parts[-1] if parts else preamble).append(line)
            elif m[1]:
                closed, ended = True, line[len(line.rstrip("\r\n")):]
            else:
                parts.append([])
        if not parts:
            self._defect(msg, errors.StartBoundaryNotFoundDefect())
            msg.set_payload("".join(preamble))
            msg.epilogue = ""
            return
        if preamble:
            msg.preamble = re.sub(r"(?:\r\n|\r|\n)\Z", "", "".join(preamble))
        default = "message/rfc822" if msg.get_content_type() == "multipart/digest" else None
        for part in parts:
            end = re.search(r"(?:\r\n|\r|\n)?\Z", part[-1])[0] if part else ""
            if end:
                part[-1:] = [part[-1][:-len(end)]] if part[-1] != end else []
            child = self._message(part, default, depth + 1)
            child.epilogue = child.epilogue or None
            if child.get_content_maintype() == "multipart" and not child.is_multipart() and child._payload:
                child._payload += end
            msg.attach(child)
        if not closed:
            self._defect(msg, errors.CloseBoundaryNotFoundDefect())
            return
        if epilogue or ended:
            msg.epilogue = "".join(epilogue)


class BytesFeedParser(FeedParser):
    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
