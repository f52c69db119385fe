# Messages in the language in which they are written.


class TranslatorFactory:
    def __init__(self, domain, localedir=None):
        self.domain = domain

    @property
    def primary(self):
        return lambda text: text

    log_info = log_warning = log_error = log_critical = contextual_form = plural_form = primary


def translate(obj, desired_locale=None):
    return obj


def enable_lazy(enable=True):
    return None


def install(domain, lazy=False):
    return None


def get_available_languages(domain):
    return ["en_US"]
