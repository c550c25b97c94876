"""R's formal arguments of rnet's functions, and the Python parameters they are.

Most follow from the Python signature, `na_rm` being `na.rm`. R's methods for formulas and for
matrices have lists of their own, which decide what an argument given by position or by a
shortened name is, and what order a kept call shows.
"""

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rnet.registry import ENTRIES

DOTS = "..."
_KEYWORDS = {"lambda_": "lambda", "from_": "from", "or_": "or", "list_": "list."}
_CAMEL = {"use_na": "useNA", "add_na": "addNA", "x_ret": "x.ret", "use_hash": "useHash"}
_CAMEL |= {"intervals_": "intervals", "scale_": "scale.", "rank_": "rank.", "fun": "FUN"}
_CAMEL |= {"recycle0": "recycle0", "keep_na": "keepNA", "na_encode": "na.encode"}

FORMULA_TEST = "formula data ... subset na.action"
WRITTEN: Mapping[str, str] = {
    "lm": "formula data subset weights na.action method model x y qr singular.ok contrasts "
    "offset ...",
    "glm": "formula family data weights subset na.action start etastart mustart offset control "
    "model method x y singular.ok contrasts ...",
    "aov": "formula data projections qr contrasts ...",
    "svm.formula": "formula data ... subset na.action scale",
    "svm": "x y scale type kernel degree gamma coef0 cost nu class.weights cachesize tolerance "
    "epsilon shrinking cross probability fitted ... subset na.action",
    "naiveBayes.formula": "formula data laplace ... subset na.action",
    "naiveBayes": "x y laplace ...",
    "gknn.formula": "formula data ... subset na.action scale",
    "gknn": "x y k method scale use_all FUN ...",
    "nnet.formula": "formula data weights ... subset na.action contrasts",
    "nnet": "x y weights size Wts mask linout entropy softmax censored skip rang decay maxit "
    "Hess trace MaxNWts abstol reltol ...",
    "multinom": "formula data weights subset na.action contrasts Hess summ censored model ...",
    "lda.formula": "formula=x data ... subset na.action",
    "lda": "x grouping prior tol subset na.action method CV nu ...",
    "qda.formula": "formula=x data ... subset na.action",
    "qda": "x grouping prior subset na.action method CV nu ...",
    "prcomp.formula": "formula=x data subset na.action ...",
    "prcomp": "x retx center scale. tol rank. ...",
    "princomp.formula": "formula=x data subset na.action ...",
    "princomp": "x cor scores covmat subset fix_sign ...",
    "neuralnet": "formula data hidden threshold stepmax rep startweights learningrate.limit "
    "learningrate.factor learningrate lifesign lifesign.step algorithm err.fct act.fct "
    "output.act.fct linear.output exclude constant.weights likelihood",
    "tune": "METHOD train.x train.y data validation.x validation.y ranges predict.func "
    "tunecontrol ...",
    "best.tune": "METHOD train.x train.y data validation.x validation.y ranges predict.func "
    "tunecontrol ...",
    "aggregate.formula": "x data FUN ... subset na.action",
    "aggregate": "x by FUN ... simplify drop",
    "model.matrix": "object=frame_or_formula data contrasts.arg=contrasts xlev=levels ...",
    "model.frame": "formula data subset na.action drop.unused.levels xlev=levels ...",
    "terms": "x=formula data=data_columns ...",
    "update": "object formula.=formula ... evaluate",
    "tapply": "X INDEX FUN ... default simplify",
    "table": "... exclude useNA=use_na dnn deparse.level",
    "xtabs": "formula data subset sparse na.action addNA=add_na exclude drop.unused.levels",
    "ftable.formula": "formula=x data subset na.action ...",
    "ftable": "x ... exclude row.vars col.vars",
    "roc.formula": "formula data ...",
    "roc": "response predictor controls cases density.controls density.cases levels percent "
    "na.rm direction algorithm quiet smooth auc ci plot ...",
    "sample": "x size replace prob",
    "mean": "x ... trim na.rm",
    "median": "x na.rm ...",
    "quantile": "x probs na.rm names type ...",
    "weighted.mean": "x w ... na.rm",
    "p.adjust": "p method n",
    "cor": "x y use method",
    "oneway.test": "formula data subset na.action var.equal",
    "kmeans": "x centers iter.max nstart algorithm trace",
    "hist": "x breaks freq probability include.lowest right fuzz density angle col border main "
    "xlim ylim xlab ylab axes plot labels nclass warn.unused ...",
    "optim": "par fn gr ... method lower upper control hessian",
    "optimize": "f interval ... lower upper maximum tol",
    "uniroot": "f interval ... lower upper f.lower f.upper extendInt check.conv tol maxiter trace",
    "integrate": "f lower upper ... subdivisions rel.tol abs.tol",
    "rowsum": "x group reorder ... na.rm",
    "by": "data INDICES FUN ... simplify",
    "ecdf": "x",
    "scale": "x center scale",
    "confusionMatrix": "data reference positive dnn prevalence mode ...",
    "performance": "prediction.obj measure x.measure ...",
    "anova": "object ...",
    "drop1": "object scope scale all.cols test k trace ...",
    "add1": "object scope scale test x k trace ...",
    "step": "object scope scale direction trace keep steps k test ...",
    "confint": "object parm level ...",
    "model.tables": "x type se cterms ...",
    "rmultinom": "n size prob",
    "dist": "x method diag upper p",
    "compute": "x covariate rep",
    "data": "... list package",
    "na.omit": "object ...",
    "str": "object ...",
}
TWO_METHODS = frozenset(
    [
        "svm",
        "naiveBayes",
        "gknn",
        "nnet",
        "lda",
        "qda",
        "prcomp",
        "princomp",
        "aggregate",
        "ftable",
        "roc",
        "t.test",
        "wilcox.test",
        "var.test",
        "ansari.test",
        "mood.test",
        "ks.test",
        "kruskal.test",
        "bartlett.test",
        "fligner.test",
        "friedman.test",
        "quade.test",
        "cor.test",
    ]
)
"""Functions with another list of arguments where the first is a formula."""
_TESTS_BY_FORMULA = frozenset(name for name in TWO_METHODS if name.endswith(".test"))


@dataclass(frozen=True, slots=True)
class Signature:
    """The formal arguments of a function.

    Attributes
    ----------
    names : tuple of str
        R's names in R's order, with `...` where it stands.
    parameters : mapping
        The Python parameter for each; those that rnet does not have are not in it.
    order : tuple of str
        The Python parameters that may be given by position.
    required : tuple of str
        The Python parameters without a default.
    takes_positions, takes_names : bool
        Whether the Python function has `*args`, `**kwargs`.
    """

    names: tuple[str, ...]
    parameters: Mapping[str, str]
    order: tuple[str, ...]
    required: tuple[str, ...]
    takes_positions: bool
    takes_names: bool


def r_name(parameter: str) -> str:
    """Return what R calls a Python parameter.

    Examples
    --------
    >>> r_name("na_rm"), r_name("lambda_")
    ('na.rm', 'lambda')
    """
    return _KEYWORDS.get(parameter) or _CAMEL.get(parameter) or parameter.replace("_", ".")


@functools.cache
def signature_of(name: str, python: Callable[..., Any], *, by_formula: bool = False) -> Signature:
    """Return the formal arguments of rnet's function of an R name."""
    parameters = inspect.signature(python).parameters.values()
    own = {p.name: p for p in parameters if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)}
    positions = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    names_too = any(p.kind is p.VAR_KEYWORD for p in parameters)
    order = tuple(p.name for p in own.values() if p.kind is not p.KEYWORD_ONLY)
    required = tuple(p.name for p in own.values() if p.default is p.empty)
    written = _written(name, by_formula=by_formula)
    if written is None:
        names = _from_python(list(parameters), underscored=name in _underscored())
        return Signature(tuple(names), _known(names, own), order, required, positions, names_too)
    names, given = [], {}
    for word in written.split():
        label, _, python_name = word.partition("=")
        names.append(label)
        if python_name:
            given[label] = python_name
    known = {**_known(names, own), **given}
    if DOTS in names:
        known |= {r_name(p): p for p in own if p not in known.values()}
    return Signature(tuple(names), known, order, required, positions, names_too)


def _written(name: str, *, by_formula: bool) -> str | None:
    if by_formula and name in _TESTS_BY_FORMULA:
        first = "y" if name in ("friedman.test", "quade.test") else "x"
        return FORMULA_TEST.replace("formula", f"formula={first}", 1)
    return WRITTEN.get(f"{name}.formula" if by_formula else name)


@functools.cache
def _underscored() -> frozenset[str]:
    """Return the functions whose arguments have underscores in R."""
    return frozenset(entry.r_name for entry in ENTRIES if entry.package == "deepnet")


@functools.cache
def rnets_own() -> frozenset[str]:
    """Return the functions that only rnet has, or whose package spells arguments as Python does."""
    return frozenset(entry.r_name for entry in ENTRIES if entry.package in ("rnet", "rnn"))


def spelt(argument: str | None, function: str, signature: Signature) -> str | None:
    """Return an argument's name in R's spelling; rnet's own functions take Python's, too."""
    if argument is None or argument in signature.names or function not in rnets_own():
        return argument
    dotted = r_name(argument)
    return dotted if dotted in signature.names else argument


def _from_python(parameters: list[inspect.Parameter], *, underscored: bool) -> list[str]:
    names = []
    for parameter in parameters:
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            if DOTS not in names:
                names.append(DOTS)
        else:
            names.append(parameter.name if underscored else r_name(parameter.name))
    return names


def _known(names: list[str], own: Mapping[str, Any]) -> dict[str, str]:
    by_r_name = {r_name(p): p for p in own} | {p: p for p in own}
    return {name: by_r_name[name] for name in names if name in by_r_name}
