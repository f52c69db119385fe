# The operators of sqlalchemy.sql.operators as functions of their operands.

import operator as _operator

eq = _operator.eq
ne = _operator.ne
lt = _operator.lt
le = _operator.le
gt = _operator.gt
ge = _operator.ge
add = _operator.add
sub = _operator.sub
mul = _operator.mul
truediv = _operator.truediv
floordiv = _operator.floordiv
mod = _operator.mod
neg = _operator.neg
inv = _operator.inv
and_ = _operator.and_
or_ = _operator.or_
getitem = _operator.getitem
lshift = _operator.lshift
rshift = _operator.rshift


def like_op(a, b, **kw):
    return a.like(b, **kw)


def not_like_op(a, b, **kw):
    return a.not_like(b, **kw)


def notlike_op(a, b, **kw):
    return a.not_like(b, **kw)


def ilike_op(a, b, **kw):
    return a.ilike(b, **kw)


def not_ilike_op(a, b, **kw):
    return a.not_ilike(b, **kw)


def notilike_op(a, b, **kw):
    return a.not_ilike(b, **kw)


def startswith_op(a, b, **kw):
    return a.startswith(b, **kw)


def endswith_op(a, b, **kw):
    return a.endswith(b, **kw)


def contains_op(a, b, **kw):
    return a.contains(b, **kw)


def istartswith_op(a, b, **kw):
    return a.istartswith(b, **kw)


def iendswith_op(a, b, **kw):
    return a.iendswith(b, **kw)


def icontains_op(a, b, **kw):
    return a.icontains(b, **kw)


def not_startswith_op(a, b, **kw):
    return ~a.startswith(b, **kw)


notstartswith_op = not_startswith_op


def not_endswith_op(a, b, **kw):
    return ~a.endswith(b, **kw)


notendswith_op = not_endswith_op


def not_contains_op(a, b, **kw):
    return ~a.contains(b, **kw)


notcontains_op = not_contains_op


def not_istartswith_op(a, b, **kw):
    return ~a.istartswith(b, **kw)


def not_iendswith_op(a, b, **kw):
    return ~a.iendswith(b, **kw)


def not_icontains_op(a, b, **kw):
    return ~a.icontains(b, **kw)


def is_(a, b):
    return a.is_(b)


def is_not(a, b):
    return a.is_not(b)


def isnot(a, b):
    return a.is_not(b)


def is_distinct_from(a, b):
    return a.is_distinct_from(b)


def is_not_distinct_from(a, b):
    return a.is_not_distinct_from(b)


def isnot_distinct_from(a, b):
    return a.is_not_distinct_from(b)


def in_op(a, b):
    return a.in_(b)


def not_in_op(a, b):
    return a.not_in(b)


def notin_op(a, b):
    return a.not_in(b)


def concat_op(a, b):
    return a.concat(b)


def match_op(a, b):
    return a.match(b)


def collate(a, b):
    return a.collate(b)


def bitwise_xor_op(a, b):
    return a.bitwise_xor(b)


def bitwise_or_op(a, b):
    return a.bitwise_or(b)


def bitwise_and_op(a, b):
    return a.bitwise_and(b)


def bitwise_lshift_op(a, b):
    return a.bitwise_lshift(b)


def bitwise_rshift_op(a, b):
    return a.bitwise_rshift(b)


def between_op(a, b, c, symmetric=False):
    return a.between(b, c, symmetric=symmetric)


def not_between_op(a, b, c, symmetric=False):
    return ~a.between(b, c, symmetric=symmetric)


notbetween_op = not_between_op


def desc_op(a):
    return a.desc()


def asc_op(a):
    return a.asc()


def nulls_first_op(a):
    return a.nulls_first()


def nullsfirst_op(a):
    return a.nulls_first()


def nulls_last_op(a):
    return a.nulls_last()


def nullslast_op(a):
    return a.nulls_last()


def distinct_op(a):
    return a.distinct()


def any_op(a):
    return a.any_()


def all_op(a):
    return a.all_()


def bitwise_not_op(a):
    return a.bitwise_not()


def regexp_match_op(a, b, flags=None):
    return a.regexp_match(b, flags=flags)


def not_regexp_match_op(a, b, flags=None):
    return ~a.regexp_match(b, flags=flags)


def regexp_replace_op(a, b, replacement, flags=None):
    return a.regexp_replace(b, replacement, flags=flags)


def json_getitem_op(a, b):
    return a[b]


def json_path_getitem_op(a, b):
    return a[b]


class custom_op:
    def __init__(self, opstring, precedence=0, is_comparison=False, return_type=None, natural_self_precedent=False, eager_grouping=False):
        self.opstring = opstring
        self.precedence = precedence
        self.is_comparison = is_comparison
        self.return_type = return_type

    def __call__(self, left, right, **kw):
        return left.op(self.opstring, self.precedence, self.is_comparison, self.return_type)(right)
