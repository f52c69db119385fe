from flask import Flask as _Flask
from flask import current_app


class Quart(_Flask):
    pass
