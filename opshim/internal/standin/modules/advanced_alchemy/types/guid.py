from advanced_alchemy.types import GUID, BigIntIdentity, DateTimeUTC, EncryptedString, EncryptedText, JsonB
