from sqlalchemy_utils.types import CountryType
