# no clause matches: what goes on
import traceback
def lines(e): return len(traceback.extract_tb(e.__traceback__))
class G(ExceptionGroup):
    def derive(self, excs): print("derive", len(excs)); return G(self.message + "!", excs)
def attempt(make, handle):
    orig = make()
    try:
        try: raise orig
        except* OSError: print("no")
    except BaseException as e: print(e is orig, type(e).__name__, str(e), e.__cause__, e.__context__, lines(e), lines(orig), getattr(e, "__notes__", None), e.exceptions if isinstance(e, BaseExceptionGroup) else None)
def noted():
    e = ExceptionGroup("n", [ValueError(1)]); e.add_note("a note"); e.__cause__ = KeyError("why"); return e
for make in (lambda: ExceptionGroup("g", [ValueError(1), TypeError(2)]), lambda: ExceptionGroup("g", [ExceptionGroup("h", [ValueError(1)]), KeyError(2)]), lambda: G("own", [ValueError(1)]), noted, lambda: BaseExceptionGroup("b", [KeyboardInterrupt()]), lambda: ValueError("alone"), lambda: KeyboardInterrupt("alone")): attempt(make, OSError)
class State(ExceptionGroup):
    def __new__(cls, msg, excs, code): o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return State(self.message, excs, self.code)
s = State("s", [ValueError(1)], 7)
try:
    try: raise s
    except* KeyError: pass
except State as e: print(e is s, e.code, e.exceptions)
# ---
# two clauses of which none matches, or some
def attempt(excs):
    orig = ExceptionGroup("g", excs)
    try:
        try: raise orig
        except* KeyError as k: print("K", k.exceptions, k is orig)
        except* OSError as o: print("O", o.exceptions, o is orig)
    except ExceptionGroup as e: print(e is orig, e.exceptions, repr(e.__context__), repr(e.__cause__))
    else: print("nothing")
attempt([ValueError(1)]); attempt([KeyError(1), ValueError(2)]); attempt([OSError(1)]); attempt([KeyError(1), OSError(2)]); attempt([KeyError(1), OSError(2), ValueError(3), ExceptionGroup("n", [KeyError(4), TypeError(5)])])
# ---
# the group that goes on through several
def f():
    orig = ExceptionGroup("g", [ValueError(1), KeyError(2)])
    try:
        try:
            try: raise orig
            except* OSError: pass
        except* TypeError: pass
    except ExceptionGroup as e: print(e is orig, e == orig, e.exceptions == orig.exceptions, e.exceptions[0] is orig.exceptions[0])
    try:
        try: raise orig
        except* ValueError: raise
    except ExceptionGroup as e: print(e is orig, e.exceptions)
    try:
        try: raise orig
        except* ValueError as v: raise v
    except ExceptionGroup as e: print(e is orig, e.exceptions, repr(e.__context__))
    try:
        try: raise orig
        except* ValueError: raise LookupError("new")
    except ExceptionGroup as e: print(e is orig, e.message, e.exceptions, repr(e.exceptions[0].__context__))
    try:
        try: raise orig
        except* (ValueError, KeyError): raise LookupError("both")
    except ExceptionGroup as e: print(type(e), e.exceptions)
    try:
        try: raise orig
        finally: print("finally")
    except ExceptionGroup as e: print(e is orig)
    try:
        try: raise orig
        except* OSError: pass
        else: print("no")
        finally: print("finally")
    except ExceptionGroup as e: print(e is orig, e.__traceback__ is not None)
f()
# ---
# the report of one that nobody caught
def deep(): raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2)])])
try: deep()
except* OSError: print("no")
# ---
# the report of what is left
def deep(): raise ExceptionGroup("g", [ValueError(1), OSError("x"), ExceptionGroup("h", [KeyError(2)])])
def mid():
    try: deep()
    except* OSError as o: print(repr(o))
mid()
