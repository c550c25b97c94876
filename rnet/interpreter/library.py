"""rnet's own functions and data sets under their R names."""

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, is_compact, row_count, with_attribute
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.library_call import LibraryCall
from rnet.interpreter.library_names import ALIASES, GENERICS, NOT_FUNCTIONS, SPEAKING
from rnet.interpreter.model_classes import METHOD_CLASSES
from rnet.interpreter.quick_draws import DRAWS, quick_draw
from rnet.interpreter.sandbox import reaches_files, within_reach
from rnet.interpreter.signalling import with_messages
from rnet.interpreter.signatures import signature_of
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Model,
    Value,
    Vector,
    character,
    double,
    integer,
    list_of,
)
from rnet.language.tree import Argument
from rnet.registry import ENTRIES


class LibraryFunction:
    """One of rnet's functions as a base function that gets its arguments unevaluated."""

    shows_arguments = True

    def __init__(self, name: str, python: Callable[..., Any]) -> None:
        self.name = name
        self.python = python

    def __call__(self, context: Context, arguments: tuple[Argument, ...]) -> Value:
        """Evaluate and match the arguments, call, and return the result as a value."""
        return LibraryCall(self.name, self.python, context, arguments).run()


class RandomFunction(LibraryFunction):
    """A function that draws random numbers: often a single one, in a loop."""

    def __call__(self, context: Context, arguments: tuple[Argument, ...]) -> Value:
        """Draw at once where the arguments are plain."""
        call = LibraryCall(self.name, self.python, context, arguments)
        found = quick_draw(self.name, [(one.name, one.value()) for one in call.offered])
        return call.run() if found is None else found


class MethodFunction(LibraryFunction):
    """A method called by its own name: other methods are not looked for."""

    def __init__(self, name: str, python: Callable[..., Any], kind: str) -> None:
        super().__init__(name, python)
        self.kind = kind

    def __call__(self, context: Context, arguments: tuple[Argument, ...]) -> Value:
        """Call the method: that for `lm` takes an analysis of variance as a linear model.

        That for `aov` takes a linear model as an analysis of variance.
        """
        call = LibraryCall(self.name, self.python, context, arguments, dispatches=False)
        first = call.offered[0].value() if call.offered else None
        if self.kind == "lm" and isinstance(first, Model) and first.classes == ("aov", "lm"):
            call.offered[0].found = Model(first.record.linear, ("lm",))
        if self.kind == "aov" and isinstance(first, Model):
            call.offered[0].found = _as_variance(first)
        return call.run()


def _as_variance(fit: Model) -> Model:
    """Return a linear model as the analysis of its variance."""
    name = type(fit.record).__name__
    if name == "LM":
        from rnet.linear.variance_model import AOV

        return Model(AOV(fit.record), ("aov", "lm"))
    if name == "MLM":
        from rnet.linear.several_aov import MAOV

        return Model(MAOV(fit.record), ("maov", "aov", "mlm", "lm"))
    return fit


@functools.cache
def registered() -> dict[str, str]:
    """Return rnet's name of each R function it has."""
    return {entry.r_name: entry.name for entry in ENTRIES if entry.r_name}


@functools.cache
def library_function(name: str) -> Builtin | None:
    """Return rnet's function of an R name, None where there is none."""
    own = ALIASES.get(name, name)
    known = registered().get(own)
    if known is None or own in NOT_FUNCTIONS:
        return None
    import rnet

    python = getattr(rnet, known)
    if own in SPEAKING:
        python = with_messages(python)
    if reaches_files(own):
        python = within_reach(own, python)
    signature = signature_of(own, python)
    parameters = tuple(Argument(formal, None) for formal in signature.names)
    defaults = (MISSING,) * len(parameters)
    made = RandomFunction if own in DRAWS else LibraryFunction
    return Builtin(own, parameters, made(own, python), True, False, True, defaults)


def exported(name: str) -> Any:
    """Return rnet's function or data set of an R name, or `ABSENT`."""
    function = library_function(name) or method_function(name)
    if function is not None:
        return function
    if name == ".Random.seed":
        return random_seed()
    attached = ("datasets", *(STATE.session.attached if STATE.session is not None else ()))
    found = data_set(name, None)
    return found[1] if found is not None and found[0] in attached else ABSENT


@functools.cache
def method_function(name: str) -> Builtin | None:
    """Return a method called by its own name: `predict.lm`, `summary.glm`."""
    for place in (at for at, sign in enumerate(name) if sign == "."):
        generic, kind = name[:place], name[place + 1 :]
        if generic in GENERICS and (kind in METHOD_CLASSES or kind == "default"):
            found = library_function(generic)
            if found is not None:
                assert isinstance(found.function, LibraryFunction)
                own = MethodFunction(generic, found.function.python, kind)
                return replace(found, name=name, function=own)
    return None


@functools.cache
def iris_by_species() -> Value:
    """Return `iris3`, the measurements of `iris` as an array: flower, measure, species."""
    from rnet import datasets

    measures = datasets.data("iris").iloc[:, :4].to_numpy().reshape(3, 50, 4)
    names = [f"{part} {side}." for part in ("Sepal", "Petal") for side in ("L", "W")]
    species = character(["Setosa", "Versicolor", "Virginica"])
    own = {"dim": integer([50, 4, 3]), "dimnames": list_of([None, character(names), species])}
    return double(measures.transpose(1, 2, 0).ravel(order="F"), own)


def random_seed() -> Value:
    """Return the state of R's generator, `.Random.seed`."""
    from rnet.interpreter.bridge import from_python
    from rnet.rng.random_seed import random_seed as state

    return from_python(state())


def data_set(name: str, package: str | None) -> tuple[str, Value] | None:
    """Return the package of a data set and its value, None where there is none."""
    from rnet import datasets

    if name == "iris3" and package in (None, "datasets"):
        return "datasets", iris_by_species()
    listing = datasets.data(package=package)
    if name not in listing.index:
        return None
    return str(listing.index[name]["package"]), _loaded(name)


@functools.cache
def _loaded(name: str) -> Value:
    from rnet import datasets
    from rnet.interpreter.bridge import from_python

    value = from_python(datasets.data(name))
    if isinstance(value, Vector):
        about = datasets.data()[name]
        value = _with_kept_row_names(value, name, about["package"])
        if "attributes" in about:
            value = _grouped(value, about["object_class"], about["attributes"])
        if about["kind"] == "dist":  # R keeps them without these attributes
            own = {k: v for k, v in (value.attributes or {}).items() if k not in ("Diag", "Upper")}
            value = Vector(value.kind, value.data, {**own, "Size": double(own["Size"].data)})
        value.shared = True
    return value


NUMBERED = frozenset(
    {"ChickWeight", "CO2", "DNase", "faithful", "npk", "Orange", "Puromycin", "randu", "Theoph"}
)
"""Data frames of R's own whose rows are named 1, 2, ..., where others have automatic names."""


def _with_kept_row_names(value: Vector, name: str, package: str) -> Any:
    """Return a data set with R's row names: MASS's are numbered, so their matrices have names."""
    rows = attribute(value, "row.names")
    if rows is None or not is_compact(rows) or not (package == "MASS" or name in NUMBERED):
        return value
    return with_attribute(value, "row.names", integer(np.arange(1, row_count(value) + 1)))


def _grouped(frame: Vector, classes: list[str], more: dict[str, Any]) -> Vector:
    """Return a data frame with the classes and attributes of data in groups."""
    from rnet.interpreter.functions.environments import EMPTY
    from rnet.interpreter.values import Language
    from rnet.language.parser import parse_expression

    own = {**(frame.attributes or {}), "class": character(classes)}
    kind = character(["formula"])
    for name, item in more.items():
        if isinstance(item, str):
            around = {"class": kind, ".Environment": EMPTY}
            own[name] = Language(parse_expression(item), around)
        else:
            own[name] = list_of([character([text]) for text in item.values()], list(item))
    return Vector(frame.kind, frame.data, own)
