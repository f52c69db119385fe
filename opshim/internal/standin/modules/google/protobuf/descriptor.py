_USE_C_DESCRIPTORS = True


def _fields(data):
    """The wire format: (field number, value) in order."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    while at < len(data):
        key = varint()
        kind = key & 7
        if kind == 0:
            yield key >> 3, varint()
        elif kind == 2:
            size = varint()
            yield key >> 3, data[at:at + size]
            at += size
        else:
            at += 8 if kind == 1 else 4


class EnumDescriptor:
    def __init__(self, data):
        self.name, self.values = "", []
        for number, value in _fields(data):
            if number == 1:
                self.name = value.decode()
            elif number == 2:
                fields = dict(_fields(value))
                n = fields.get(2, 0)
                self.values.append((fields[1].decode(), n - (1 << 64) if n >> 63 else n))


class Descriptor:
    _options = _loaded_options = _serialized_options = None

    def __init__(self, data, nested=3, enums=4):
        self.name, self.nested, self.enums, self.package = "", [], [], ""
        for number, value in _fields(data):
            if number == 1:
                self.name = value.decode()
            elif number == nested:
                self.nested.append(Descriptor(value))
            elif number == enums:
                self.enums.append(EnumDescriptor(value))


class FileDescriptor(Descriptor):
    def __init__(self, data):
        super().__init__(data, 4, 5)
