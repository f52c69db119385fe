class Error(Exception):
    pass


class DecodeError(Error):
    pass


class EncodeError(Error):
    pass


class Message:
    def __init__(self, *args, **kw):
        _missing("Message")(self)
