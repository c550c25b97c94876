"""Numbers with their nouns: one epoch, two epochs."""


def counted(number: int, noun: str) -> str:
    """Return a number and its noun, in the plural but for one.

    Examples
    --------
    >>> counted(1, "epoch"), counted(2, "epoch")
    ('1 epoch', '2 epochs')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
