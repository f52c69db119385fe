"""The executor that has no threads."""

from concurrent.futures import BrokenExecutor, ThreadPoolExecutor


class BrokenThreadPool(BrokenExecutor):
    pass
