"""What the path modules share."""

from posixpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, islink, lexists, samefile)

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdevdrive', 'isdir', 'isfile', 'isjunction', 'islink',
           'lexists', 'samefile', 'sameopenfile', 'samestat', 'ALLOW_MISSING']


ALLOW_MISSING = object.__new__(type('ALLOW_MISSING', (), {'__repr__': lambda self: 'os.path.ALLOW_MISSING'}))


def isjunction(path):
    return False


isdevdrive = isjunction


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    return fp1 == fp2
