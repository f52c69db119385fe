# sqlalchemy.ext.mutable: types that watch their values. Changes are found when a
# session flushes, so the types are what they wrap.


class Mutable:
    @classmethod
    def as_mutable(cls, sqltype):
        return _get("to_instance")(sqltype)

    @classmethod
    def associate_with(cls, sqltype):
        pass

    @classmethod
    def associate_with_attribute(cls, attribute):
        pass

    @classmethod
    def coerce(cls, key, value):
        return value

    def changed(self):
        pass


class MutableComposite(Mutable):
    pass


class MutableDict(Mutable, dict):
    pass


class MutableList(Mutable, list):
    pass


class MutableSet(Mutable, set):
    pass
