"""Help, usage, parsing and refusals of command lines."""

import argparse, sys, io
def mk(**k):
    p=argparse.ArgumentParser(prog="prog",description="A program that does things.",epilog="The end.",**k)
    p.add_argument("src",help="source file"); p.add_argument("dst",nargs="?",default="out",help="dest %(default)s")
    p.add_argument("-v","--verbose",action="count",default=0,help="more"); p.add_argument("-n","--num",type=int,metavar="N",help="a number with a very long help text that has to be wrapped over several lines of output")
    p.add_argument("-x",action="append"); p.add_argument("--flag",action=argparse.BooleanOptionalAction); p.add_argument("--mode",choices=["a","b"],default="a"); p.add_argument("-q",action="store_true"); p.add_argument("--pair",nargs=2); p.add_argument("--many",nargs="*")
    g=p.add_mutually_exclusive_group(); g.add_argument("--one",action="store_true"); g.add_argument("--two",action="store_true")
    return p
def t(p,a):
    e=sys.stderr; sys.stderr=io.StringIO()
    try: print(p.parse_args(a))
    except SystemExit as x: print("exit",x.code,sys.stderr.getvalue())
    finally: sys.stderr=e
p=mk(); print(p.format_help()); print(p.format_usage())
for a in (["s"],["s","d","-vvq","-n5"],["s","-x","1","-x2","--flag"],["--no-flag","s","--mode=b"],["s","--mode","c"],[],["s","-n","x"],["s","--one","--two"],["s","--pair","1"],["s","--many","1","2","--pair","a","b"],["s","--bogus"],["--verb","s"],["--m","b","s"],["s","--","-d"],["-n","-5","s"],["s","d","e"],["-h"],["s","--q=1"]): t(p,a)
p=argparse.ArgumentParser(prog="c",formatter_class=argparse.ArgumentDefaultsHelpFormatter); p.add_argument("--lvl",default=3,help="lvl"); s=p.add_subparsers(dest="cmd",required=True,help="sub help"); a=s.add_parser("up",help="upgrade",aliases=["u"]); a.add_argument("rev",nargs="+"); a.set_defaults(fn="UP"); b=s.add_parser("down"); b.add_argument("--sql",action="store_true")
print(p.format_help()); print(a.format_help())
for x in (["up","a","b"],["u","x"],["down","--sql"],[],["zz"],["up"],["--lvl","5","down"],["down","--bad"]): t(p,x)
print(p.parse_known_args(["down","--x","1"])); print(argparse.Namespace(a=1,b="x"), "a" in argparse.Namespace(a=1), vars(argparse.Namespace(a=2)))
p=argparse.ArgumentParser(prog="z",exit_on_error=False,add_help=False); p.add_argument("--n",type=int,required=True); p.add_argument("rest",nargs="*")
try: p.parse_args(["--n","q"])
except argparse.ArgumentError as e: print(e)
print(p.parse_args(["--n","1","a","b"]), p.get_default("n")); print(p.format_usage())
try: p.add_argument("--n")
except argparse.ArgumentError as e: print(e)
