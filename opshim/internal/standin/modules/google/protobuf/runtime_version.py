class Domain:
    GOOGLE_INTERNAL = 1
    PUBLIC = 2


def ValidateProtobufRuntimeVersion(*args):
    return None
