"""The record of a family: an error distribution with a link (R page `?family`)."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.language.tree import Call
from rnet.linear.distributions import QUASI, Distribution
from rnet.linear.links import Link
from rnet.linear.print_family import format_family
from rnet.linear.start import Start
from rnet.record import Record
from rnet.settings import current
from rnet.values import NA

Floats = npt.NDArray[np.float64]

SIMULATED = ("binomial", "poisson", "Gamma", "inverse.gaussian")
"""The families whose component `simulate` R has."""


@dataclass(frozen=True, slots=True, repr=False)
class Family(Record):
    """An error distribution with its link; made by `binomial()`, `poisson()`, ...

    Attributes
    ----------
    distribution : Distribution
        Variance, deviance, likelihood and starting rule.
    link_record : Link
        The link function, its inverse and derivative.
    call : Call
        How one writes the family in R.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "family", "link", "linkfun", "linkinv", "variance", "dev.resids", "aic", "mu.eta",
        "initialize", "validmu", "valideta", "simulate", "varfun", "dispersion",
    )  # fmt: skip

    distribution: Distribution
    link_record: Link
    call: Call = field(compare=False)

    @property
    def family(self) -> str:
        """R's name of the distribution."""
        return self.distribution.name

    @property
    def link(self) -> str:
        """R's name of the link."""
        return self.link_record.name

    def linkfun(self, mu: npt.ArrayLike) -> Floats:
        """Return the linear predictors of means."""
        return self.link_record.function(_vector(mu))

    def linkinv(self, eta: npt.ArrayLike) -> Floats:
        """Return the means of linear predictors."""
        return self.link_record.inverse(_vector(eta))

    def mu_eta(self, eta: npt.ArrayLike) -> Floats:
        """Return the derivative of the mean by the linear predictor."""
        return self.link_record.derivative(_vector(eta))

    def variance(self, mu: npt.ArrayLike) -> Floats:
        """Return the variance at means, up to the dispersion."""
        return self.distribution.variance(_vector(mu))

    def dev_resids(self, y: npt.ArrayLike, mu: npt.ArrayLike, wt: npt.ArrayLike) -> Floats:
        """Return what each observation adds to the deviance."""
        return _vector(wt) * self.distribution.unit_deviance(_vector(y), _vector(mu))

    def names(self) -> list[str]:
        """Return R's component names; which ones depends on the family, and on R's version."""
        absent = {"simulate"} if self.family not in SIMULATED else set()
        absent |= {"varfun"} if self.family != "quasi" else set()
        absent |= {"dispersion"} if not current().follows("4.3") else set()
        return [name for name in self.COMPONENTS if name not in absent]

    def aic(
        self,
        y: npt.ArrayLike,
        n: npt.ArrayLike,
        mu: npt.ArrayLike,
        wt: npt.ArrayLike,
        dev: float,
    ) -> float:
        """Return minus twice the log likelihood of responses y of n trials with means mu."""
        found = self.distribution.aic(_vector(y), _vector(n), _vector(mu), _vector(wt), float(dev))
        return float(found)

    def initialize(self, y: npt.ArrayLike, weights: npt.ArrayLike) -> Start:
        """Check a response as `glm` does; return it with its weights and first means."""
        return self.distribution.start(_vector(y), _vector(weights), self.link, False)

    def validmu(self, mu: npt.ArrayLike) -> bool:
        """Return whether all means lie in the distribution's range."""
        return self.distribution.allows(_vector(mu))

    def valideta(self, eta: npt.ArrayLike) -> bool:
        """Return whether all linear predictors lie in the domain of the inverse link."""
        return self.link_record.is_valid(_vector(eta))

    def simulate(self, object: Any, nsim: int = 1) -> list[Any]:  # noqa: A002 - R's name
        """Return responses drawn from a fit of this family."""
        from rnet.linear.simulate import simulated  # noqa: PLC0415 - it takes fits

        return simulated(object, nsim)

    @property
    def varfun(self) -> str:
        """R's name of the variance function of a quasi family."""
        return next(name for name, of in QUASI.items() if of == self.distribution)

    @property
    def dispersion(self) -> float:
        """The dispersion where it is known, else NA."""
        return NA if self.distribution.has_dispersion else 1.0

    def __str__(self) -> str:
        """Return R's two lines."""
        return format_family(self.family, self.link)


def _vector(values: npt.ArrayLike) -> Floats:
    return np.atleast_1d(np.asarray(values, dtype=np.float64))
