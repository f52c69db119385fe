# The enums of generated modules; messages have names, and nothing can be done
# with one.

__version__ = "7.36.2"
