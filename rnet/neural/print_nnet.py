"""The texts of networks with one hidden layer, and of their fitting."""

import itertools
import sys
from collections.abc import Callable

from rnet.neural.nnet_fit import NnetFit, Report
from rnet.neural.nnet_model import Nnet
from rnet.printing.numbers import format_real, number_text
from rnet.printing.rounding import round_r
from rnet.printing.vectors import format_named_vector


def format_nnet(fit: Nnet) -> str:
    """Return what R prints of a network: sizes, variables, options."""
    lines = [_sizes(fit)]
    if fit.coefnames:
        lines.append(f"inputs: {' '.join(fit.coefnames)} ")
        assert fit.data.origin is not None
        lines.append(f"output(s): {fit.data.origin.response_text} ")
    return "\n".join([*lines, _options(fit)])


def format_nnet_summary(fit: Nnet) -> str:
    """Return what R prints of a network's summary: the weights, unit by unit."""
    cells = format_real(round_r(fit.wts, 2))
    names = fit.architecture.names
    ends = fit.architecture.offsets.tolist()
    blocks = [
        format_named_vector(cells[start:end], names[start:end])
        for start, end in itertools.pairwise(ends)
        if end > start
    ]
    return "\n".join([_sizes(fit), _options(fit), *blocks])


def _sizes(fit: Nnet) -> str:
    net = fit.architecture
    return f"a {net.inputs}-{net.hidden}-{net.outputs} network with {net.weights} weights"


def _options(fit: Nnet) -> str:
    decay = float(fit.decay[0])
    parts = [
        " skip-layer connections " if fit.architecture.skip else "",
        fit.architecture.criterion.label,
        f" decay={number_text(decay, 7)}" if decay > 0 else "",
    ]
    return "options were -" + "".join(parts)


def format_weight_count(count: int, free: int) -> str:
    """Return the first line of the trace."""
    variable = "" if free == count else f" ({free} variable)"
    return f"# weights:  {count}{variable}"


def format_iteration(iteration: int, value: float) -> str:
    """Return the line of the trace at the start (iteration 0) or after an iteration."""
    return f"initial  value {value:f} " if iteration == 0 else f"iter{iteration:4d} value {value:f}"


def format_end(fit: NnetFit) -> str:
    """Return the last two lines of the trace."""
    how = "converged" if fit.converged else f"stopped after {fit.iterations} iterations"
    return f"final  value {fit.value:f} \n{how}"


def writer(trace: bool) -> Callable[[str], None]:
    """Return what writes a line of the trace; nothing without one."""

    def write(line: str) -> None:
        sys.stdout.write(line + "\n")

    def keep_quiet(line: str) -> None:
        del line

    return write if trace else keep_quiet


def reporter(write: Callable[[str], None]) -> Report:
    """Return the minimiser's report that writes lines of the trace."""

    def report(iteration: int, value: float) -> None:
        write(format_iteration(iteration, value))

    return report
