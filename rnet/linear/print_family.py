"""The text of a family."""


def format_family(family: str, link: str) -> str:
    r"""Return R's lines on a family: an empty one, its name, its link, an empty one.

    Examples
    --------
    >>> format_family("poisson", "log")
    '\nFamily: poisson \nLink function: log \n'
    """
    return f"\nFamily: {family} \nLink function: {link} \n"
