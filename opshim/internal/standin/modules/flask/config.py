class ConfigAttribute:
    def __init__(self, name, get_converter=None):
        self.name = name


class Config(dict):
    """Settings that code sets; those in files and in the environment are not read."""

    def __init__(self, root_path, defaults=None):
        dict.__init__(self, defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            module, _, name = obj.replace(":", ".").rpartition(".")
            try:
                imported = __import__(obj, fromlist=["*"])
            except ImportError:
                imported = getattr(__import__(module, fromlist=[name]), name)
            obj = imported
        for key in dir(obj):
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **kw):
        for key, value in {**(mapping or {}), **kw}.items():
            if key.isupper():
                self[key] = value
        return True

    def from_envvar(self, variable_name, silent=False):
        return False

    def from_pyfile(self, filename, silent=False):
        return False

    def from_file(self, filename, load, silent=False, text=True):
        return False

    def from_prefixed_env(self, prefix="FLASK", **kw):
        return False

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        out = {}
        for key, value in self.items():
            if key.startswith(namespace):
                key = key[len(namespace):] if trim_namespace else key
                out[key.lower() if lowercase else key] = value
        return out
