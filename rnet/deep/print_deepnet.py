"""What deepnet's networks and machines show: R prints the whole list, Python a few lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rnet.printing.frame import format_frame
from rnet.printing.numbers import number_text

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from rnet.deep.deepnet_nn import DeepnetNN
    from rnet.deep.deepnet_rbm import DeepnetDBN, DeepnetRBM
    from rnet.deep.deepnet_summary import SummaryDeepnet

DIGITS = 4


def format_deepnet_nn(fit: "DeepnetNN") -> str:
    """Return size, settings and loss of a network."""
    size = fit.size.tolist()
    count = sum((inputs + 1) * units for inputs, units in pairwise(size))
    lines = [
        f"deepnet network, {'-'.join(map(str, size))}",
        f"hidden units {fit.activationfun}, outputs {fit.output}; {count} weights and biases",
        f"{_rates(fit)}{_dropout(fit)}",
    ]
    if fit.L is not None:
        lines.append(_course("loss", fit.L))
    return "\n".join(lines)


def format_deepnet_rbm(fit: "DeepnetRBM") -> str:
    """Return size, settings and error of a machine."""
    visible, hidden = fit.size.tolist()
    return "\n".join(
        [
            "deepnet restricted Boltzmann machine",
            f"{visible} visible units {fit.visible_type}, {hidden} hidden units {fit.hidden_type}",
            f"{_rates(fit)}, cd {_number(fit.cd)}",
            _course("error", fit.e),
        ]
    )


def format_deepnet_dbn(fit: "DeepnetDBN") -> str:
    """Return the sizes of a stack of machines, and each one's last error."""
    lines = [f"deepnet stack of restricted Boltzmann machines, {'-'.join(map(str, fit.size))}"]
    lines += [
        f"machine {layer}: {_course('error', machine.e)}"
        for layer, machine in enumerate(fit.rbm, start=1)
    ]
    return "\n".join(lines)


def format_summary(summary: "SummaryDeepnet") -> str:
    """Return what the fit shows, its layers and the number of parameters."""
    text = str(summary.object)
    return f"{text}\n\n{format_frame(summary.frame)}\n\n{summary.parameters} parameters"


def _rates(fit: "DeepnetNN | DeepnetRBM") -> str:
    rate, scale = _number(fit.learningrate), _number(fit.learningrate_scale)
    scaled = "" if fit.learningrate_scale == 1 else f" (times {scale} an epoch)"
    return f"learning rate {rate}{scaled}, momentum {_number(fit.momentum)}"


def _dropout(fit: "DeepnetNN") -> str:
    shares = (("hidden", fit.hidden_dropout), ("visible", fit.visible_dropout))
    return "".join(f", {name} dropout {_number(share)}" for name, share in shares if share > 0)


def _course(name: str, values: "npt.NDArray[np.float64] | Sequence[float]") -> str:
    first, last = _number(float(values[0])), _number(float(values[-1]))
    return f"{name} {first} at the first of {len(values)} steps, {last} at the last"


def _number(value: float) -> str:
    return number_text(float(value), DIGITS)
