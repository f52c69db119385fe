# functions on finite numbers
import cmath
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh):
    print(f.__name__, [f'{f(z):.12g}' for z in (1 + 2j, -1.5 + 0.25j, 3 - 4j, 0.5j, 2, -0.3, 1e-5 + 1e-5j)])
# ---
# exact ones
import cmath
print(cmath.sqrt(-1), cmath.sqrt(-4), cmath.sqrt(3 + 4j), cmath.exp(0), cmath.log(1), cmath.phase(-1), cmath.phase(1j), cmath.polar(3 + 4j), cmath.rect(2, 0), cmath.sqrt(0), cmath.sqrt(-0.0), cmath.sqrt(complex(-1, -0.0)), cmath.log(8, 2), cmath.phase(complex(-1, -0.0)))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
# ---
# tests
import cmath
print(cmath.isclose(1 + 1e-10j, 1), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-10, abs_tol=1e-9), cmath.isfinite(1j), cmath.isinf(cmath.infj), cmath.isnan(cmath.nanj), cmath.isfinite(cmath.inf), cmath.isnan(1), cmath.isclose(cmath.inf, cmath.inf), cmath.isclose(cmath.inf, 1))
try: cmath.isclose(1, 1, rel_tol=-1)
except ValueError as e: print(e)
# ---
# errors
import cmath
for f in (lambda: cmath.log(0), lambda: cmath.atanh(1), lambda: cmath.exp(1000), lambda: cmath.cosh(1000), lambda: cmath.sqrt('x'), lambda: cmath.log10(0), lambda: cmath.atan(1j), lambda: cmath.rect(1, float('inf')), lambda: cmath.rect(1j, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# infinities
import cmath
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.atan, cmath.sinh):
    print(f.__name__, [f(z) for z in (cmath.inf, -cmath.inf, complex(1, cmath.inf) if f in (cmath.sqrt, cmath.log) else 0)])
# ---
# objects that convert
import cmath
class C:
    def __complex__(self): return 3 + 4j
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
print(cmath.sqrt(C()), cmath.sqrt(F()), cmath.sqrt(I()), cmath.sqrt(True))
