from sqlalchemy_utils.types import UUIDType
