class SymbolDatabase:
    def RegisterMessage(self, message):
        return message

    def RegisterFileDescriptor(self, file):
        return None


def Default():
    return SymbolDatabase()
