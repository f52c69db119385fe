"""textwrap, fractions, base64, binascii, secrets."""

import textwrap, fractions, base64, binascii, secrets
from fractions import Fraction as F
t="The quick brown-fox jumped over the lazy dog--really. And then,\tit slept for a very-long-time-indeed! supercalifragilisticexpialidocious"
for w in (8,10,20,40): print(textwrap.wrap(t,w)); print(textwrap.shorten(t,w)); print(textwrap.wrap(t,w,break_long_words=False,break_on_hyphens=False)); print(textwrap.fill(t,w,initial_indent="* ",subsequent_indent="  ",max_lines=30))
print(repr(textwrap.dedent("  a\n    b\n\n  c\n \t")), repr(textwrap.indent("a\n\nb\n","> ")), repr(textwrap.indent("a\n\nb","> ",lambda l:True)), textwrap.wrap("Hi there. You. ok",30,fix_sentence_endings=True))
for s in ("1/3"," -0.125 ","1e3","1_0/3","3.","abc","1/0",".5","1/-3"):
    try: print(repr(F(s)), str(F(s)))
    except Exception as e: print(type(e).__name__, e)
a,b=F(3,4),F(-5,6)
print(a+b,a-b,a*b,a/b,a//b,a%b,divmod(a,b),a**2,a**-2,a**F(1,2),2**a,1+a,1.5*a,a<b,a==0.75,hash(a)==hash(0.75),round(F(7,2)),round(F(22,7),2),int(b),float(b),F(3.14159).limit_denominator(100),F(0.1),abs(b),-b,bool(F(0)),F(10,2))
for sp in ("",".2f","e",".3g","10","<10","+","%",",.1f","#","010.3f","x"):
    try: print(format(F(12345,7),sp), format(F(-1,3),sp))
    except Exception as e: print(type(e).__name__, e)
from decimal import Decimal as D
print(F(D("1.5")), D("1.5")==F(3,2), F(3,2)==D("1.5"), D(1)<F(3,2))
for f in ("b64encode","b32encode","b16encode","b85encode","a85encode","urlsafe_b64encode","encodebytes","b32hexencode"):
  for x in (b"",b"a",b"ab",b"abc",b"hello world\xff\xfe>>??",b"\0\0\0\0"):
    e=getattr(base64,f)(x); print(f,e, getattr(base64,f.replace("encode","decode"))(e)==x)
for g in (lambda: base64.b64decode("abc"),lambda: base64.b64decode("a"),lambda: base64.b64decode("YQ==!"),lambda: base64.b64decode("YQ==!",validate=True),lambda: base64.b64decode("Y*Q=",validate=True),lambda: base64.b32decode("A"),lambda: binascii.unhexlify("abc"),lambda: binascii.unhexlify("zz"),lambda: base64.b64encode("x"),lambda: base64.b16decode("ff"), lambda: binascii.a2b_base64("YWJj====ZA=="), lambda: base64.b64decode("é")):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
print(binascii.hexlify(b"abc","-"), binascii.crc32(b"hello"), binascii.b2a_qp(b"a=b \xe9\n"), binascii.crc_hqx(b"abc",0), len(secrets.token_hex(8)), len(secrets.token_urlsafe()), secrets.compare_digest("a","b"))
