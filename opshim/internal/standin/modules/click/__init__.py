# What a script says; commands and options need the package itself.


def echo(message=None, file=None, nl=True, err=False, color=None):
    if not err and file is None:
        print("" if message is None else message, end="\n" if nl else "")


def style(text, *args, **kw):
    return str(text)


def secho(message=None, file=None, nl=True, err=False, color=None, **styles):
    echo(message, file, nl, err)
