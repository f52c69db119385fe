"""JSON decoder."""

from json import JSONDecodeError, JSONDecoder
