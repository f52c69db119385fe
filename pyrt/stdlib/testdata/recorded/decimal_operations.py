"""Operations and formats of decimal under many contexts: 2,400 answers."""

from decimal import *
seed = 777
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
def num():
    k = rnd(20)
    if k == 0: return ["NaN","sNaN","Infinity","-Infinity","NaN123","-0","0","0E+3","-0E-5","1","-1","10","1E+10"][rnd(13)]
    d = "".join(str(rnd(10)) for _ in range(rnd(12)+1))
    if rnd(2): 
        i = rnd(len(d)+1); d = d[:i] + "." + d[i:]
        if d == ".": d = "1"
    if rnd(3) == 0: d += "E%+d" % (rnd(40)-20)
    return ("-" if rnd(3)==0 else "") + d
R = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
un = ["exp","ln","log10","logb","sqrt","normalize","next_minus","next_plus","abs","plus","minus","to_integral_exact","to_integral_value","number_class","is_normal","is_subnormal","to_eng_string","to_sci_string"]
bi = ["add","subtract","multiply","divide","divide_int","remainder","remainder_near","compare","compare_signal","compare_total","compare_total_mag","max","min","max_mag","min_mag","quantize","next_toward","same_quantum","power","divmod","scaleb","shift","rotate","copy_sign"]
def attempt(f, *a):
    try: return str(f(*a))
    except Exception as e: return type(e).__name__ + ":" + str(e)
N = 700
for i in range(N):
    c = Context(prec=[1,3,5,9,16,28][rnd(6)], rounding=R[rnd(8)], Emin=-[10,30,999999][rnd(3)], Emax=[10,30,999999][rnd(3)], clamp=rnd(2), capitals=rnd(2), traps=[])
    a, b = Decimal(num()), Decimal(num())
    u = un[rnd(len(un))]; o = bi[rnd(len(bi))]
    if o == "power" and rnd(2): b = Decimal(rnd(20)-5)
    if o in("scaleb","shift","rotate"): b = Decimal(rnd(20)-8)
    print(i, c.prec, c.rounding, c.Emin, c.Emax, c.clamp, u, a, attempt(getattr(c,u), a), [s.__name__ for s,v in c.flags.items() if v])
    c.clear_flags()
    print(i, o, a, b, attempt(getattr(c,o), a, b), sorted(s.__name__ for s,v in c.flags.items() if v))
    c.clear_flags()
    print(attempt(c.fma,a,b,Decimal(num())), sorted(s.__name__ for s,v in c.flags.items() if v))
specs = ["","e","E","f","F","g","G","n","%",".2f",".0f",".3e",".3g",",","10","<10","^10",">10","010","+","-"," ","z.1f","+,.2f","020,.3f","*^20.4f","=+12",".1%","_","x","10d",".","<010","08.2e",",.3g",".10","#","_.2f"]
for s in specs:
    for v in ["0","-0.04","1234567.891","1E+10","-1.5","NaN","-Infinity","0E-8","123E-10","1.005"]:
        print(s, v, attempt(format, Decimal(v), s))
