"""The game of a generator and a discriminator, played on PyTorch."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.gan_settings import GanSettings
from rnet.deep.shuffle import random_order
from rnet.deep.torch_engine import activation, adam, gradient_norm, session
from rnet.rng.state import generator as r_generator

Singles = npt.NDArray[np.float32]
State = dict[str, npt.NDArray[Any]]
"""The parameters of a network by name, with those that batch normalisation keeps."""

PENALTY = 10.0  # of the slope of a critic (Gulrajani et al. 2017)


@dataclass(frozen=True, slots=True)
class GameLoss:
    """A loss of the game, on sums of the discriminator before any logistic function.

    Attributes
    ----------
    discriminator : callable
        Sums of real cases, of generated ones, target of real ones -> loss.
    generator : callable
        Sums of generated cases -> loss.
    penalised : bool
        Whether the discriminator's slope is held near 1.
    """

    discriminator: Callable[[Any, Any, float], Any]
    generator: Callable[[Any], Any]
    penalised: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PlayedGame:
    """How a game ended.

    Attributes
    ----------
    generator, discriminator : dict of str to ndarray
    history : list of dict
        One for each epoch.
    samples : ndarray, shape (pictures, m, p)
        What the generator made of the same m latent points at several steps.
    sample_steps : list of int
    """

    generator: State
    discriminator: State
    history: list[dict[str, float]]
    samples: Singles
    sample_steps: list[int]


def game_losses(torch: Any) -> dict[str, GameLoss]:
    """Return the losses by name."""
    softplus = torch.nn.functional.softplus

    def versus(real: Any, fake: Any, target: float) -> Any:
        told = target * softplus(-real) + (1 - target) * softplus(real)
        return told.mean() + softplus(fake).mean()

    def squares(real: Any, fake: Any, target: float) -> Any:
        return ((real - target) ** 2).mean() / 2 + (fake**2).mean() / 2

    def gap(real: Any, fake: Any, target: float) -> Any:
        del target
        return fake.mean() - real.mean()

    return {
        "minimax": GameLoss(versus, lambda fake: -softplus(fake).mean()),
        "nonsaturating": GameLoss(versus, lambda fake: softplus(-fake).mean()),
        "least_squares": GameLoss(squares, lambda fake: ((fake - 1) ** 2).mean() / 2),
        "wasserstein": GameLoss(gap, lambda fake: -fake.mean(), penalised=True),
    }


def build_generator(torch: Any, settings: GanSettings, width: int) -> Any:
    """Return the network that makes cases of `width` numbers from latent points."""
    nn, parts = torch.nn, []
    below = settings.latent
    for units in settings.hidden:
        parts.append(nn.Linear(below, units, dtype=torch.float32, device="cpu"))
        if settings.batch_norm:
            parts.append(nn.BatchNorm1d(units, dtype=torch.float32, device="cpu"))
        parts += activation(nn, "relu")
        below = units
    parts.append(nn.Linear(below, width, dtype=torch.float32, device="cpu"))
    return nn.Sequential(*parts, *activation(nn, settings.output))


def build_discriminator(torch: Any, settings: GanSettings, width: int) -> Any:
    """Return the network that tells real cases from generated ones."""
    nn, parts = torch.nn, []
    below = width + int(settings.minibatch_sd)
    for units in settings.hidden_d:
        parts.append(nn.Linear(below, units, dtype=torch.float32, device="cpu"))
        parts += activation(nn, "leaky_relu")
        if settings.dropout:
            parts.append(nn.Dropout(settings.dropout))
        below = units
    return nn.Sequential(*parts, nn.Linear(below, 1, dtype=torch.float32, device="cpu"))


class Game:
    """The two networks, their optimisers and their moves."""

    def __init__(self, torch: Any, settings: GanSettings, x: Any) -> None:
        self.torch, self.settings, self.x = torch, settings, x
        self.maker = build_generator(torch, settings, x.shape[1])
        self.judge = build_discriminator(torch, settings, x.shape[1])
        rate_g, rate_d = settings.rate
        self.maker_step = adam(torch, self.maker.parameters(), lr=rate_g, betas=settings.betas)
        self.judge_step = adam(torch, self.judge.parameters(), lr=rate_d, betas=settings.betas)
        self.loss = game_losses(torch)[settings.loss]

    def score(self, cases: Any) -> Any:
        """Return the discriminator's sums, (n, 1)."""
        if self.settings.minibatch_sd:  # as one more input: how much the cases differ
            spread = cases.std(dim=0, correction=0).mean().expand(len(cases), 1)
            cases = self.torch.cat([cases, spread], dim=1)
        return self.judge(cases)

    def latent(self, count: int) -> Any:
        """Draw latent points."""
        return self.torch.randn(count, self.settings.latent, dtype=self.torch.float32)

    def teach_judge(self, real: Any) -> tuple[float, float]:
        """Let the discriminator learn from real and generated cases."""
        self.judge_step.zero_grad()
        with self.torch.no_grad():
            fake = self.maker(self.latent(len(real)))
        target = 1.0 - self.settings.label_smoothing
        loss = self.loss.discriminator(self.score(real), self.score(fake), target)
        if self.loss.penalised:
            loss = loss + PENALTY * self._slope_penalty(real, fake)
        loss.backward()
        norm = gradient_norm(self.torch, self.judge)
        self.judge_step.step()
        return float(loss.detach()), norm

    def _slope_penalty(self, real: Any, fake: Any) -> Any:
        share = self.torch.rand(len(real), 1)
        between = (share * real + (1 - share) * fake).requires_grad_()
        (slope,) = self.torch.autograd.grad(self.score(between).sum(), between, create_graph=True)
        return ((slope.norm(dim=1) - 1) ** 2).mean()

    def teach_maker(self, *, moves: bool) -> tuple[float, float]:
        """Let the generator learn, or only look where it would go."""
        self.maker_step.zero_grad()
        loss = self.loss.generator(self.score(self.maker(self.latent(self.settings.batch_size))))
        loss.backward()
        norm = gradient_norm(self.torch, self.maker)
        if moves:
            self.maker_step.step()
        return float(loss.detach()), norm

    def epoch(self, steps: int) -> tuple[dict[str, float], int]:
        """Show the discriminator all cases once; return means, and the steps so far."""
        s, totals = self.settings, {"loss": 0.0, "loss_d": 0.0, "grad_norm_g": 0.0}
        totals["grad_norm_d"] = 0.0
        self.maker.train()
        self.judge.train()
        moves = begin = 0
        for real in self._batches():
            loss, norm = self.teach_judge(real)
            totals["loss_d"] += loss
            totals["grad_norm_d"] += norm
            begin += 1
            if begin % s.k_d:
                continue
            for _ in range(max(s.k_g, 1)):
                loss, norm = self.teach_maker(moves=s.k_g > 0)
                totals["loss"] += loss
                totals["grad_norm_g"] += norm
                moves += 1
        counts = {"loss": moves, "grad_norm_g": moves}
        return {k: v / max(counts.get(k, begin), 1) for k, v in totals.items()}, steps + begin

    def _batches(self) -> Iterator[Any]:
        """Give whole minibatches in a new order."""
        size, cases = self.settings.batch_size, len(self.x)
        order = self.torch.from_numpy(random_order(cases, r_generator()))
        for start in range(0, cases - size + 1, size):
            yield self.x[order[start : start + size]]


def play(x: Singles, settings: GanSettings) -> PlayedGame:
    """Train both networks against each other.

    Raises
    ------
    RError
        If a loss is no number any more.
    """
    history: list[dict[str, float]] = []
    pictures, at, steps = [], [], 0
    with session(seeded=True) as torch, settings.bar() as advance:
        game = Game(torch, settings, torch.from_numpy(x))
        fixed = game.latent(settings.n_samples)
        shown = set(np.linspace(1, settings.n_epochs, settings.snapshots).round().astype(int))
        for epoch in range(1, settings.n_epochs + 1):
            means, steps = game.epoch(steps)
            if not all(map(np.isfinite, means.values())):
                raise _exploded(means, epoch, settings)
            history.append({"epoch": float(epoch), "step": float(steps), **means})
            if epoch in shown:
                pictures.append(_made(torch, game.maker, fixed))
                at.append(steps)
            if advance is not None:
                advance()
        return PlayedGame(_state(game.maker), _state(game.judge), history, np.stack(pictures), at)


def _exploded(means: dict[str, float], epoch: int, settings: GanSettings) -> RError:
    sick = [name for name in ("loss_d", "loss") if not np.isfinite(means[name])]
    who = "discriminator" if "loss_d" in sick else "generator"
    number = 1 if who == "discriminator" else 0
    return RError(
        f"the loss of the {who} exploded in epoch {epoch}",
        f"Try a rate below {settings.rate[number]:g}, or betas=(0.5, 0.999).",
    )


def _state(net: Any) -> State:
    return {name: tensor.numpy().copy() for name, tensor in net.state_dict().items()}


def _made(torch: Any, maker: Any, latent: Any) -> Singles:
    maker.eval()
    with torch.no_grad():
        found: Singles = maker(latent).numpy()
    return found


def generated(state: State, settings: GanSettings, width: int, latent: Singles) -> Singles:
    """Return what a generator makes of latent points, (n, width)."""
    with session() as torch:
        maker = build_generator(torch, settings, width)
        maker.load_state_dict({name: torch.from_numpy(array) for name, array in state.items()})
        return _made(torch, maker, torch.from_numpy(latent))


def realism(state: State, settings: GanSettings, x: Singles) -> Singles:
    """Return the discriminator's sums for cases, (n,): larger for what looks real."""
    with session() as torch, torch.no_grad():
        game = Game(torch, settings, torch.from_numpy(x))
        game.judge.load_state_dict({n: torch.from_numpy(array) for n, array in state.items()})
        game.judge.eval()
        found: Singles = game.score(game.x).numpy()[:, 0]
    return found
