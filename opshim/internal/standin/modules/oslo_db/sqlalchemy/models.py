from oslo_utils import timeutils
from sqlalchemy import Column, DateTime, Integer


class ModelBase:
    __table_initialized__ = False

    def update(self, values):
        for k, v in dict(values).items():
            setattr(self, k, v)

    def get(self, key, default=None):
        return getattr(self, key, default)

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def __getitem__(self, key):
        return getattr(self, key)

    def save(self, session):
        session.add(self)
        session.flush()


class ModelIterator:
    pass


class TimestampMixin:
    created_at = Column(DateTime, default=lambda: timeutils.utcnow())
    updated_at = Column(DateTime, onupdate=lambda: timeutils.utcnow())


class SoftDeleteMixin:
    deleted_at = Column(DateTime)
    deleted = Column(Integer, default=0)
