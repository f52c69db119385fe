"""Connections and processes: the sandbox has none."""

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection", "start_unix_server",
           "create_subprocess_exec", "create_subprocess_shell", "BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol",
           "BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport", "Server")


def _refuse(name):
    raise PermissionError(1, f"the sandbox does not allow asyncio.{name}")


async def open_connection(*args, **kwargs):
    _refuse("open_connection")


async def start_server(*args, **kwargs):
    _refuse("start_server")


async def open_unix_connection(*args, **kwargs):
    _refuse("open_unix_connection")


async def start_unix_server(*args, **kwargs):
    _refuse("start_unix_server")


async def create_subprocess_exec(*args, **kwargs):
    _refuse("create_subprocess_exec")


async def create_subprocess_shell(*args, **kwargs):
    _refuse("create_subprocess_shell")


class BaseProtocol:
    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass

    def pause_writing(self):
        pass

    def resume_writing(self):
        pass


class Protocol(BaseProtocol):
    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class BufferedProtocol(BaseProtocol):
    def get_buffer(self, sizehint):
        pass

    def buffer_updated(self, nbytes):
        pass

    def eof_received(self):
        pass


class DatagramProtocol(BaseProtocol):
    def datagram_received(self, data, addr):
        pass

    def error_received(self, exc):
        pass


class SubprocessProtocol(BaseProtocol):
    def pipe_data_received(self, fd, data):
        pass

    def pipe_connection_lost(self, fd, exc):
        pass

    def process_exited(self):
        pass


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)


class ReadTransport(BaseTransport):
    pass


class WriteTransport(BaseTransport):
    pass


class Transport(ReadTransport, WriteTransport):
    pass


class DatagramTransport(BaseTransport):
    pass


class SubprocessTransport(BaseTransport):
    pass


class Server:
    pass


class StreamReader:
    """Holds what is fed to it; nothing else arrives."""

    def __init__(self, limit=2 ** 16, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._buffer, self._eof, self._exception = bytearray(), False, None

    def feed_data(self, data):
        self._buffer.extend(data)

    def feed_eof(self):
        self._eof = True

    def at_eof(self):
        return self._eof and not self._buffer

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc

    def _take(self, n):
        if not self._eof and len(self._buffer) < n:
            _refuse("StreamReader")
        out = bytes(self._buffer[:n])
        del self._buffer[:n]
        return out

    async def read(self, n=-1):
        return self._take(len(self._buffer) if n < 0 else min(n, len(self._buffer)))

    async def readline(self):
        end = self._buffer.find(b"\n") + 1
        return self._take(end or len(self._buffer))

    async def readexactly(self, n):
        if len(self._buffer) < n and self._eof:
            from asyncio.exceptions import IncompleteReadError
            raise IncompleteReadError(self._take(len(self._buffer)), n)
        return self._take(n)

    async def readuntil(self, separator=b"\n"):
        end = self._buffer.find(separator)
        if end < 0:
            from asyncio.exceptions import IncompleteReadError
            raise IncompleteReadError(self._take(len(self._buffer)), None)
        return self._take(end + len(separator))


class StreamWriter:
    def __init__(self, *args, **kwargs):
        _refuse("StreamWriter")


class StreamReaderProtocol(Protocol):
    def __init__(self, *args, **kwargs):
        _refuse("StreamReaderProtocol")
