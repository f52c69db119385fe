import datetime as _datetime

from sqlalchemy import ForeignKey as _ForeignKey
from sqlalchemy import String as _String
from sqlalchemy.orm import Mapped as _Mapped
from sqlalchemy.orm import declared_attr as _declared_attr
from sqlalchemy.orm import mapped_column as _mapped_column

from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware, now_utc


class SQLAlchemyBaseAccessTokenTable:
    __tablename__ = "accesstoken"

    token: _Mapped[str] = _mapped_column(_String(length=43), primary_key=True)
    created_at: _Mapped[_datetime.datetime] = _mapped_column(TIMESTAMPAware(timezone=True), index=True, nullable=False, default=now_utc)

    def __class_getitem__(cls, item):
        return cls


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable):
    @_declared_attr
    def user_id(cls):
        return _mapped_column(GUID, _ForeignKey("user.id", ondelete="cascade"), nullable=False)
