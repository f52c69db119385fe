# Files with settings are not read: the environment that scripts see is stated
# in mrt.toml.


def load_dotenv(*args, **kw):
    return False


def find_dotenv(*args, **kw):
    return ""


def dotenv_values(*args, **kw):
    return {}
