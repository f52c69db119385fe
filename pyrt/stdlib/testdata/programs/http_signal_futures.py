# statuses
from http import HTTPStatus, HTTPMethod
s = HTTPStatus.NOT_FOUND
print(s, repr(s), s.value, s.phrase, s.description, s == 404, s.is_client_error, s.is_success, HTTPStatus(200), HTTPStatus['OK'].is_success, len(HTTPStatus))
print([x.name for x in HTTPStatus if x.is_redirection], HTTPStatus.UNPROCESSABLE_ENTITY, f'{s}', int(s), s.name)
print(HTTPMethod.GET, repr(HTTPMethod.GET), HTTPMethod.GET == 'GET', HTTPMethod.POST.description, list(HTTPMethod)[:2])
try: HTTPStatus(999)
except ValueError as e: print(e)
# ---
# errors of requests
import urllib.error, http.client
e = urllib.error.HTTPError('http://x', 404, 'Not Found', {'a': 'b'}, None)
print(e, repr(e), e.code, e.reason, e.url, e.headers, isinstance(e, OSError), e.status)
print(urllib.error.URLError('why'), repr(urllib.error.URLError('why')), urllib.error.URLError('x').reason)
print(http.client.responses[404], http.client.HTTPException.__mro__[1], repr(http.client.IncompleteRead(b'x', 5))[:14], http.client.HTTPS_PORT)
# ---
# a request that is not sent
import urllib.request as r
q = r.Request('http://example.com/path?q=1#frag', data=b'x', headers={'User-Agent': 'me'})
print(q.full_url, q.host, q.type, q.selector, q.fragment, q.get_method(), q.headers, q.has_header('User-agent'), q.get_header('User-agent'), q.get_header('nope', 5))
q.add_header('x-key', 'v'); print(sorted(q.header_items())); q.remove_header('X-key'); print(q.header_items(), r.Request('http://a').get_method(), r.Request('http://a', method='PUT').get_method())
try: r.Request('no-scheme')
except ValueError as e: print(e)
print(r.pathname2url('a b'), r.url2pathname('/a%20b'))
# ---
# signals have names
import signal
print(signal.SIGTERM, repr(signal.SIGTERM), signal.Signals(9), signal.SIGINT.value, signal.strsignal(15), signal.Signals.SIGHUP.name, repr(signal.SIG_DFL))
def h(n, f): pass
print(signal.signal(signal.SIGTERM, h), signal.getsignal(signal.SIGTERM) is h, signal.signal(signal.SIGTERM, signal.SIG_DFL) is h, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
for f in (lambda: signal.signal(99, h), lambda: signal.signal(15, 'x'), lambda: signal.signal(9, h)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
# ---
# executors
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, Future
with ThreadPoolExecutor(max_workers=3) as ex:
    fs = [ex.submit(pow, i, 2) for i in range(4)]
    print([f.result() for f in fs], list(ex.map(str.upper, 'abc')), list(ex.map(max, [1, 5], [3, 2])))
    bad = ex.submit(lambda: 1 / 0)
    print(repr(bad.exception()), fs[0].done(), fs[0].cancel(), fs[0].cancelled())
    try: bad.result()
    except ZeroDivisionError as e: print(e)
    d, n = wait(fs); print(len(d), len(n), sorted(f.result() for f in as_completed(fs)))
    fs[0].add_done_callback(lambda f: print('callback', f.result()))
try: ex.submit(print)
except RuntimeError as e: print(e)
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
f = Future(); f.set_result(3); print(f.result(), f.running(), repr(f)[-28:])
try: f.set_result(4)
except Exception as e: print(type(e).__module__, type(e).__name__)
g = Future(); print(g.cancel(), g.cancelled(), g.done())
try: g.result()
except Exception as e: print(type(e).__name__)
# ---
# types of media
import mimetypes
m = mimetypes.MimeTypes()
for n in ('a.txt', 'b.html', 'c.tar.gz', 'd.tgz', 'e.json', 'f.png', 'g.unknown', 'h', 'http://x/y.pdf?q', 'i.JPG', 'j.svgz', 'k.csv', 'l.py', 'm.xml', 'n.js', 'data:text/html,x', 'o.webp', 'p.mp4', 'q.zip', 'r.docx', 's.yaml', 't.md', 'u.rtf', 'v.bz2', 'w.gz'):
    print(n, m.guess_type(n))
print(m.guess_extension('text/html'), m.guess_all_extensions('image/jpeg'), m.guess_extension('no/such'), m.guess_type('x.rtf', strict=False), m.guess_extension('text/plain'))
m.add_type('x/y', '.zzz'); print(m.guess_type('a.zzz'), m.guess_extension('x/y'), m.types_map[True]['.css'], m.encodings_map['.gz'], m.suffix_map['.tgz'])
