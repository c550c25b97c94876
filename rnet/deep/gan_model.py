"""What `gan` returns."""

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.cases import Cases, Encoder
from rnet.deep.fit_summary import FitSummary
from rnet.deep.gan_modes import GanModes, modes_by_centres, modes_by_classes, nearest_distances
from rnet.deep.gan_settings import GanSettings
from rnet.deep.torch_gan import Singles, State, generated, realism
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.record import Record
from rnet.rng.state import generator as r_generator
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Gan(Record):
    """A generator and the discriminator it was trained against.

    Attributes
    ----------
    call : Call
    generator, discriminator : dict of str to ndarray
        Parameters by PyTorch's names.
    encoder : Encoder
        Names of the variables, size of pictures.
    low, span : ndarray, shape (p,)
        The networks see (x - low) / span.
    settings : GanSettings
    history : DataFrame
        A row for each epoch: epoch, step (of the discriminator), loss (the generator's), loss_d,
        and the mean lengths of both gradients, grad_norm_g and grad_norm_d.
    samples : ndarray, shape (snapshots, m, p)
        What became of the same m latent points during training, in the units of the data.
    sample_steps : ndarray of int
    cases : Cases or None
        The cases given; None for a model read from a file.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "generator", "discriminator", "history", "samples", "parameters",
    )  # fmt: skip

    call: Call
    generator: State
    discriminator: State
    encoder: Encoder
    low: Doubles
    span: Doubles
    settings: GanSettings
    history: pd.DataFrame
    samples: Doubles
    sample_steps: npt.NDArray[np.int64]
    cases: Cases | None

    def __str__(self) -> str:
        from rnet.deep.print_gan import format_gan  # noqa: PLC0415 - imports this module

        return format_gan(self)

    @property
    def weights(self) -> dict[str, npt.NDArray[Any]]:
        """All parameters: `generator.0.weight`, `discriminator.1.bias`, ..."""
        both = {"generator": self.generator, "discriminator": self.discriminator}
        return {f"{who}.{name}": a for who, net in both.items() for name, a in net.items()}

    @property
    def parameters(self) -> int:
        """How many numbers both networks learned."""
        learned = ("weight", "bias")
        return sum(a.size for name, a in self.weights.items() if name.endswith(learned))

    @property
    def image(self) -> tuple[int, ...] | None:
        """Height and width of what is generated; None where it is no picture."""
        return self.encoder.image

    def generate(self, n: int = 1, latent: Any = None) -> pd.DataFrame:
        """Return new cases.

        Parameters
        ----------
        n : int
            How many, from latent points drawn from R's normal distribution.
        latent : array_like, shape (n, latent), optional
            The points themselves instead.
        """
        if latent is None:
            count = whole(n, "n")
            drawn = r_generator().normal(count * self.settings.latent)
            points = drawn.reshape((count, -1), order="F")
        else:
            points = np.atleast_2d(np.asarray(latent, dtype=np.float64))
        if points.shape[1] != self.settings.latent:
            raise RError(
                f"latent points have {self.settings.latent} coordinates, not {points.shape[1]}"
            )
        width = len(self.encoder.input_names)
        made = generated(self.generator, self.settings, width, points.astype(np.float32))
        frame = pd.DataFrame(self.restored(made), columns=list(self.encoder.input_names))
        if self.image is not None:
            frame.attrs["image"] = self.image
        return frame

    def restored(self, scaled: Singles) -> Doubles:
        """Return generated numbers in the units of the data."""
        return np.asarray(scaled.astype(np.float64) * self.span + self.low)

    def predict(self, newdata: Any = ..., type: str = "raw") -> pd.DataFrame:  # noqa: A002
        """Return how real cases look to the discriminator.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            By default the cases fitted.
        type : {"raw", "prob"}
            Its sums, or (but for loss "wasserstein" and "least_squares") the probability to be
            real.
        """
        kind = match_arg(type, ("raw", "prob"))
        x, rows = self.inputs(newdata)
        found = realism(self.discriminator, self.settings, self.scaled(x)).astype(np.float64)
        if kind == "prob":
            if self.settings.loss not in ("minimax", "nonsaturating"):
                raise RError("inappropriate fit for prob", "The loss knows no probabilities.")
            found = 0.5 * (1 + np.tanh(found / 2))
        return named_matrix(found[:, None], rows, ["real"])

    def scaled(self, x: Doubles) -> Singles:
        """Return cases as the networks see them."""
        return ((x - self.low) / self.span).astype(np.float32)

    def inputs(self, newdata: Any = ...) -> tuple[Doubles, list[str]]:
        """Return the variables of cases, those fitted where nothing else is given, and names."""
        if newdata is not ...:
            return self.encoder.inputs(newdata)
        if self.cases is None:
            raise RError("a model read from a file has no cases", "Give newdata.")
        return self.cases.x, self.cases.row_names

    def modes(
        self,
        classifier: Any = None,
        centres: Any = None,
        radius: float | None = None,
        n: int = 2000,
    ) -> GanModes:
        """Count what kinds of cases are generated: few kinds mean that the game has collapsed.

        Parameters
        ----------
        classifier : fit, optional
            A classifier of the data, such as a fit of `convnet` or `mlp`; each class is a mode.
        centres : array_like, shape (modes, p), optional
            Where the modes are, instead.
        radius : float, optional
            How near a case must be to a centre to belong to it; by default a quarter of the
            smallest distance between centres.
        n : int
            How many cases are generated.

        Returns
        -------
        GanModes
            Counts, how many modes are covered (by a tenth of an even share at least), entropy,
            share of cases near a mode, distance to the nearest real case.
        """
        frame = self.generate(n)
        real = None if self.cases is None else self.cases.x
        near = None if real is None else nearest_distances(frame.to_numpy(), real)
        if centres is not None:
            return modes_by_centres(frame.to_numpy(), centres, radius, near)
        if classifier is None:
            raise RError("what are the modes?", "Give a `classifier` or the modes' `centres`.")
        return modes_by_classes(frame, classifier, near)

    def modes_over_time(self, centres: Any, radius: float | None = None) -> pd.DataFrame:
        """Return modes covered and the share of samples near one, for each snapshot.

        Parameters
        ----------
        centres, radius
            As for `modes`.

        Returns
        -------
        DataFrame
            Columns step, modes, near.
        """
        found = [modes_by_centres(points, centres, radius) for points in self.samples]
        return pd.DataFrame(
            {
                "step": self.sample_steps,
                "modes": [one.covered for one in found],
                "near": [one.near for one in found],
            }
        )

    def plot(self, what: str = "samples", times: int = 6, n: int = 10) -> "Figure":
        """Draw what is generated, or how the game went.

        Parameters
        ----------
        what : {"samples", "losses", "gradients"}
            Generated cases at several steps (pictures, or points of two variables); losses of
            both networks; lengths of their gradients.
        times : int
            How many of the steps are shown.
        n : int
            How many pictures of each.
        """
        from rnet.deep.plot_gan import plot_gan  # noqa: PLC0415 - matplotlib when drawn

        return plot_gan(self, what, times, n)

    def summary(self) -> "SummaryGan":
        """Return the summary, with the settings of the game."""
        return SummaryGan(self)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the model to a file that `load_model` reads."""
        from rnet.deep.saved_gan import save_gan  # noqa: PLC0415 - imports this module

        save_gan(self, path)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryGan(FitSummary):
    """The summary of a generator and a discriminator.

    Attributes
    ----------
    object : Gan
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "parameters")

    object: Gan

    def __str__(self) -> str:
        from rnet.deep.print_gan import format_summary  # noqa: PLC0415 - imports this module

        return format_summary(self)
