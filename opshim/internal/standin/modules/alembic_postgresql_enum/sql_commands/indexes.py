from typing import NamedTuple as _NamedTuple


class TableIndex(_NamedTuple):
    name: str
    definition: str
