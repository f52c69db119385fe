from advanced_alchemy.types import StoredObject
