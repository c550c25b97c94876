"""Calls with settings in a list, spelt as the arguments around them."""

from dataclasses import replace

from rnet.language.tree import Call


def with_r_names(call: Call) -> Call:
    """Return a call with the names of its argument `pretrain` in R's spelling.

    Examples
    --------
    >>> from rnet.language.deparse import deparse_line
    >>> from rnet.language.parser import parse_expression
    >>> call = parse_expression("dbn(y ~ ., pretrain = list(n_epochs = 2), n.epochs = 3)")
    >>> deparse_line(with_r_names(call))
    'dbn(y ~ ., pretrain = list(n.epochs = 2), n.epochs = 3)'
    """
    arguments = [
        replace(one, value=_respelt(one.value))
        if one.name == "pretrain" and isinstance(one.value, Call)
        else one
        for one in call.arguments
    ]
    return replace(call, arguments=tuple(arguments))


def _respelt(settings: Call) -> Call:
    named = [
        replace(one, name=one.name and one.name.replace("_", ".")) for one in settings.arguments
    ]
    return replace(settings, arguments=tuple(named))
