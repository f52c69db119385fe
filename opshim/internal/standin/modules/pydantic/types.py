import pathlib as _pathlib
import uuid as _uuid


class _Secret:
    def __init__(self, value):
        self._value = value

    @classmethod
    def _from_text(cls, text):
        return cls(text)

    def get_secret_value(self):
        return self._value

    def __str__(self):
        return "**********" if self._value else ""

    def __repr__(self):
        return "%s('%s')" % (type(self).__name__, self)

    def __len__(self):
        return len(self._value)

    def __eq__(self, other):
        return type(self) is type(other) and self._value == other._value

    def __hash__(self):
        return hash(self._value)


class SecretStr(_Secret):
    pass


class SecretBytes(_Secret):
    pass


class BeforeValidator:
    def __init__(self, func, **options):
        self.func = func


class AfterValidator:
    def __init__(self, func):
        self.func = func


def constr(**constraints):
    return str


def conint(**constraints):
    return int


def confloat(**constraints):
    return float


StrictStr = NonEmptyStr = str
StrictInt = PositiveInt = NonNegativeInt = NegativeInt = NonPositiveInt = int
StrictBool = bool
StrictFloat = PositiveFloat = NonNegativeFloat = float
FilePath = DirectoryPath = NewPath = _pathlib.Path
UUID1 = UUID3 = UUID4 = UUID5 = _uuid.UUID
EmailStr = NameEmail = str
