from datetime import datetime

import sqlalchemy as sa


class Timestamp:
    created = sa.Column(sa.DateTime, default=datetime.utcnow, nullable=False)
    updated = sa.Column(sa.DateTime, default=datetime.utcnow, nullable=False)


def generic_repr(*fields):
    return fields[0] if len(fields) == 1 and isinstance(fields[0], type) else lambda cls: cls
