"""Names of characters in HTML 4."""

from _html import entities as _entities

__all__ = ["name2codepoint", "codepoint2name", "entitydefs"]

name2codepoint = {name: ord(char) for name, char in _entities().items() if name != "apos"}
codepoint2name = {code: name for name, code in name2codepoint.items()}
entitydefs = {name: chr(code) for name, code in name2codepoint.items()}
