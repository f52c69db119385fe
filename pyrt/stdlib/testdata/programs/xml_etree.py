# parsing the document of countries
import xml.etree.ElementTree as ET
text = '''<?xml version="1.0"?>
<data>
    <country name="Liechtenstein">
        <rank>1</rank>
        <year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
    </country>
    <country name="Singapore">
        <rank>4</rank>
        <year>2011</year>
        <neighbor name="Malaysia" direction="N"/>
    </country>
</data>'''
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root))
for child in root: print(child.tag, child.attrib, child.get('name'), child.get('nothing', 'default'))
print(root[0][1].text, [n.attrib for n in root.iter('neighbor')])
for c in root.findall('country'): print(c.find('rank').text, c.findtext('year'), c.findtext('zz', 'none'), c.find('zz'))
for r in root.iter('rank'): r.text = str(int(r.text) + 1); r.set('updated', 'yes')
for c in root.findall('country'):
    if int(c.find('rank').text) > 4: root.remove(c)
print(ET.tostring(root, encoding='unicode'))
# ---
# building
import xml.etree.ElementTree as ET
a = ET.Element('a', {'k': 'v'}, z='1'); b = ET.SubElement(a, 'b'); c = ET.SubElement(a, 'c', id='5'); d = ET.SubElement(c, 'd'); d.text = 'x < y & "z" > w'; d.tail = 'tail'; b.text = ''
ET.dump(a); print(ET.tostring(a)); print(ET.tostring(a, short_empty_elements=False)); print(ET.tostring(a, 'utf-8')); print(ET.tostring(a, 'unicode', xml_declaration=True))
print(ET.tostring(a, 'latin-1'), ET.tostring(a, method='text'), ET.tostring(a, method='html'))
ET.indent(a); print(ET.tostring(a, 'unicode')); ET.indent(a, '\t', 1); print(repr(ET.tostring(a, 'unicode')))
e = ET.Element('é', n='ü"\n\t<'); e.text = 'größe'; print(ET.tostring(e), ET.tostring(e, 'unicode'), ET.tostring(e, 'utf-8'))
# ---
# lists of children
import xml.etree.ElementTree as ET
r = ET.Element('r'); x, y, z = (ET.Element(n) for n in 'xyz'); r.append(x); r.extend([y]); r.insert(0, z)
print([e.tag for e in r], r[0] is z, len(r), [e.tag for e in r[1:]], list(r)[-1].tag)
r[1:2] = [ET.Element('n1'), ET.Element('n2')]; del r[0]; print([e.tag for e in r])
for f in (lambda: r[9], lambda: r.append('text'), lambda: r.remove(x), lambda: r.insert(0, 5), lambda: ET.Element('a', 5), lambda: r.__setitem__(0, 1), lambda: ET.SubElement(5, 'x'), lambda: ET.tostring(5), lambda: ET.ElementTree(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
r.clear(); print(len(r), r.attrib, r.text, r.keys(), list(r.items()), ET.iselement(r), ET.iselement(1))
# ---
# text and tails
import xml.etree.ElementTree as ET
r = ET.fromstring('<a>one<b>two</b>three<c/>four</a>')
print(list(r.itertext()), r.text, r[0].tail, r[1].text, r[1].tail, [e.tag for e in r.iter()], [e.tag for e in r.iter('b')], [e.tag for e in r.iter('*')])
r = ET.fromstring('<a><!-- comment --><?pi data?><![CDATA[<raw> & ]]>&lt;&amp;&#65;&#x42;&quot;</a>'); print(repr(r.text), len(r))
p = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True)); r = ET.fromstring('<a><!-- c --><?pi data?>t</a>', p); print(ET.tostring(r), r[0].tag is ET.Comment, r[1].text)
r = ET.Element('x'); r.append(ET.Comment('note')); r.append(ET.PI('target', 'text')); print(ET.tostring(r))
# ---
# paths
import xml.etree.ElementTree as ET
r = ET.fromstring('<r><a id="1"><b>x</b><b>y</b></a><a id="2"><c><b>z</b></c></a><d/><a><b k="1">x</b></a></r>')
for p in ('a', './/b', 'a/b', '*', './/c/..', "a[@id]", "a[@id='2']", "a[@id!='2']", 'a[b]', "a[b='x']", "a[b!='x']", 'a[1]', 'a[last()]', 'a[last()-1]', './/b[2]', ".//b[.='z']", '.', 'a//b', './*/b', './/*[@k]', "a/b[@k='1']", 'zzz', '*/c/', 'a[3]/b'):
    print(p, [(e.tag, e.attrib, e.text) for e in r.findall(p)])
for p in ('/a', 'a[0]', 'a[foo()]', 'a[last()+1]'):
    try: print(p, r.findall(p))
    except Exception as e: print(p, type(e).__name__, e)
# ---
# namespaces
import xml.etree.ElementTree as ET
r = ET.fromstring('<root xmlns="http://one" xmlns:f="http://two"><f:x f:k="1" j="2">t</f:x><y xml:lang="de"/><z xmlns=""/></root>')
print([e.tag for e in r.iter()], r[0].attrib, r[1].attrib)
ns = {'o': 'http://one', 't': 'http://two', '': 'http://one'}
print(r.find('t:x', ns).text, r.find('o:y', ns).tag, r.find('y', ns).tag, r.findall('{*}x')[0].tag, [e.tag for e in r.findall('{http://one}*')], [e.tag for e in r.findall('{}*')])
print(ET.tostring(r)); ET.register_namespace('two', 'http://two'); print(ET.tostring(r))
print(ET.tostring(ET.Element('{http://www.w3.org/XML/1998/namespace}a', {'{u}b': 'c'})), ET.QName('u', 't'), ET.QName('{u}t') == '{u}t', repr(ET.QName('q')))
try: ET.register_namespace('ns1', 'x')
except ValueError as e: print(e)
print(ET.tostring(ET.fromstring('<a xmlns="u"><b/></a>'), default_namespace='u'))
# ---
# malformed documents
import xml.etree.ElementTree as ET
for t in ('', ' ', 'text', '<a>', '<a></b>', '<a><b></a></b>', '<a/><b/>', '<a/>text', '<a b></a>', '<a b=c/>', "<a b='1' b='2'/>", '<a>&nope;</a>', '<a>&#0;</a>', '<a>&</a>', '<a', '<a b="', '<1/>', '< a/>', '<a><!-- -- --></a>', '<a><![CDATA[</a>', '<a>\n  <b>\n</a>', '<a x="<"/>', '<?xml version="1.0"?><?xml version="1.0"?><a/>', '<a>\x01</a>', '<p:a/>', '</a>', '<a>]]></a>', '<a b="1"c="2"/>', ' <?xml version="1.0"?><a/>', '<!-- only -->', '<a></a', '<a></a b>'):
    try: ET.fromstring(t); print(repr(t), 'fine')
    except ET.ParseError as e: print(repr(t), e, e.code, e.position)
print(ET.ParseError.__mro__[1])
# ---
# events
import xml.etree.ElementTree as ET, io
for ev, el in ET.iterparse(io.StringIO('<a><b>x</b><c/></a>'), events=('start', 'end')): print(ev, el.tag, el.text)
it = ET.iterparse(io.BytesIO(b'<a><b/></a>')); print([(e, x.tag) for e, x in it], it.root.tag)
p = ET.XMLPullParser(['start-ns', 'end', 'comment']); p.feed('<a xmlns:n="u"><!--c-->'); p.feed('<n:b/></a>'); p.close(); print([(e, getattr(x, 'tag', x)) for e, x in p.read_events() if e != 'comment'])
class T:
    def start(self, tag, attrib): print('start', tag, attrib)
    def end(self, tag): print('end', tag)
    def data(self, d): print('data', d)
    def close(self): return 'closed'
p = ET.XMLParser(target=T()); p.feed('<a k="1">te'); p.feed('xt</a>') if False else p.feed('</a>'); print(p.close())
# ---
# trees and files in memory
import xml.etree.ElementTree as ET, io
t = ET.parse(io.StringIO('<a><b>1</b></a>')); print(t.getroot().tag, t.find('b').text, t.findall('b')[0].text, t.findtext('b'), [e.tag for e in t.iter()])
o = io.BytesIO(); t.write(o); print(o.getvalue()); o = io.BytesIO(); t.write(o, encoding='utf-8', xml_declaration=True); print(o.getvalue()); o = io.StringIO(); t.write(o, encoding='unicode'); print(o.getvalue())
print(ET.fromstringlist(['<a>', '<b/>', '</a>'])[0].tag, ET.XMLID('<a id="x"><b id="y"/></a>')[1].keys(), ET.XML(b'<a>\xc3\xa9</a>').text, ET.fromstring('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>'.encode('latin-1')).text)
print(ET.canonicalize('<a  z="1" b="2"><c/> x </a>'), ET.canonicalize('<a> <b/> </a>', strip_text=True))
# ---
# entities in a document type
import xml.etree.ElementTree as ET
print(ET.fromstring('<!DOCTYPE a [<!ENTITY who "world">]><a>hello &who;</a>').text)
print(ET.fromstring('<!DOCTYPE html><html/>').tag)
# ---
# escaping
from xml.sax.saxutils import escape, unescape, quoteattr
print(escape('<a & b>'), escape('x"y', {'"': '&quot;'}), unescape('&lt;a &amp; b&gt;'), unescape('&quot;', {'&quot;': '"'}), quoteattr('a'), quoteattr('a"b'), quoteattr('a"b\'c'), quoteattr('a\nb'))
