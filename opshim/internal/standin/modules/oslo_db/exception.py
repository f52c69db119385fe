class DBError(Exception):
    def __init__(self, inner_exception=None, cause=None):
        self.inner_exception = inner_exception
        super().__init__(str(inner_exception))


class DBDuplicateEntry(DBError):
    pass


class DBConstraintError(DBError):
    pass


class DBReferenceError(DBError):
    pass


class DBNonExistentTable(DBError):
    pass


class DBNonExistentConstraint(DBError):
    pass


class DBMigrationError(DBError):
    pass
