import uuid as _uuid
from uuid import UUID


def uuid6(node=None, clock_seq=None):
    return _uuid.uuid6(node, clock_seq)


def uuid7():
    return _uuid.uuid7()


def uuid8():
    return _uuid.uuid8()
