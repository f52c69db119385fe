"""Types of media by the endings of names."""

import posixpath

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions", "guess_extension", "add_type", "init", "read_mime_types",
           "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles, inited = [], True
suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
common_types = {".rtf": "application/rtf", ".apk": "application/vnd.android.package-archive", ".jpg": "image/jpg", ".mid": "audio/midi", ".midi": "audio/midi", ".pct": "image/pict", ".pic": "image/pict",
                ".pict": "image/pict", ".xul": "text/xul"}
_TYPES = """
text/javascript .js .mjs
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/ogg .ogx
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-fontobject .eot
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/vnd.oasis.opendocument.graphics .odg
application/vnd.oasis.opendocument.presentation .odp
application/vnd.oasis.opendocument.spreadsheet .ods
application/vnd.oasis.opendocument.text .odt
application/vnd.openxmlformats-officedocument.presentationml.presentation .pptx
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet .xlsx
application/vnd.openxmlformats-officedocument.wordprocessingml.document .docx
application/vnd.rar .rar
application/wasm .wasm
application/x-7z-compressed .7z
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-debian-package .deb
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-rpm .rpm
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/yaml .yaml .yml
application/zip .zip
application/gzip .gz
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .aac .adts .loas .ass
audio/basic .au .snd
audio/flac .flac
audio/mp4 .m4a
audio/mpeg .mp3 .mp2
audio/ogg .ogg
audio/opus .opus
audio/matroska .mka
audio/webm .weba
model/gltf+json .gltf
model/gltf-binary .glb
model/stl .stl
application/epub+zip .epub
application/x-httpd-php .php
audio/vnd.wave .wav
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
font/otf .otf
font/ttf .ttf
font/woff .woff
font/woff2 .woff2
image/avif .avif
image/bmp .bmp
image/emf .emf
image/fits .fits
image/g3fax .g3
image/gif .gif
image/ief .ief
image/jp2 .jp2
image/jpeg .jpg .jpe .jpeg
image/jpm .jpm
image/jpx .jpx
image/heic .heic
image/heif .heif
image/png .png
image/svg+xml .svg
image/t38 .t38
image/tiff .tiff .tif
image/tiff-fx .tfx
image/vnd.microsoft.icon .ico
image/webp .webp
image/wmf .wmf
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/markdown .md .markdown
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/rtf .rtf
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-rst .rst
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/matroska .mkv
video/matroska-3d .mk3d
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/ogg .ogv
video/quicktime .mov .qt
video/webm .webm
video/vnd.avi .avi
video/x-m4v .m4v
video/x-ms-wmv .wmv
video/x-sgi-movie .movie
"""
types_map = {end: kind for kind, *ends in map(str.split, _TYPES.strip().splitlines()) for end in ends}


class MimeTypes:
    def __init__(self, filenames=(), strict=True):
        self.encodings_map, self.suffix_map = dict(encodings_map), dict(suffix_map)
        self.types_map = (dict(common_types), dict(types_map))
        self.types_map_inv = ({}, {})
        for i, table in enumerate(self.types_map):
            for end, kind in table.items():
                self.types_map_inv[i].setdefault(kind, []).append(end)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        known = self.types_map_inv[strict].setdefault(type, [])
        if ext not in known:
            known.append(ext)

    def guess_type(self, url, strict=True):
        import os
        import urllib.parse
        url = os.fspath(url)
        p = urllib.parse.urlparse(url)
        if p.scheme and len(p.scheme) > 1:
            if p.scheme == "data":
                kind, comma, _ = url[5:].partition(",")
                if not comma:
                    return None, None
                kind = kind.partition(";")[0]
                return ("text/plain" if "=" in kind or "/" not in kind else kind), None
            return self._guess(p.path, strict)
        return self._guess(url, strict)

    def guess_file_type(self, path, *, strict=True):
        import os
        return self._guess(os.fspath(path), strict)

    def _guess(self, path, strict):
        if isinstance(path, bytes):
            path = path.decode("utf-8", "surrogateescape")
        base, ext = posixpath.splitext(path)
        while ext.lower() in self.suffix_map:
            base, ext = posixpath.splitext(base + self.suffix_map[ext.lower()])
        encoding = self.encodings_map.get(ext)
        if encoding is not None:
            base, ext = posixpath.splitext(base)
        ext = ext.lower()
        kind = self.types_map[True].get(ext)
        if kind is None and not strict:
            kind = self.types_map[False].get(ext)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        out = list(self.types_map_inv[True].get(type, []))
        if not strict:
            out += [e for e in self.types_map_inv[False].get(type, []) if e not in out]
        return out

    def guess_extension(self, type, strict=True):
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        with open(filename, encoding="utf-8") as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.split("#")[0].split()
            for ending in words[1:]:
                self.add_type(words[0], "." + ending, strict)


_shared = []


def _database():
    if not _shared:
        _shared.append(MimeTypes())
    return _shared[0]


def init(files=None):
    _shared.clear()
    for name in files or ():
        _database().read(name)


def read_mime_types(file):
    try:
        db = MimeTypes()
        db.read(file)
    except OSError:
        return None
    return db.types_map[True]


def guess_type(url, strict=True):
    return _database().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    return _database().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    return _database().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _database().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    _database().add_type(type, ext, strict)
