"""The settings of the playground: their names, their choices, what they are checked for."""

from collections.abc import Callable, Mapping
from typing import Any

from rnet.conditions import RError
from rnet.deep.optimizers import OPTIMIZERS
from rnet.deep.playground_data import CLASSES, HEIGHTS

POINTS = 200
TERMS = {
    "x": "x",
    "y": "y",
    "x2": "I(x^2)",
    "y2": "I(y^2)",
    "xy": "I(x * y)",
    "sinx": "sin(x)",
    "siny": "sin(y)",
}
"""The features and their terms in a formula."""

DEFAULTS: dict[str, Any] = {
    "trainer": "mlp",
    "problem": "classification",
    "data": "circle",
    "noise": 0,
    "train_share": 0.5,
    "seed": 1,
    "features": ["x", "y"],
    "hidden": [4, 2],
    "act": "tanh",
    "init": "auto",
    "rate": 0.03,
    "regularisation": "none",
    "regularisation_rate": 0.01,
    "optim": "sgd",
    "batch_size": 10,
}

CHOICES: dict[str, tuple[Any, ...]] = {
    "trainer": ("mlp", "deepnet"),
    "problem": ("classification", "regression"),
    "data": (*CLASSES, *HEIGHTS),
    "noise": tuple(round(0.05 * step, 2) for step in range(11)),
    "train_share": tuple(round(0.1 * step, 2) for step in range(1, 10)),
    "act": ("tanh", "logistic", "relu", "linear", "elu", "selu", "softplus", "softsign"),
    "init": ("auto", "glorot", "he", "lecun", "normal", "uniform"),
    "rate": (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10),
    "regularisation": ("none", "L1", "L2"),
    "regularisation_rate": (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1),
    "optim": tuple(name for name in OPTIMIZERS if name != "lbfgs"),
    "batch_size": (1, 2, 5, 10, 15, 20, 25, 30, 50, 100),
}
"""What the page offers for each setting, in its order."""

DEEPNET: dict[str, tuple[Any, ...]] = {
    "act": ("tanh", "logistic"),
    "init": ("auto",),
    "regularisation": ("none",),
    "optim": ("sgd", "momentum"),
    "batch_size": CHOICES["batch_size"][1:],
}
"""What R's deepnet can train."""
MOST_LAYERS = 6
UNITS = tuple(range(1, 9))


def train_rows(settings: Mapping[str, Any]) -> int:
    """Return how many of the points a net is trained on: the first."""
    share: float = settings["train_share"]
    return round(POINTS * share)


def checked_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return all settings, defaults where none are given.

    Parameters
    ----------
    given : mapping
        Some settings by name.

    Raises
    ------
    RError
        For names and values that the page does not have.

    Examples
    --------
    >>> checked_settings({"rate": 0.1})["rate"]
    0.1
    """
    unknown = [name for name in given if name not in DEFAULTS]
    if unknown:
        raise RError(f"unknown setting '{unknown[0]}'", f"Settings: {', '.join(DEFAULTS)}.")
    settings = {**DEFAULTS, **given}
    for name, choices in CHOICES.items():
        if not _among(settings[name], choices):
            raise _refusal(name, settings[name], f"One of {_listed(choices)}.")
    for name, (is_right, advice) in CHECKS.items():
        if not is_right(settings[name]):
            raise _refusal(name, settings[name], advice)
    _check_together(settings)
    return settings


def _check_together(settings: Mapping[str, Any]) -> None:
    """Refuse values that do not go together."""
    kinds = HEIGHTS if settings["problem"] == "regression" else CLASSES
    if settings["data"] not in kinds:
        problem = settings["problem"]
        raise _refusal("data", settings["data"], f"For {problem}: {_listed(tuple(kinds))}.")
    if settings["batch_size"] > train_rows(settings):
        advice = "Not more than the points to train on."
        raise _refusal("batch_size", settings["batch_size"], advice)
    if settings["trainer"] != "deepnet":
        return
    for name, known in DEEPNET.items():
        if settings[name] not in known:
            raise _refusal(name, settings[name], f"For deepnet one of {_listed(known)}.")
    if not settings["hidden"]:
        raise _refusal("hidden", settings["hidden"], "deepnet has at least one hidden layer.")


def _refusal(name: str, value: Any, advice: str) -> RError:
    return RError(f"{name} = {value!r} is not on the playground", advice)


def _listed(choices: tuple[Any, ...]) -> str:
    return ", ".join(map(str, choices))


def _among(value: Any, choices: tuple[Any, ...]) -> bool:
    """Tell whether a value is a choice, of the choice's kind."""
    plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return plain and value in choices


def _is_seed(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _are_features(value: Any) -> bool:
    return bool(_is_list(value) and value and all(_among(one, tuple(TERMS)) for one in value))


def _are_layers(value: Any) -> bool:
    return (
        _is_list(value) and len(value) <= MOST_LAYERS and all(_among(one, UNITS) for one in value)
    )


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "seed": (_is_seed, f"A whole number from 0 to {2**31 - 1}."),
    "features": (_are_features, f"Some of {', '.join(TERMS)}."),
    "hidden": (_are_layers, f"Up to {MOST_LAYERS} layers of 1 to {UNITS[-1]} units."),
}
