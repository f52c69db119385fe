"""Options of a command line in the manner of C's getopt."""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options up to the first argument that is none, and the rest."""
    return _read(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """Options wherever they stand, and the other arguments."""
    return _read(args, shortopts, longopts, True)


def _read(args, shortopts, longopts, mixed):
    import os
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = False
    if mixed:
        if shortopts.startswith('-'):
            shortopts, in_order = shortopts[1:], True
            stop = False
        elif shortopts.startswith('+'):
            shortopts, stop = shortopts[1:], True
        else:
            stop = bool(os.environ.get('POSIXLY_CORRECT'))
    else:
        stop = True
    opts, rest = [], []
    args = list(args)
    while args:
        arg = args.pop(0)
        if arg == '--':
            if in_order and rest:
                opts.append((None, rest))
                rest = []
            rest += args
            break
        if arg.startswith('--'):
            if in_order and rest:
                opts.append((None, rest))
                rest = []
            args = _long(opts, arg[2:], longopts, args)
        elif arg.startswith('-') and arg != '-':
            if in_order and rest:
                opts.append((None, rest))
                rest = []
            args = _short(opts, arg[1:], shortopts, args)
        elif stop:
            rest = [arg] + args
            break
        else:
            rest.append(arg)
    return opts, rest


def _long(opts, text, longopts, args):
    name, equals, value = text.partition('=')
    value = value if equals else None
    kind, name = _long_kind(name, longopts)
    if kind:
        if value is None and kind != '?':
            if not args:
                raise GetoptError(f'option --{name} requires argument', name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f'option --{name} must not have an argument', name)
    opts.append(('--' + name, value or ''))
    return args


def _long_kind(name, longopts):
    """'', '=' or '?' (optional) and the whole name of an abbreviated option."""
    possible = [o for o in longopts if o.startswith(name)]
    if not possible:
        raise GetoptError(f'option --{name} not recognized', name)
    for suffix, kind in (('', ''), ('=', '='), ('=?', '?')):
        if name + suffix in possible:
            return kind, name
    if len(possible) > 1:
        raise GetoptError(f"option --{name} not a unique prefix; possible options: {', '.join(possible)}", name)
    found = possible[0]
    for suffix, kind in (('=?', '?'), ('=', '=')):
        if found.endswith(suffix):
            return kind, found[:-len(suffix)]
    return '', found


def _short(opts, text, shortopts, args):
    while text:
        opt, text = text[0], text[1:]
        kind = _short_kind(opt, shortopts)
        value = ''
        if kind:
            if not text and kind != '?':
                if not args:
                    raise GetoptError(f'option -{opt} requires argument', opt)
                text, args = args[0], args[1:]
            value, text = text, ''
        opts.append(('-' + opt, value))
    return args


def _short_kind(opt, shortopts):
    for i, c in enumerate(shortopts):
        if c == opt != ':':
            if shortopts.startswith('::', i + 1):
                return '?'
            return ':' if shortopts.startswith(':', i + 1) else ''
    raise GetoptError(f'option -{opt} not recognized', opt)
