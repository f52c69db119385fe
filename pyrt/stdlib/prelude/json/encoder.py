"""JSON encoder."""

from json import JSONEncoder
