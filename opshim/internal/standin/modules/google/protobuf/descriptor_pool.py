from google.protobuf.descriptor import FileDescriptor


class DescriptorPool:
    def AddSerializedFile(self, data):
        return FileDescriptor(data)

    def Add(self, file):
        return None

    def FindFileByName(self, name):
        return None


_default = DescriptorPool()


def Default():
    return _default
