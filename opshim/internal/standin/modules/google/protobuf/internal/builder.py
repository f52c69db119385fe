from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper
from google.protobuf.message import Message


def _enums(enums, into):
    for enum in enums:
        into[enum.name] = EnumTypeWrapper(enum)
        into.update(enum.values)


def _message(descriptor):
    space = {"DESCRIPTOR": descriptor}
    _enums(descriptor.enums, space)
    space.update((n.name, _message(n)) for n in descriptor.nested)
    return type(descriptor.name, (Message,), space)


def _descriptors(descriptor, prefix, module):
    for enum in descriptor.enums:
        module[prefix + "_" + enum.name.upper()] = enum
    for nested in descriptor.nested:
        module[prefix + "_" + nested.name.upper()] = nested
        _descriptors(nested, prefix + "_" + nested.name.upper(), module)


def BuildMessageAndEnumDescriptors(file_des, module):
    _descriptors(file_des, "", module)


def BuildTopDescriptorsAndMessages(file_des, module_name, module):
    _enums(file_des.enums, module)
    for message in file_des.nested:
        module[message.name] = _message(message)


def BuildServices(file_des, module_name, module):
    return None


def AddHelpersToExtensions(file_des):
    return None
