# Column types of the collection, and views. Values pass through where turning
# them into something would need another package.

from sqlalchemy_utils import types
from sqlalchemy_utils.types import (
    ArrowType, ChoiceType, ColorType, CompositeType, CountryType, CurrencyType, DateRangeType, DateTimeRangeType, EmailType, EncryptedType,
    EnrichedDateTimeType, EnrichedDateType, Int8RangeType, IntRangeType, IPAddressType, JSONType, LocaleType, LtreeType, NumericRangeType,
    PasswordType, PhoneNumberType, ScalarListType, StringEncryptedType, TimezoneType, TSVectorType, URLType, UUIDType, WeekDaysType)
from sqlalchemy_utils.view import CreateView, DropView, create_materialized_view, create_view, refresh_materialized_view
from sqlalchemy_utils.models import Timestamp, generic_repr


def force_auto_coercion(mapper=None):
    return None


def force_instant_defaults(mapper=None):
    return None
