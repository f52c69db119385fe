"""csv, shlex, statistics, urllib.parse."""

import csv, io, shlex, statistics as st
from decimal import Decimal as D
from fractions import Fraction as F
from urllib.parse import *
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
for q in range(6):
    s=io.StringIO(); w=csv.writer(s,quoting=q,escapechar="\\")
    t(w.writerow,["a",1,2.5,None,"x,y",'q"r',"l\nm",""," s"]); t(w.writerow,[""]); t(w.writerow,[None]); t(w.writerow,[]); print(repr(s.getvalue()))
    try: print(list(csv.reader(io.StringIO('a,"b ""c""",,\'x\',1\r\n"multi\nline",2\n\n"",3'),quoting=q)))
    except Exception as e: print(type(e).__name__,e)
print(list(csv.DictReader(["a,b","1,2","3","4,5,6",""])), list(csv.DictReader(io.StringIO("x;y\n1;2\n"),delimiter=";")))
s=io.StringIO(); w=csv.DictWriter(s,["a","b"],lineterminator="\n"); w.writeheader(); w.writerow({"a":1,"b":"é"}); t(w.writerow,{"c":1}); print(s.getvalue())
t(csv.reader,[],delimiter="ab"); t(csv.reader,[],bogus=1); t(csv.get_dialect,"zz"); print(csv.list_dialects()); t(lambda: list(csv.reader([b"a"]))); t(lambda:csv.writer(3)); t(lambda:csv.writer(io.StringIO()).writerow(5)); t(lambda:list(csv.reader(['"a"b'],strict=True)))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter)
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # h"), shlex.split("a#b # c",comments=True), shlex.quote("it's"), shlex.join(["a b","c"]), list(shlex.shlex("a=b 'c d' e-f")), list(shlex.shlex("a && b|c",punctuation_chars=True)), shlex.split("x 'y z'",posix=False)); t(shlex.split,"'a"); t(shlex.split,"a\\")
d=[1,2,2,3,4,7.5]
for f in "mean fmean harmonic_mean median median_low median_high median_grouped mode multimode stdev pstdev variance pvariance quantiles".split():
    print(f); t(getattr(st,f),d); t(getattr(st,f),[]); t(getattr(st,f),[D("1.5"),D(2),D("3.7")]); t(getattr(st,f),[F(1,2),F(3,4)]); t(getattr(st,f),[1,2,3,4])
print(st.quantiles(range(10),n=10,method="inclusive"), st.covariance([1,2,3],[1,5,7]), st.correlation([1,2,3],[3,2,9],method="ranked"), st.linear_regression([1,2,3],[2,4,7]), st.fmean([1,2],[3,1]))
n=st.NormalDist(10,2); print(n, n.pdf(11),n.cdf(12),n.inv_cdf(.9),n.quantiles(4),n+n,n*2,n.overlap(st.NormalDist(11,3)),n.zscore(13), st.NormalDist.from_samples([1,2,3]))
for u in ("http://u:p@Host:80/a/b;c?q=1&r=2#f","//h/p","mailto:a@b","/x?y#z","postgresql+psycopg2://u:p%40@h:5432/db?x=1","sqlite:///a.db","http://[::1]:8/","","HTTP://x"):
    r=urlparse(u); print(r, r.geturl(), urlsplit(u)); t(lambda:(r.username,r.password,r.hostname,r.port))
t(urlparse,"http://[::1"); t(lambda: urlparse("http://h:x").port); print(urlparse(b"http://a/b"))
for a,b in (("http://a/b/c","d"),("http://a/b/c","../d"),("http://a/b/c","/d"),("http://a/b/c/","?q"),("http://a/b","//c/d"),("http://a/b/c/d","../../../e"),("http://a","b")): print(urljoin(a,b))
print(quote("a b/é?&"), quote_plus("a b/é"), unquote("%C3%A9%20%zz+"), unquote_plus("a+b"), quote("a/b",safe=""), urlencode({"a":1,"b":"x y","c":[1,2]}), urlencode({"c":[1,2]},doseq=True), urlencode([("a","é")]), parse_qs("a=1&a=2&b=&c=%20"), parse_qsl("a=1;b=2",separator=";"), parse_qs("b=",keep_blank_values=True), urldefrag("http://a#b"), unquote_to_bytes("a%ff"))
t(urlencode,"abc"); t(quote,3)
