class AlembicUtilsException(Exception):
    pass


class BadInputException(AlembicUtilsException):
    pass


class SQLParseFailure(AlembicUtilsException):
    pass


class DuplicateRegistration(AlembicUtilsException):
    pass


class UnreachableException(AlembicUtilsException):
    pass
