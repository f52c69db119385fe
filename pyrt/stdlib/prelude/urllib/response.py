"""What answers to requests: the sandbox has no network."""


class addinfourl:
    def __init__(self, fp, headers, url, code=None):
        self.fp, self.headers, self.url, self.code = fp, headers, url, code

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code
