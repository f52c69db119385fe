# Association proxies: attributes that read through a relationship.


class AssociationProxyExtensionType:
    ASSOCIATION_PROXY = "ASSOCIATION_PROXY"


class AssociationProxy:
    is_attribute = True
    extension_type = "ASSOCIATION_PROXY"

    def __init__(self, target_collection, attr, *, creator=None, getset_factory=None, proxy_factory=None, proxy_bulk_set=None, info=None,
                 cascade_scalar_deletes=False, create_on_none_assignment=False, attribute_options=None):
        self.target_collection = target_collection
        self.value_attr = attr
        self.creator = creator
        self.key = None

    def __set_name__(self, owner, name):
        self.key = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        target = getattr(instance, self.target_collection)
        if target is None:
            return None
        if isinstance(target, dict):
            return {k: getattr(v, self.value_attr) for k, v in target.items()}
        if isinstance(target, (list, tuple, set)):
            return type(target)(getattr(v, self.value_attr) for v in target)
        return getattr(target, self.value_attr)

    def __set__(self, instance, value):
        _unsupported("setting an association proxy")


def association_proxy(target_collection, attr, **kw):
    kw.pop("init", None)
    kw.pop("repr", None)
    kw.pop("default", None)
    return AssociationProxy(target_collection, attr, **kw)


class _AssociationCollection:
    def __init__(self, lazy_collection, creator, getter, setter, parent):
        self.lazy_collection = lazy_collection
        self.creator = creator
        self.getter = getter
        self.setter = setter
        self.parent = parent


class _AssociationList(_AssociationCollection):
    pass


class _AssociationSet(_AssociationCollection):
    pass


class _AssociationDict(_AssociationCollection):
    pass


class _Instance:
    pass


AssociationProxyInstance = ObjectAssociationProxyInstance = ColumnAssociationProxyInstance = AmbiguousAssociationProxyInstance = _Instance
