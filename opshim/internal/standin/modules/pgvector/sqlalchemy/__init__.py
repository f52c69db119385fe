# Column types of PostgreSQL's vector extension.

from sqlalchemy import Float as _Float
from sqlalchemy.types import UserDefinedType as _UserDefinedType


class _Dimensioned(_UserDefinedType):
    cache_ok = True
    word = ""

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return self.word if self.dim is None else "%s(%d)" % (self.word, self.dim)

    def _text(self, value):
        if value is None or isinstance(value, str):
            return value
        return "[" + ",".join(str(float(v)) for v in value) + "]"

    def bind_processor(self, dialect):
        return self._text

    def literal_processor(self, dialect):
        return lambda value: "'%s'" % self._text(value)


class VECTOR(_Dimensioned):
    word = "VECTOR"


class HALFVEC(_Dimensioned):
    word = "HALFVEC"


class SPARSEVEC(_Dimensioned):
    word = "SPARSEVEC"


class BIT(_UserDefinedType):
    cache_ok = True

    def __init__(self, length=None):
        super().__init__()
        self.length = length

    def get_col_spec(self, **kw):
        return "BIT" if self.length is None else "BIT(%d)" % self.length


Vector = VECTOR
