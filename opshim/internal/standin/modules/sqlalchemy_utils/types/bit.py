from sqlalchemy_utils.types import BitType
