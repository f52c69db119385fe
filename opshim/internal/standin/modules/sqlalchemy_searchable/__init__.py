from sqlalchemy_utils import TSVectorType


def make_searchable(*args, **kw):
    return None
