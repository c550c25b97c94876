"""R's text of what `tune` returns, and of its summary."""

from rnet.printing.frame import format_frame
from rnet.printing.numbers import number_text
from rnet.settings import current
from rnet.vector_machine.tune_result import Tune


def format_tune(tuned: Tune) -> str:
    """Return what R prints, without the last newline."""
    return _printed(tuned).removesuffix("\n")


def format_summary(tuned: Tune) -> str:
    """Return what R prints for the summary, without the last newline."""
    details = ""
    if tuned.nparcomb > 1 and tuned.performances is not None:
        details = f"- Detailed performance results:\n{format_frame(tuned.performances)}\n\n"
    return f"{_printed(tuned)}{details}".removesuffix("\n")


def _printed(tuned: Tune) -> str:
    error = ""
    if tuned.best_performance is not None:
        error = number_text(tuned.best_performance, current().digits)
    if tuned.nparcomb == 1:
        return f"\nError estimation of ‘{tuned.method}’ using {tuned.sampling}: {error}\n\n"
    best = tuned.best_parameters
    setting = format_frame(best, row_names=[""] * len(best))
    return (
        f"\nParameter tuning of ‘{tuned.method}’:\n\n"
        f"- sampling method: {tuned.sampling} \n\n"
        f"- best parameters:\n{setting}\n\n"
        f"- best performance: {error} \n\n"
    )
