class _Spatial:
    def __init__(self, data, srid=-1, extended=None):
        self.data, self.srid, self.extended = data, srid, extended

    def __eq__(self, other):
        return type(self) is type(other) and (self.data, self.srid) == (other.data, other.srid)

    def __hash__(self):
        return hash((self.data, self.srid))


class WKTElement(_Spatial):
    def __str__(self):
        return "SRID=%d;%s" % (self.srid, self.data) if self.srid > 0 and not self.data.upper().startswith("SRID") else self.data


class WKBElement(_Spatial):
    @property
    def desc(self):
        return self.data if isinstance(self.data, str) else bytes(self.data).hex()

    def __str__(self):
        return self.desc


class RasterElement(_Spatial):
    def __str__(self):
        return self.data if isinstance(self.data, str) else bytes(self.data).hex()
