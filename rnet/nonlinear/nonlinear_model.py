"""The fitted nonlinear regression: R's components of an `nls` object, and its methods."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.distributions.tails import f_upper, normal_quantile
from rnet.formulas.columns import as_column
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame
from rnet.language.deparse import deparse
from rnet.language.tree import Call, Node, Symbol
from rnet.linear.anova_table import AnovaTable, after_missing, anova_table
from rnet.linear.coefficient_tests import unscaled_covariance
from rnet.linear.confidence_limits import limit_names
from rnet.linear.fit_statistics import LogLik
from rnet.linear.qr import decompose
from rnet.linear.update import update
from rnet.match_arg import match_arg
from rnet.nonlinear.expectation import Expectation
from rnet.nonlinear.gauss_newton import Ending
from rnet.nonlinear.models import LeastSquaresModel
from rnet.nonlinear.nls_control import NlsControl
from rnet.nonlinear.print_nls import format_nls
from rnet.nonlinear.profile_nls import ProfileNLS, profile_limits, profile_of
from rnet.nonlinear.summary_nls import SummaryNLS
from rnet.nonlinear.tidy_nls import glance_nls, tidy_nls
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import extended_sum
from rnet.values import NA, named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]
KINDS = ("response", "pearson")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NLS(Record):
    """A nonlinear regression fitted by least squares.

    Attributes
    ----------
    formula : Formula
    call : Call
        The call, with algorithm and control filled in.
    arguments : mapping
        The arguments of `nls` by name, for `update`.
    control : NlsControl
    names : tuple of str
        The names of all parameters.
    frame : ModelFrame
        The variables of the cases used.
    expectation : Expectation
        The right side.
    model : LeastSquaresModel
    ending : Ending
        Where the iterations ended.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "convInfo", "data", "call", "dataClasses", "na.action", "weights", "control",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"data": "data_name"}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("na.action", "weights")

    formula: Formula
    call: Call
    arguments: Mapping[str, Any]
    control: NlsControl
    parameter_names: tuple[str, ...]
    frame: ModelFrame
    expectation: Expectation
    model: LeastSquaresModel
    ending: Ending

    def __str__(self) -> str:
        return format_nls(self)

    def format(self, digits: int | None = None) -> str:
        """Return R's text with other digits."""
        return format_nls(self, digits)

    @property
    def data_name(self) -> Node:
        """What the call calls the data."""
        given = [a.value for a in self.call.arguments if a.name == "data" and a.value is not None]
        return given[0] if given else Call(Symbol("parent.frame"), ())

    @property
    def convInfo(self) -> dict[str, Any]:  # noqa: N802 - R's name
        """How the iterations ended."""
        end = self.ending
        info: dict[str, Any] = {
            "isConv": end.converged,
            "finIter": end.iterations,
            "finTol": end.tolerance,
        }
        if end.evaluations is not None:
            index = pd.Index(["function", "gradient"], dtype=object)
            info["nEval"] = pd.Series(end.evaluations, index=index)
        return {**info, "stopCode": end.code, "stopMessage": end.message}

    @property
    def dataClasses(self) -> "pd.Series[Any]":  # noqa: N802 - R's name
        """The classes of the variables on the right side."""
        known = self.frame.terms.encoding.classes
        return pd.Series({name: known[name] for name in known}, dtype=object)

    @property
    def weights(self) -> Doubles | None:
        """The weights given, or None."""
        return self.frame.weights

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases left out for missing values, or None."""
        return self.frame.left_out.numbered()

    @property
    def coefficients(self) -> "pd.Series[float]":
        """The parameters by name."""
        point = self.ending.point
        values = np.concatenate([point.parameters, point.linear])
        return pd.Series(values, index=pd.Index(self.parameter_names, dtype=object))

    def coef(self) -> "pd.Series[float]":
        """Return the parameters by name."""
        return self.coefficients

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom; cases of weight 0 do not count."""
        return self.nobs() - len(self.parameter_names)

    @property
    def deviance(self) -> float:
        """The (weighted) residual sum of squares."""
        return self.ending.point.deviance

    @property
    def unscaled(self) -> Doubles:
        """The inverse of the crossproduct of the slopes, shape (p, p)."""
        return unscaled_covariance(decompose(self.model.slopes(self.ending.point)))

    def nobs(self) -> int:
        """Return the number of cases with a positive weight."""
        weights = self.frame.weights
        return len(self.ending.point.residuals) if weights is None else int((weights != 0).sum())

    def sigma(self) -> float:
        """Return the residual standard deviation."""
        with np.errstate(all="ignore"):
            return float(np.sqrt(np.float64(self.deviance) / self.df_residual))

    def vcov(self) -> pd.DataFrame:
        """Return the covariances of the parameters, a matrix."""
        cells = self.unscaled * self.sigma() ** 2
        return named_matrix(cells, self.parameter_names, self.parameter_names)

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood."""
        n, weights = self.nobs(), self.frame.weights
        logs = 0.0 if weights is None else extended_sum(np.log(weights[weights != 0]))
        with np.errstate(divide="ignore"):
            size = np.log(2 * np.pi) + 1 - np.log(n) + np.log(self.deviance)
        return LogLik(float(-(n * size - logs) / 2), len(self.parameter_names) + 1, n)

    def fitted(self) -> "pd.Series[float]":
        """Return the fitted values, missing for cases that `na.exclude` dropped."""
        return self._padded(self.ending.point.fitted, "Fitted values")

    def residuals(self, type: str = "response") -> "pd.Series[float]":  # noqa: A002 - R's name
        """Return the residuals, missing for cases that `na.exclude` dropped.

        Parameters
        ----------
        type : {"response", "pearson"}
            Pearson residuals are multiplied by the root of the weights and divided by the
            residual standard deviation.
        """
        if match_arg(type, KINDS) == "pearson":
            weighted = self.ending.point.residuals / self.sigma()
            return self._padded(weighted, "Standardized residuals")
        response = self.ending.point.fitted
        left = self.model.response - response  # type: ignore[attr-defined]
        return self._padded(left, "Residuals")

    def _padded(self, values: Doubles, label: str) -> "pd.Series[float]":
        left_out = self.frame.left_out
        found = left_out.padded(pd.Series(values)).reset_index(drop=True)
        found.attrs["label"] = label
        return found

    def predict(self, newdata: Any = None) -> Any:
        """Predict the response.

        Parameters
        ----------
        newdata : DataFrame or mapping, optional
            New cases; left out, the fitted ones. A variable that is missing there keeps its
            fitted values, as in R.

        Returns
        -------
        ndarray, shape (n,)
        """
        if newdata is None:
            return self._padded(self.ending.point.fitted, "").to_numpy()
        columns = {str(name): as_column(newdata[name], str(name)) for name in newdata}
        return self.model.predicted(self.ending.point, self.expectation.with_variables(columns))

    def summary(self, correlation: bool = False, symbolic_cor: bool = False) -> SummaryNLS:
        """Return tests of the parameters.

        Parameters
        ----------
        correlation : bool, default False
            Whether correlations of the parameters are computed and printed.
        symbolic_cor : bool, default False
            Whether they print as symbols.
        """
        return SummaryNLS(self, correlation, symbolic_cor)

    def tidy(self, conf_int: bool = False, conf_level: float = 0.95) -> pd.DataFrame:
        """Return a data frame with a row a parameter, with broom's column names."""
        return tidy_nls(self, conf_int, conf_level)

    def glance(self) -> pd.DataFrame:
        """Return a data frame of one row of figures, with broom's column names."""
        return glance_nls(self)

    def anova(self, *others: "NLS") -> AnovaTable:
        """Compare nested models, each with the one before it.

        Parameters
        ----------
        *others : NLS
        """
        return anova_several_nls([self, *others])

    def confint(self, parm: Any = None, level: float = 0.95) -> Any:
        """Return confidence limits of the parameters from the profiled sum of squares.

        Parameters
        ----------
        parm : str, int or sequence of them, optional
            Which parameters, by name or number from 1; all by default.
        level : float, default 0.95
            Probability of the interval.
        """
        return profile_limits(self, parm, level)

    def confint_default(self, parm: Any = None, level: float = 0.95) -> pd.DataFrame:
        """Return confidence limits from the normal distribution, a matrix; as `confint`."""
        names = self.chosen(parm)
        rows = [self.parameter_names.index(name) for name in names]
        centre = self.coef().to_numpy()[rows]
        half = normal_quantile(1 - (1 - level) / 2) * np.sqrt(np.diag(self.vcov()))[rows]
        limits = np.column_stack([centre - half, centre + half])
        return named_matrix(limits, names, limit_names(level))

    def profile(
        self,
        which: Any = None,
        maxpts: int = 100,
        alphamax: float = 0.01,
        delta_t: float | None = None,
    ) -> ProfileNLS:
        """Return the sum of squares where one parameter is held and the others are fitted.

        Parameters
        ----------
        which : str, int or sequence of them, optional
            Which parameters; all by default.
        maxpts : int
            Most points to either side.
        alphamax : float
            Level of the furthest points.
        delta_t : float, optional
            Step of the profile t; by default a fifth of the furthest.
        """
        return profile_of(self, which, maxpts, alphamax, delta_t)

    def chosen(self, parm: Any) -> list[str]:
        """Return the names of parameters given by name or by number from 1; all for None."""
        if parm is None:
            return list(self.parameter_names)
        wanted = [parm] if isinstance(parm, str | int) else list(parm)
        names = [
            name if isinstance(name, str) else self.parameter_names[int(name) - 1]
            for name in wanted
        ]
        for name in names:
            if name not in self.parameter_names:
                known = ", ".join(self.parameter_names)
                raise RError("subscript out of bounds", f"Parameters: {known}.")
        return names

    def update(self, formula: Any = None, **changes: Any) -> "NLS":
        """Fit again with a changed formula or other arguments; None takes one away."""
        found: NLS = update(self, formula, **changes)
        return found

    def plot(self) -> "Figure":
        """Draw standardized residuals against fitted values."""
        from rnet.nonlinear.plot_nls import plot_nls  # noqa: PLC0415 - matplotlib is heavy

        return plot_nls(self)


def anova_several_nls(fits: "list[NLS]") -> AnovaTable:
    """Compare fits, each with the one before it.

    Raises
    ------
    RError
        `anova is only defined for sequences of "nls" objects`.
    """
    if len(fits) < 2 or not all(isinstance(fit, NLS) for fit in fits):
        raise RError(
            'anova is only defined for sequences of "nls" objects', "Give two models or more."
        )
    freedom = np.array([fit.df_residual for fit in fits], dtype=np.float64)
    residual = np.array([fit.deviance for fit in fits])
    df = -np.diff(freedom)
    alike = df == 0  # R compares only models of different size
    gain = np.where(alike, 0.0, -np.diff(residual))
    scale = (residual / freedom)[
        np.where(df > 0, np.arange(1, len(fits)), np.arange(len(fits) - 1))
    ]
    lowest = np.where(df > 0, freedom[1:], freedom[:-1])
    with np.errstate(all="ignore"):
        ratio = gain / df / scale
        p = f_upper(ratio, np.abs(df), lowest)
    columns = {
        "Res.Df": freedom,
        "Res.Sum Sq": residual,
        "Df": after_missing(df),
        "Sum Sq": after_missing(gain),
        "F value": after_missing(np.where(alike, NA, ratio)),
        "Pr(>F)": after_missing(np.where(alike, NA, p)),
    }
    lines = [
        f"Model {number}: " + "\n".join(deparse(fit.formula.tree))
        for number, fit in enumerate(fits, start=1)
    ]
    names = [str(number) for number in range(1, len(fits) + 1)]
    return anova_table(columns, names, ["Analysis of Variance Table\n", "\n".join(lines)])


@console_text.register
def _(x: NLS, style: Style) -> str:
    return format_nls(x, style.digits)
