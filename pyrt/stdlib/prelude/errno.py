"""Numbers of system errors (Linux)."""

errorcode = {}
for _i, _name in enumerate("""EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST
        EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK
        ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP""".split(), 1):
    globals()[_name] = _i
    errorcode[_i] = _name
for _i, _name in ((98, "EADDRINUSE"), (99, "EADDRNOTAVAIL"), (100, "ENETDOWN"), (101, "ENETUNREACH"), (103, "ECONNABORTED"),
                  (104, "ECONNRESET"), (106, "EISCONN"), (107, "ENOTCONN"), (110, "ETIMEDOUT"), (111, "ECONNREFUSED"), (113, "EHOSTUNREACH"),
                  (114, "EALREADY"), (115, "EINPROGRESS"), (95, "EOPNOTSUPP"), (84, "EILSEQ"), (75, "EOVERFLOW"), (71, "EPROTO")):
    globals()[_name] = _i
    errorcode[_i] = _name
EWOULDBLOCK = 11
ENOTSUP = 95
del _i, _name
