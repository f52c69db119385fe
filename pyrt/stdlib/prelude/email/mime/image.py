"""Messages of pictures."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ["MIMEImage"]

_STARTS = ((0, b"GIF87a", "gif"), (0, b"GIF89a", "gif"), (0, b"\x89PNG\r\n\x1a\n", "png"), (6, b"JFIF", "jpeg"), (6, b"Exif", "jpeg"), (0, b"\xff\xd8\xff\xdb", "jpeg"),
           (0, b"MM", "tiff"), (0, b"II", "tiff"), (0, b"\x01\xda", "rgb"), (0, b"\x59\xa6\x6a\x95", "rast"), (0, b"#define ", "xbm"), (0, b"BM", "bmp"),
           (8, b"WEBP", "webp"), (0, b"v/1\x01", "exr"))


def _guessed(data):
    if data[:1] == b"P" and data[1:2] in (b"1", b"2", b"3", b"4", b"5", b"6") and data[2:3] in (b" ", b"\t", b"\n", b"\r"):
        return ("pbm", "pgm", "ppm")[(data[1] - 49) % 3]
    return next((kind for at, start, kind in _STARTS if data[at:at + len(start)] == start), None)


class MIMEImage(MIMENonMultipart):
    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _guessed(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError("Could not guess image MIME subtype")
        super().__init__("image", _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
