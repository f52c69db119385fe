# Names that SQLAlchemy 2.1 has and 2.0 has not.

import enum as _enum


class FrameClauseType(_enum.Enum):
    UNBOUNDED = 0
    CURRENT = 1
    PRECEDING = 2
    FOLLOWING = 3


class FrameClause:
    def __init__(self, start, end, start_frame_type, end_frame_type):
        self.start = start
        self.end = end
        self.start_frame_type = start_frame_type
        self.end_frame_type = end_frame_type


class AggregateOrderByStyle(_enum.Enum):
    NONE = 0
    INLINE = 1
    WITHIN_GROUP = 2


class OperatorClass(_enum.Flag):
    UNSPECIFIED = 0
    BOOLEAN = _enum.auto()
    COMPARISON = _enum.auto()
    IN_COMPARISON = _enum.auto()
    CONTAINS = _enum.auto()
    INDEXABLE = _enum.auto()
    CONCATENABLE = _enum.auto()
    MATH = _enum.auto()
    BITWISE = _enum.auto()
    JSON = _enum.auto()
    ARRAY = _enum.auto()
    STRING = _enum.auto()
    DATETIME = _enum.auto()
    ANY = _enum.auto()


class DMLLimitClause:
    extension = "limit"

    def __init__(self, limit):
        self.values = (limit,)


def limit(limit):
    return DMLLimitClause(limit)


class DistinctOnClause:
    extension = "distinct_on"

    def __init__(self, values):
        self.values = values


def distinct_on(*expr):
    return DistinctOnClause(expr)
