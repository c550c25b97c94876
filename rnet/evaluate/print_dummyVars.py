"""The text of caret's dummy variable objects."""  # noqa: N999 - R's spelling

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnet.evaluate.dummyVars import DummyVars


def format_dummy_vars(x: "DummyVars") -> str:
    """Return caret's text: formula, numbers of variables, names and rank."""
    lines = ["Dummy Variable Object", "", f"Formula: {x.form}"]
    lines.append(f"{len(x.vars)} variables, {len(x.facVars)} factors")
    if x.levelsOnly:
        lines.append("Factor variable names will be removed")
    elif x.sep is not None:
        lines.append(f"Variables and levels will be separated by '{x.sep}'")
    rank = "full rank" if x.fullRank else "less than full rank"
    return "\n".join([*lines, f"A {rank} encoding is used"])
