# The tables of the users library, as mixins of declarative classes.

import uuid as _uuid

from sqlalchemy import Boolean as _Boolean
from sqlalchemy import ForeignKey as _ForeignKey
from sqlalchemy import Integer as _Integer
from sqlalchemy import String as _String
from sqlalchemy.orm import Mapped as _Mapped
from sqlalchemy.orm import declared_attr as _declared_attr
from sqlalchemy.orm import mapped_column as _mapped_column

from fastapi_users_db_sqlalchemy.generics import GUID

UUID_ID = _uuid.UUID


class SQLAlchemyBaseUserTable:
    __tablename__ = "user"

    email: _Mapped[str] = _mapped_column(_String(length=320), unique=True, index=True, nullable=False)
    hashed_password: _Mapped[str] = _mapped_column(_String(length=1024), nullable=False)
    is_active: _Mapped[bool] = _mapped_column(_Boolean, default=True, nullable=False)
    is_superuser: _Mapped[bool] = _mapped_column(_Boolean, default=False, nullable=False)
    is_verified: _Mapped[bool] = _mapped_column(_Boolean, default=False, nullable=False)

    def __class_getitem__(cls, item):
        return cls


class SQLAlchemyBaseUserTableUUID(SQLAlchemyBaseUserTable):
    id: _Mapped[UUID_ID] = _mapped_column(GUID, primary_key=True, default=_uuid.uuid4)


class SQLAlchemyBaseOAuthAccountTable:
    __tablename__ = "oauth_account"

    oauth_name: _Mapped[str] = _mapped_column(_String(length=100), index=True, nullable=False)
    access_token: _Mapped[str] = _mapped_column(_String(length=1024), nullable=False)
    expires_at: _Mapped[int] = _mapped_column(_Integer, nullable=True)
    refresh_token: _Mapped[str] = _mapped_column(_String(length=1024), nullable=True)
    account_id: _Mapped[str] = _mapped_column(_String(length=320), index=True, nullable=False)
    account_email: _Mapped[str] = _mapped_column(_String(length=320), nullable=False)

    def __class_getitem__(cls, item):
        return cls


class SQLAlchemyBaseOAuthAccountTableUUID(SQLAlchemyBaseOAuthAccountTable):
    id: _Mapped[UUID_ID] = _mapped_column(GUID, primary_key=True, default=_uuid.uuid4)

    @_declared_attr
    def user_id(cls):
        return _mapped_column(GUID, _ForeignKey("user.id", ondelete="cascade"), nullable=False)
