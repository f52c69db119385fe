class EnumTypeWrapper:
    def __init__(self, enum_type):
        self.DESCRIPTOR = enum_type
        self._by_name = dict(enum_type.values)

    def Name(self, number):
        for name, value in self.DESCRIPTOR.values:
            if value == number:
                return name
        raise ValueError("Enum %s has no name defined for value %r" % (self.DESCRIPTOR.name, number))

    def Value(self, name):
        if name not in self._by_name:
            raise ValueError("Enum %s has no value defined for name %r" % (self.DESCRIPTOR.name, name))
        return self._by_name[name]

    def keys(self):
        return [name for name, _ in self.DESCRIPTOR.values]

    def values(self):
        return [value for _, value in self.DESCRIPTOR.values]

    def items(self):
        return list(self.DESCRIPTOR.values)

    def __getattr__(self, name):
        if name.startswith("_") or name not in self._by_name:
            raise AttributeError(name)
        return self._by_name[name]
