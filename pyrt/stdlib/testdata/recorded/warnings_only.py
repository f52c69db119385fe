"""Warnings."""

import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for i in range(3): warnings.warn("dup")
    warnings.warn("x",FutureWarning); warnings.warn_explicit("e",UserWarning,"f.py",3)
    print([(str(x.message),x.category,x.lineno,x.filename[-3:]) for x in w])
    @warnings.deprecated("old")
    def h(): return 5
    print(h(), len(w), w[-1].message)
try: warnings.warn("a",int)
except TypeError as e: print(e)
try: warnings.simplefilter("zz")
except Exception as e: print(type(e).__name__,e)
print(warnings.formatwarning("m",UserWarning,"f",1,"line"))
