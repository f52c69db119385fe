# sqlalchemy.ext.hybrid: one definition for instances and for queries.


class hybrid_property:
    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.expr = expr
        self.__name__ = getattr(fget, "__name__", None)

    def __get__(self, obj, owner):
        if obj is None:
            fn = self.expr or self.fget
            return getattr(fn, "__func__", fn)(owner)
        return self.fget(obj)

    def __set__(self, obj, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(obj, value)

    def _with(self, **kw):
        args = {"fget": self.fget, "fset": self.fset, "fdel": self.fdel, "expr": self.expr}
        args.update(kw)
        return hybrid_property(**args)

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)

    def expression(self, expr):
        return self._with(expr=expr)

    def comparator(self, comparator):
        return self

    def update_expression(self, meth):
        return self

    @property
    def inplace(self):
        return self

    @property
    def overrides(self):
        return self


class hybrid_method:
    def __init__(self, func, expr=None):
        self.func = func
        self.expr = expr

    def __get__(self, obj, owner):
        if obj is None:
            fn = self.expr or self.func
            return lambda *a, **kw: fn(owner, *a, **kw)
        return lambda *a, **kw: self.func(obj, *a, **kw)

    def expression(self, expr):
        return hybrid_method(self.func, expr)


class Comparator:
    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        return self.expression
