# Settings from the environment that is handed in, else the default. Files with
# secrets or variables are not read. A setting that has no value stays unknown.

import os as _os

from pydantic import AliasChoices as _AliasChoices, BaseModel as _BaseModel, ConfigDict as _ConfigDict, unset as _unset

SettingsConfigDict = _ConfigDict


class BaseSettings(_BaseModel):
    _validates_defaults = True

    def __init__(self, _env_prefix=None, _env_file=None, _env_file_encoding=None, _env_nested_delimiter=None, _case_sensitive=None,
                 _secrets_dir=None, **values):
        config = type(self).model_config
        prefix = _env_prefix if _env_prefix is not None else config.get("env_prefix", "")
        delimiter = _env_nested_delimiter if _env_nested_delimiter is not None else config.get("env_nested_delimiter")
        known = {name.lower(): value for name, value in _os.environ.items()}
        for name, field in type(self).model_fields.items():
            if name in values:
                continue
            for variable in _variables(name, field, prefix):
                found = known.get(variable.lower(), _unset)
                if found is not _unset and not (found == "" and config.get("env_ignore_empty")):
                    values[name] = found
                    break
            if delimiter:
                nested = _nested(known, (prefix + name).lower() + delimiter.lower(), delimiter.lower())
                if nested and not isinstance(values.get(name), str):
                    values[name] = nested
        super().__init__(**values)

    def _absent(self, name):
        return getattr(_missing(type(self).__name__), name)

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings


def _variables(name, field, prefix):
    """The names of the variables that a setting is read from, the first one first."""
    alias = field.validation_alias if field.validation_alias is not None else field.alias
    given = field.extra.get("env")
    if isinstance(given, str):
        return [given]
    if given:
        return list(given)
    if isinstance(alias, _AliasChoices):
        return [choice for choice in alias.choices if isinstance(choice, str)]
    if isinstance(alias, str):
        return [alias]
    return [prefix + name]


def _nested(known, prefix, delimiter):
    out = {}
    for variable, value in known.items():
        if not variable.startswith(prefix):
            continue
        at, parts = out, variable[len(prefix):].split(delimiter)
        for part in parts[:-1]:
            at = at.setdefault(part, {})
            if not isinstance(at, dict):
                break
        else:
            at[parts[-1]] = value
    return out
