# The engines: what they make of a value needs the package that encrypts.

from sqlalchemy_utils.types import EncryptedType, StringEncryptedType


class EncryptionDecryptionBaseEngine:
    pass


class AesEngine(EncryptionDecryptionBaseEngine):
    BLOCK_SIZE = 16


class AesGcmEngine(EncryptionDecryptionBaseEngine):
    BLOCK_SIZE = 16


class FernetEngine(EncryptionDecryptionBaseEngine):
    pass
