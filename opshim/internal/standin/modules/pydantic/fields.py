unset = type("PydanticUndefinedType", (), {"__repr__": lambda self: "PydanticUndefined", "__bool__": lambda self: False})()


class AliasPath:
    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]


class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]


class FieldInfo:
    def __init__(self, default=unset, *, default_factory=None, alias=None, validation_alias=None, validate_default=None, description=None,
                 title=None, **extra):
        self.default = unset if default is ... else default
        self.default_factory = default_factory
        self.alias, self.validation_alias = alias, validation_alias
        self.validate_default = validate_default
        self.description, self.title, self.extra = description, title, extra
        self.annotation = None

    def with_default(self, default):
        made = FieldInfo(self.default if default is unset else default, default_factory=self.default_factory, alias=self.alias,
                         validation_alias=self.validation_alias, validate_default=self.validate_default, **self.extra)
        return made

    def is_required(self):
        return self.default is unset and self.default_factory is None

    def get_default(self, **options):
        if self.default_factory is not None:
            return self.default_factory()
        value = self.default
        return value.copy() if type(value) in (list, dict, set) else value


def Field(default=unset, **options):
    return FieldInfo(default, **options)


class PrivateAttr:
    def __init__(self, default=None, *, default_factory=None, **options):
        self.default, self.default_factory = default, default_factory

    def get_default(self):
        return self.default_factory() if self.default_factory else self.default
