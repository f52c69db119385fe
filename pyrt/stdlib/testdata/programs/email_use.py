# messages: written, parts, folding of names
from email.message import EmailMessage
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email import policy, message_from_string, message_from_bytes
import email.utils, email.header, random
m = EmailMessage()
m["Subject"] = "Ayons asperges pour le déjeuner"
m["From"] = "Pepé Le Pew <pepe@example.com>"
m["To"] = "a <a@b.com>, c@d.com"
m.set_content("Salut!\n\nCela ressemble à un excellent recipie[1] déjeuner.\n\n--Pepé\n")
print(m.as_string()); print(m.as_bytes()); print(str(m))
m.add_alternative("<html><p>é</p></html>", subtype="html")
m.set_boundary("BB")
m.add_attachment(b"123"*40, maintype="application", subtype="pdf", filename="é.pdf")
m.set_boundary("AA")
print(m.as_string())
for p in m.walk(): print(p.get_content_type(), p.is_multipart(), p.get_filename())
print(m["to"].addresses, m["from"].addresses[0].display_name)
x = message_from_string(m.as_string(), policy=policy.default)
print(x["subject"], x.get_body(("plain",)).get_content(), [a.get_filename() for a in x.iter_attachments()], [a.get_content() for a in x.iter_attachments()])
t = MIMEText("héllo", "plain", "utf-8"); print(t.as_string())
t = MIMEText("hello " * 30); t["Subject"]="x " * 80; t["To"]="é"; print(t.as_string())
mm = MIMEMultipart("alternative", boundary="Q"); mm.attach(t); print(mm)
print(email.utils.formatdate(0), email.utils.parseaddr("A B <x@y.z>"), email.utils.getaddresses(["a@b, c (Tom) <d@e>"]))
# ---
# headers, addresses, dates
from email.header import Header, decode_header, make_header
from email.headerregistry import Address, Group
from email.message import EmailMessage, Message
from email import policy, message_from_string, message_from_bytes, utils, encoders, errors
from email.utils import *
import datetime; from email.utils import quote
h = Header('p\xf6stal', 'iso-8859-1'); print(h.encode(), str(h), h == 'p\xf6stal')
print(decode_header('=?iso-8859-1?q?p=F6stal?='))
print(make_header(decode_header('=?iso-8859-1?q?p=F6stal?= is =?utf-8?b?w6k=?= x')))
print(decode_header("plain"), decode_header("a =?utf-8?q?b?= =?utf-8?q?c?= d"))
h = Header("The quick brown fox jumps over the lazy dog; and then, it sleeps for a long, long while", header_name="Subject"); print(h.encode())
print(Header("é" * 60, header_name="Subject").encode())
h = Header("hello", "us-ascii"); h.append("wörld", "utf-8"); h.append("again"); print(h.encode(), str(h)); print(repr(str(h)))
print(Header("a" * 100).encode())
print(Header("x" * 30 + " " + "y" * 80, header_name="Subject").encode(maxlinelen=60))
m = EmailMessage()
m["From"] = Address("Pepé Le Pew", "pepe", "example.com")
m["To"] = (Address("Penelope Pussycat", "penelope", "example.com"), Address("Fabrette, Pussycat", "fabrette", "example.com"))
m["Subject"] = "Ünïcödé " * 12
m["X-Long"] = "word " * 40
m["Date"] = datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
m["Message-ID"] = "<abc@d>"
m["Cc"] = "Group: a@b.c, d@e.f;, Other <o@p.q>"
m["Bcc"] = ", ".join(f"Person Number {i} <person{i}@example.com>" for i in range(8))
m["X-Tok"] = "a" * 100
m["X-Tok2"] = "b " + "c" * 90 + " d"
m["X-U"] = "short " * 11 + "é " + "plain " * 5
m.set_content("hi\n")
print(m.as_string())
print(m.as_string(policy=policy.SMTP).replace("\r", "\\r"))
print(m["cc"].groups, m["cc"], m["date"].datetime, m["date"])
print([str(a) for a in m["to"].addresses], m["to"])
try: m["Subject"] = "x"
except ValueError as e: print(e)
try: m["X"] = "a\nb: c"
except ValueError as e: print(e)
a = Address("Foo", addr_spec="foo@bar.com"); print(a, repr(a), a == Address("Foo", "foo", "bar.com"), a.addr_spec)
print(Address("A, B", "c d", "e.f"), Group("G", [a]), repr(Group("G", [a])), Group("Empty"), Group(None, [a]))
print(m["content-type"].params, m["content-type"].content_type, m["mime-version"].version, m["content-transfer-encoding"].cte)
for s in ["Mon, 16 Nov 2009 13:32:02 +0100", "16 Nov 2009 13:32 EST", "Fri, 09 Jan 1998 00:00:00 -0000", "nonsense", "", "Sunday, 06-Nov-94 08:49:37 GMT", "2009"]:
    print(parsedate(s), parsedate_tz(s))
print(parsedate_to_datetime("Mon, 16 Nov 2009 13:32:02 +0100"), repr(parsedate_to_datetime("Mon, 16 Nov 2009 13:32:02 -0000")))
try: parsedate_to_datetime("x")
except ValueError as e: print(e)
print(formatdate(1234567890.5), formatdate(1234567890, usegmt=True), format_datetime(datetime.datetime(2001,2,3)), mktime_tz(parsedate_tz("Mon, 16 Nov 2009 13:32:02 +0100")))
print(quote('a"b\\c'), unquote('"a\\"b"'), unquote("<x>"))
print(formataddr(("A, B", "x@y")), formataddr(("", "x@y")), formataddr(("é", "x@y")), formataddr(("é", "x@y"), "iso-8859-1"), formataddr(('a"b', "x@y")))
for s in ["a@b", "A <a@b>", '"A, B" <a@b>', "a@b (Comment)", "A (c) <a@b>", "", "a b c", "<a@b>", "alice@example.com <bob@x.org>", "a@b, c@d", "Undisclosed recipients:;", "A B", "a@[1.2.3.4]", '"a b"@c.d', "a . b @ c . d"]:
    print(repr(s), parseaddr(s), getaddresses([s]))
print(encode_rfc2231("a b", "utf-8"), decode_rfc2231("utf-8''a%20b"), collapse_rfc2231_value(("utf-8", "", "x")))
# ---
# mime types, parser, defects, content
from email.message import EmailMessage, Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.audio import MIMEAudio
from email.mime.message import MIMEMessage
from email import policy, message_from_string, message_from_bytes, encoders, errors, parser, generator, iterators, charset
from io import BytesIO, StringIO
src = """From nobody x
From: A <a@b.c>
To: d@e.f
Subject: multi
 line
\tmore
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="===X"

preamble
--===X
Content-Type: text/plain

hello
world

--===X
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

caf=C3=A9 =
joined
--===X
Content-Type: message/rfc822

Subject: inner

body
--===X--
epilogue
"""
for pol in (policy.compat32, policy.default):
    m = message_from_string(src, policy=pol)
    print(type(m).__name__, m.is_multipart(), m.keys(), m["subject"], m.get_unixfrom(), repr(m.preamble), repr(m.epilogue), m.defects)
    print(m.as_string() == src, m.as_string(unixfrom=True) == src)
    print(m.as_string())
    for p in m.walk(): print(p.get_content_type(), repr(p.get_payload(decode=True)), p.get_charsets())
    iterators._structure(m)
    print(list(iterators.body_line_iterator(m)))
m = message_from_string("no headers here\nbody"); print(m.keys(), m.get_payload(), m.defects)
m = message_from_string("A: b\nbad line\nrest\n"); print(m.items(), repr(m.get_payload()), m.defects)
m = message_from_string("Content-Type: multipart/mixed\n\nx"); print(m.defects, m.is_multipart(), m.get_payload())
m = message_from_string("Content-Type: multipart/mixed; boundary=x\n\nx"); print(m.defects, m.is_multipart(), m.get_payload())
m = message_from_string("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhi"); print(m.defects, m.is_multipart(), m.as_string())
m = message_from_bytes(b"Subject: caf\xe9\nContent-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: 8bit\n\ncaf\xe9\n")
print(str(m["subject"]), m.get_payload(), m.get_payload(decode=True), m.as_bytes()); print(m.as_string())
m = message_from_bytes(b"Subject: caf\xe9\nContent-Type: text/plain; charset=latin-1\n\ncaf\xe9\n", policy=policy.default)
print(repr(m["subject"]), m.get_content(), m.as_bytes())
outer = MIMEMultipart(); outer["Subject"] = "Contents"; outer["To"] = "x@y"; outer.preamble = "You will not see this.\n"
outer.attach(MIMEText("text\nFrom me\n")); outer.attach(MIMEImage(b"\x89PNG\r\n\x1a\n123", name="a.png")); outer.attach(MIMEAudio(b"RIFF....WAVEfmt x"))
b = MIMEBase("application", "octet-stream"); b.set_payload(b"\x00\x01data"); encoders.encode_base64(b); b.add_header("Content-Disposition", "attachment", filename="x y.bin"); outer.attach(b)
outer.attach(MIMEApplication(b"zip", "zip")); outer.attach(MIMEMessage(MIMEText("inner", "html")))
q = MIMEBase("text", "x"); q.set_payload("a b=c"); encoders.encode_quopri(q); outer.attach(q)
outer.set_boundary("B"); print(outer.as_string()); 
fp = StringIO(); generator.Generator(fp, mangle_from_=True, maxheaderlen=40).flatten(outer, unixfrom=False); print(fp.getvalue()[:300])
fp = StringIO(); generator.DecodedGenerator(fp).flatten(outer); print(fp.getvalue())
print(outer.get_params(), b.get_filename(), b.get_content_disposition(), b.get_param("filename", header="content-disposition"))
b.set_param("x", "1"); b.set_param("x", "2 3"); print(b["content-type"]); b.del_param("x"); b.set_type("text/html"); print(b.items())
b.replace_header("Content-Type", "a/b"); 
try: b.replace_header("No", "x")
except KeyError as e: print(repr(e))
m = EmailMessage(); m["Subject"] = "pics"; m.set_content("plain"); m.add_alternative("<img src='cid:x'>", subtype="html")
m.get_payload()[1].add_related(b"img", "image", "jpeg", cid="<x>")
m.add_attachment("notes é", filename="n.txt"); 
inner = EmailMessage(); inner["Subject"] = "in"; inner.set_content("in"); m.add_attachment(inner)
for i, p in enumerate(m.walk()):
    if p.is_multipart() and p.get_content_maintype() == "multipart": p.set_boundary("B%d" % i)
print(m); iterators._structure(m)
print(m.get_body().get_content_type(), m.get_body(("plain",)).get_content(), [p.get_content_type() for p in m.iter_attachments()], [p.get_content_type() for p in m.iter_parts()])
try: m.get_content()
except KeyError as e: print(repr(e))
try: m.set_content("x")
except TypeError as e: print(e)
try: EmailMessage().set_content(3)
except KeyError as e: print(repr(e))
x = EmailMessage(); x.set_content("l" * 100 + "é\n", cte="quoted-printable"); print(x); x.set_content("héé\n" * 3, charset="latin-1"); print(x, x.get_content())
x.set_content("é" + "long " * 30, subtype="html"); print(x); x.set_content("a line that is long " * 9 + "= é"); print(x)
x.set_content(b"\x00\x01", "application", "octet-stream", filename="data " * 20 + ".bin", params={"k": "v"}, headers=["X-A: b"]); print(x)
print(policy.default.max_line_length, policy.SMTP.linesep.encode(), policy.compat32, policy.default.clone(max_line_length=20).max_line_length, policy.SMTP + policy.strict is not None)
try: policy.default.max_line_length = 3
except AttributeError as e: print(e)
try: policy.default.clone(nope=3)
except TypeError as e: print(e)
print(charset.Charset("utf8"), charset.Charset("latin_1").get_body_encoding(), charset.Charset("utf-8").header_encode("é"), repr(charset.Charset("UTF-8").body_encode("é")))
try: MIMEText("x").attach(1)
except errors.MultipartConversionError as e: print(e)
# ---
# examples of the documentation, policies
import email, email.policy, email.utils, email.headerregistry
from email.message import EmailMessage
from email.parser import Parser, BytesParser, HeaderParser, BytesHeaderParser, BytesFeedParser, FeedParser
from email.policy import default
from email.generator import BytesGenerator, Generator
import io, re, mimetypes
# docs: parsing headers
headers = Parser(policy=default).parsestr('From: Foo Bar <user@example.com>\nTo: <someone_else@example.com>\nSubject: Test message\n\nBody would go here\n')
print('To: {}'.format(headers['to'])); print('From: {}'.format(headers['from'])); print('Subject: {}'.format(headers['subject']))
print('Recipient username: {}'.format(headers['to'].addresses[0].username)); print('Sender name: {}'.format(headers['from'].addresses[0].display_name))
# docs: send a family picture message
msg = EmailMessage(); msg['Subject'] = 'Our family reunion'; msg['From'] = 'me@x.org'; msg['To'] = ', '.join(['a@b.com', 'c@d.com']); msg.preamble = 'You will not see this in a MIME-aware mail reader.\n'
msg.add_attachment(b"\x89PNG...", maintype='image', subtype='png'); msg.set_boundary("XX"); print(msg.as_bytes(policy=email.policy.SMTP))
# docs: alternative w cid
from email.utils import make_msgid
from email.headerregistry import Address
msg = EmailMessage(); msg['Subject'] = "Pourquoi pas des asperges pour ce midi ?"; msg['From'] = Address("Pepé Le Pew", "pepe", "example.com"); msg['To'] = (Address("Penelope Pussycat", "penelope", "example.com"), Address("Fabrette Pussycat", "fabrette", "example.com"))
msg.set_content("""\
Salut!

Cette recette [1] sera sûrement un très bon repas.

[1] http://www.yummly.com/recipe/Roasted-Asparagus-Epicurious-203718

--Pepé
""")
cid = make_msgid(); print(re.sub(r"\d+", "N", cid.split("@")[0]))
msg.add_alternative("""<html><head></head><body><p>Salut!</p><img src="cid:{c}" /></body></html>""".format(c="x@y"), subtype='html')
msg.get_payload()[1].add_related(b"jpeg", 'image', 'jpeg', cid="<x@y>")
msg.set_boundary("A1"); msg.get_payload()[1].set_boundary("A2"); print(bytes(msg))
m2 = BytesParser(policy=default).parse(io.BytesIO(bytes(msg)))
print(m2['subject'], m2['to'], m2.get_body(preferencelist=('plain', 'html')).get_content().splitlines())
richest = m2.get_body(); print(richest['content-type'].content_type, richest['content-type'].maintype)
for part in richest.iter_parts(): print(part['content-type'].content_type, part['content-id'])
for part in m2.walk(): print(part.get_content_type(), part.get_filename(), mimetypes.guess_extension(part.get_content_type()))
p = BytesFeedParser(policy=default); p.feed(b"Subject: a\r\nX: "); p.feed(b"y\r\n\r\nbo"); p.feed(b"dy\r\n"); m = p.close(); print(m.items(), repr(m.get_payload()), m.as_bytes(), m.as_string())
h = HeaderParser().parsestr("Received: a\n\tb\nReceived: c\nX-E: =?utf-8?q?=C3=A9?=\nContent-Type: multipart/mixed; boundary=q\n\n--q\n"); print(h.items(), h.get_all("received"), h.get_payload(), "x-e" in h, h.get("nope", 3), len(h), h.defects)
h = HeaderParser(policy=default).parsestr("Received: a\n\tb\nReceived: c\nX-E: =?utf-8?q?=C3=A9?= =?utf-8?q?=C3=A8?= t\n\n--q\n"); print(h.items(), h.as_string())
m = email.message_from_string("Subject: =?iso-8859-1?q?caf=E9?= au =?utf-8?b?bGFpdA==?=\nFrom: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <j@m.de>, \"K, L\" <k@l>, bare@x.y (Bare C)\nDate: Mon, 16 Nov 2009 13:32:02 +0100\nReply-To: undisclosed-recipients:;\nContent-Type: TEXT/Plain; Charset=\"utf-8\"; format=flowed\nContent-Disposition: attachment; filename*0=\"long\"; filename*1=\"er.txt\"\n\nx", policy=default)
print(m.items()); print(m["from"].addresses, m["from"].defects, m["reply-to"].groups, m["date"].datetime, m["content-type"].params, m["content-disposition"].params, m.get_filename(), m.is_attachment(), m.get_content_charset(), m.get_params())
print(m.as_string()); print(m)
c32 = email.message_from_string("Subject: " + "word " * 30 + "\nX: short\n\nx"); print(c32.as_string(maxheaderlen=50)); print(c32.as_bytes())
d = email.message_from_string("Subject: " + "word " * 30 + "\nX: short\n\nx", policy=default); print(d.as_string()); print(d.as_string(policy=default.clone(max_line_length=30))); print(d.as_string(policy=default.clone(refold_source='none')))
e = EmailMessage(policy=email.policy.SMTPUTF8); e["Subject"] = "é"; e["To"] = "Ü <u@x.y>"; e.set_content("ü\n"); print(e.as_bytes(), e.as_string())
e = EmailMessage(); e["To"] = "Very Long Name Indeed That Goes On And On And On Over The Whole Line Öf Text <a@example.com>, second <b@example.com>"; e["From"] = "\"Quoted, Ünicode Name\" <q@example.com>"; e["X-Ref"] = " ".join("<%d@example.com>" % i for i in range(9)); e["References"] = " ".join("<%d@example.com>" % i for i in range(9)); print(e)
print(e.as_string())
e.add_header("X-P", "v", a="b c", filename="é.txt", n=None); print(e["x-p"]); 
del e["x-p"]; print("x-p" in e, e.keys(), e.values()[1])
e2 = EmailMessage(); e2.set_content("<b>", subtype="html"); e2.make_mixed("bb"); e2.make_mixed() if 0 else None
try: e2.make_alternative()
except ValueError as x: print(x)
print(e2); e2.clear_content(); print(e2.items(), e2.get_payload())
print(email.headerregistry.HeaderRegistry()("Subject", "x").__class__.__name__, type(e["to"]).__mro__[1].__name__, type(e["to"]).max_count)
r = email.message_from_string("Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: a\n\n1\n--x\n\nSubject: b\n\n2\n--x--\n"); print([p.get_content_type() for p in r.walk()]); print(r)
ds = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: a@b\nStatus: 5.0\n"; r = email.message_from_string(ds); print([p.items() for p in r.walk()]); print(r)
try: Address("a\nb")
except ValueError as x: print(x)
try: Address(addr_spec="a b")
except Exception as x: print(type(x).__name__, x)
try: Address("x", "u", addr_spec="a@b")
except TypeError as x: print(x)
print(email.message_from_string("Content-Transfer-Encoding: x-uuencode\n\nbegin 666 f\n#0V%T\n \nend\n").get_payload(decode=True))
print(email.message_from_string("Content-Transfer-Encoding: base64\n\nYWJj\nZGU").get_payload(decode=True))
for s in ("", "a@", "a", '"a b"@c', "a.b@c.d"):
    try: print(repr(Address(addr_spec=s)))
    except Exception as x: print(s, type(x).__name__, x)
# ---
# identifiers of messages
from email import policy, message_from_string
from email.headerregistry import HeaderRegistry
r = HeaderRegistry()
for n in ("References", "In-Reply-To"):
    h = r(n, "<a@b>  <c@d>\t<e@f> junk")
    print(repr(h), h.max_count, h.defects)
for text in (" <a@b> x", "a", "<a@b>", "<very.long.identifier.of.a.message.that.does.not.fit.a.line.of.seventy-eight@example.com>"):
    h = r("Message-ID", text)
    print(repr(h), h.defects, h.fold(policy=policy.default))
h = r("References", " ".join(f"<{i}.abcdefghijk@example.com>" for i in range(6)))
print(h.fold(policy=policy.default))
# ---
# headers and addresses of random words, addresses and types that are damaged
from email import policy, message_from_string, message_from_bytes, utils
from email.message import EmailMessage, Message
from email.header import Header, decode_header
from email.mime.text import MIMEText
s = 12345
def rnd(n):
    global s
    s = (s * 1103515245 + 12345) & 0x7fffffff
    return (s >> 8) % n
W = ["a", "hello", "wörld", "日本語", "long" * 6, "x" * 30, "été", "semi;", "comma,", "(paren)", '"q"', "=", "=?", "?=", "dot.", "a@b", "=?utf-8?q?=C3=A9?=", "<x>", ":"]
def text(n): return " ".join(W[rnd(len(W))] for _ in range(n))
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
def one(i):
    t = text(1 + rnd(25))
    m = EmailMessage(); m["Subject"] = t
    print(i, "S", attempt(m.as_string))
    print(i, "8", attempt(lambda: str(m)))
    m = Message(); m["Subject"] = t
    print(i, "C", attempt(m.as_string), attempt(lambda: m.as_string(maxheaderlen=50)), attempt(m.as_bytes))
    print(i, "D", attempt(lambda: decode_header(t)))
    body = "\n".join(text(rnd(12)) for _ in range(rnd(5))) + ("\n" if rnd(2) else "")
    m = EmailMessage(); m.set_content(body)
    print(i, "B", attempt(m.as_string), attempt(m.as_bytes), attempt(m.get_content) == (body if body.endswith("\n") else body + "\n"))
    m = MIMEText(body); print(i, "T", attempt(m.as_string), attempt(lambda: m.get_payload(decode=True)))
N = ["Bob", "Ünï", '"A, B"', "Mr. X", "", "Long Name Of Person", '"Ü, V"']
A = ["a@b.c", "first.last@example.com", "x@[1.2.3.4]", "verylonglocalpartofanaddress@verylongdomainname.example.org"]
def two(i):
    l = []
    for _ in range(1 + rnd(5)):
        n, a = N[rnd(len(N))], A[rnd(len(A))]
        l.append(f"{n} <{a}>" if n or rnd(2) else a)
    t = ", ".join(l)
    m = EmailMessage(); m["To"] = t
    print(i, "A", attempt(m.as_string), attempt(lambda: m["to"]), attempt(lambda: m["to"].addresses))
    print(i, "8", attempt(lambda: str(m)))
    print(i, "P", utils.getaddresses([t]), utils.parseaddr(t))
for i in range(25): one(i)
for i in range(25): two(i)
for t in ["", "a", "a,b", ",", "a@b,", "a <b", "a (b) c", "a@b@c", "a b <c@d>", "=?utf-8?q?x?= <a@b>", "\\", "a <>", '"" <a@b>', "A. B. <a@b>", "a..b@c", ".a@b", "a@b.", "é@b.c", "a@é.c"]:
    m = message_from_string("To: x\n\n", policy=policy.default)
    del m["to"]
    def f(): m["To"] = t; return m["to"], m["to"].addresses, m.as_string()
    print(repr(t), attempt(f)); print(utils.getaddresses([t]), utils.getaddresses([t], strict=False), utils.parseaddr(t), utils.parseaddr(t, strict=False))
for t in ["text/plain", "text", "text/", "/x", "TEXT/HTML; a=b", 'a/b; c="d;e"; f', "a/b; c", "a/b;c=d;c=e", "a/b; n*=utf-8''%C3%A9; m*0*=utf-8''a; m*1=b", "", "a/b (comment); x=y", "multipart/mixed; boundary=\"a b\"", "text/plain; charset=\"utf-8\" ; format = flowed"]:
    m = Message(); m["Content-Type"] = t; print(repr(t), m.get_content_type(), m.get_params(), m.get_boundary(), m.get_content_charset())
    m = EmailMessage(); 
    def f(): m["Content-Type"] = t; return m["content-type"], m["content-type"].content_type, dict(m["content-type"].params), m.as_string()
    print(attempt(f))
# ---
# structures of random lines, encodings, character sets, policies
import email, io, re, random
from email import policy, message_from_string, message_from_bytes, generator, errors, parser, utils, charset, encoders
from email.message import EmailMessage, Message
from email.charset import Charset
from email.contentmanager import ContentManager, raw_data_manager
from email.policy import EmailPolicy, Policy, Compat32
s = 99
def rnd(n):
    global s
    s = (s * 1103515245 + 12345) & 0x7fffffff
    return (s >> 8) % n
L = ["--x", "--x--", "--y", "--y--", "", "", "text", "Content-Type: text/plain", "Content-Type: multipart/mixed; boundary=x", "Content-Type: multipart/alternative; boundary=y", " continued", "Subject: s", "From x", "bad header", ": z", "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "YWJj"]
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
for i in range(40):
    nl = ("\n", "\r\n")[rnd(2)]
    t = nl.join(["Content-Type: multipart/mixed; boundary=x", ""][: 2 * (rnd(3) > 0)] + [L[rnd(len(L))] for _ in range(rnd(25))]) + nl * rnd(2)
    for p in (policy.compat32, policy.default):
        m = message_from_string(t, policy=p)
        print(i, [(q.get_content_type(), q.keys(), type(q.get_payload()).__name__, q.get_payload() if not q.is_multipart() else None, q.preamble, q.epilogue, [type(d).__name__ for d in q.defects]) for q in m.walk()])
        print(attempt(m.as_string), attempt(m.as_bytes))
class P(EmailPolicy):
    def header_store_parse(self, name, value): return name, value.upper() if False else super().header_store_parse(name, value)[1]
print(P(linesep="\r\n").linesep == "\r\n", repr(Policy.__name__), (policy.compat32 + policy.compat32.clone(linesep="\r\n")).linesep)
strict = policy.strict
try: message_from_string("Content-Type: multipart/mixed\n\n", policy=strict)
except errors.MessageDefect as e: print(type(e).__name__)
try: Policy(nope=1)
except TypeError as e: print(e)
cm = ContentManager()
cm.add_set_handler(int, lambda msg, n: msg.set_payload(str(n))); cm.add_get_handler("text/plain", lambda msg: int(msg.get_payload()))
m = EmailMessage(); m.set_content(7, content_manager=cm); print(m.get_content(content_manager=cm), m.items())
try: m.set_content([], content_manager=cm)
except KeyError as e: print(repr(e))
charset.add_charset("utf-8", charset.SHORTEST, None, "utf-8")
from email.mime.text import MIMEText
print(attempt(lambda: MIMEText("é").as_string()))
charset.add_charset("utf-8", charset.SHORTEST, charset.QP, "utf-8"); print(MIMEText("é = é\n" * 2 + "x" * 90 + " \n").as_string())
c = Charset("iso-8859-1"); print(c.header_encoding == charset.QP, c.body_encode("é = "), c.header_encode("é x"), c == "iso-8859-1", c.input_codec, c.output_codec, c.get_output_charset())
print(Charset("euc-jp").output_charset, Charset("ascii").body_encoding, Charset("nonsense").get_body_encoding())
try: Charset("é")
except errors.CharsetError as e: print(repr(e))
m = EmailMessage(); m["Subject"] = "x"
print(m.get_content_type(), m.get_content_disposition(), m.get_filename(), m.get_charset(), m.get_boundary(), m.get_params(), m.get_body(), list(m.iter_parts()), list(m.iter_attachments()), m.get_payload())
print(repr(m.as_string()), repr(m.as_bytes()), m.is_attachment(), m.get_content_charset("d"), m.get_charsets())
m.set_payload("a\nb"); print(repr(m.as_string(unixfrom=False)), m.get_payload(decode=True)); m.set_unixfrom("From me now"); print(m.as_string(unixfrom=True))
try: m.attach(m)
except TypeError as e: print(e)
try: m.get_payload(0)
except TypeError as e: print(e)
m = EmailMessage(); m.set_content("text"); m.add_related(b"1", "image", "png", cid="<1>"); m.add_alternative("alt") if 0 else None
print([p.get_content_type() for p in m.walk()], [p["content-disposition"] for p in m.iter_attachments()])
m = EmailMessage(); m.set_content("x"); m.make_alternative("b"); m.add_alternative("<p>", subtype="html"); print(m); m.make_mixed("c"); print(m); m.clear(); print(m.items())
m = EmailMessage(); m["Content-Type"] = "text/plain"
m.set_param("charset", "latin-1"); m.set_param("x", "y", requote=False); m.set_param("n", "é", charset="utf-8", language="fr"); print(m["content-type"], m.get_param("n"), m.get_params()); m.set_type("text/html"); print(m.items())
m.set_boundary("zz"); print(m["content-type"], m.get_boundary()); m.del_param("zz"); m.del_param("n"); print(m["Content-Type"])
for cte in ("7bit", "8bit", "base64", "quoted-printable", "binary", "x"):
    for t in ("abc\n", "é\n", "a" * 90 + " \n\ttab\n", ". dot\nFrom x\n=3D"):
        m = EmailMessage(); print(cte, attempt(lambda: m.set_content(t, cte=cte)), repr(attempt(m.as_string)))
        m = EmailMessage(); print(cte, attempt(lambda: m.set_content(t.encode(), "a", "b", cte=cte)), repr(attempt(m.as_string)))
print(utils.formatdate(1e9, localtime=False), utils.make_msgid("s", "d.e").endswith(".s@d.e>"), bool(re.match(r"<\d+\.\d+\.\d+@", utils.make_msgid())))
print(utils.decode_params([("text/plain", ""), ("a*0", '"x"'), ("a*1", "y"), ("b*", "utf-8'en'%C3%A9"), ("c", "z")]), utils.collapse_rfc2231_value(("utf-8", "en", "Ã©")))
fp = io.BytesIO(); generator.BytesGenerator(fp, policy=policy.SMTP).flatten(message_from_bytes(b"A: b\n\nFrom x\n\xe9\n")); print(fp.getvalue())
fp = io.StringIO(); generator.Generator(fp).flatten(message_from_string("A: b\n\nFrom x\n"), unixfrom=True); print(re.sub("nobody.*", "nobody", fp.getvalue()))
m = message_from_string("A: b\nA: c\nB: d\n\n"); m.replace_header("a", "z"); print(m.items(), m.get_all("A"), list(m), m.keys(), m.values(), "a" in m, m["q"], m.get_all("q", 5))
import copy, pickle; n = copy.deepcopy(m); n["X"] = "1"; print(len(m), len(n)); n = copy.copy(m); print(n.items() == m.items())
# ---
# headers of several character sets, policies, dates
from email import *
from email.mime import text, multipart
import email, email.utils, email.policy
from email.header import Header, decode_header, make_header
from email.charset import Charset
print(utils.quote("x"), text.MIMEText.__name__, email.message_from_string.__module__)
s = 7
def rnd(n):
    global s
    s = (s * 1103515245 + 12345) & 0x7fffffff
    return (s >> 8) % n
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
W = ["a", "hello", "wörld", "long" * 6, "semi;", "comma,", "x" * 40, "été", "tail "]
CS = [None, "us-ascii", "utf-8", "iso-8859-1", Charset("utf-8"), "koi8-r"]
for i in range(40):
    kw = {}
    if rnd(2): kw["maxlinelen"] = 30 + rnd(60)
    if rnd(2): kw["header_name"] = "Subject"
    if rnd(4) == 0: kw["continuation_ws"] = "\t"
    h = Header(**kw)
    for _ in range(rnd(4) + 1):
        t = " ".join(W[rnd(len(W))] for _ in range(rnd(9)))
        attempt(lambda: h.append(t, CS[rnd(len(CS))]))
    e = attempt(h.encode)
    print(i, kw, repr(e), repr(attempt(lambda: str(h))), repr(attempt(lambda: h.encode(splitchars=" ", maxlinelen=40, linesep="\r\n"))))
    print(attempt(lambda: decode_header(e)), attempt(lambda: str(make_header(decode_header(e)))), attempt(lambda: decode_header(h)))
for p in (email.policy.default, email.policy.SMTP, email.policy.compat32, email.policy.HTTP, email.policy.SMTPUTF8):
    print(p.linesep == "\n", p.max_line_length, p.cte_type, p.raise_on_defect, p.mangle_from_, p.header_max_count("To"), p.header_source_parse(["A: b\n", " c\n"]), repr(p.fold("X-A", "word " * 30)), p.fold_binary("X", "é"), repr(p.fold("X", "a\n b")))
print(repr(email.policy.compat32), repr(email.policy.compat32.clone(linesep="x")))
d = email.utils.localtime(__import__("datetime").datetime(2020, 1, 1, tzinfo=__import__("datetime").timezone.utc)); print(email.utils.format_datetime(d), email.utils.format_datetime(d, usegmt=True))
for t in ["Thu, 1 Jan 1970 00:00:00 GMT", "1 Jan 70 00:00", "Jan 1 2000 10:20:30", "Thu 1 Jan 2000 10.20", "1-Jan-2000 00:00:00 -0330", "Thu, 32 Foo 2000 00:00:00", "Thu, 01 Jan 2000 25:00:00 +0000", "01 January 2000 00:00:00 PST", "1 Jan 2000 00:00:00 +ab", "Wed Jan  3 12:00:00 2001", "3 Jan 2001 12:00:00 (CET) +0100", ",", "a b c d e f", "Mon,1 Jan 2001 1:2:3 Z", "1 Jan 2001 00:00:00+0200"]:
    print(t, attempt(lambda: email.utils.parsedate(t)), attempt(lambda: email.utils.parsedate_tz(t)), attempt(lambda: email.utils.parsedate_to_datetime(t)))
    m = email.message_from_string("Date: " + t + "\n\n", policy=email.policy.default); print(attempt(lambda: (str(m["date"]), m["date"].datetime, [type(x).__name__ for x in m["date"].defects])))
