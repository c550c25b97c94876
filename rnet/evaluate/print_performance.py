"""The text of ROCR's objects."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnet.evaluate.performance import Performance
    from rnet.evaluate.scored_prediction import ScoredPrediction


def format_prediction(scored: "ScoredPrediction") -> str:
    """Return what R shows for a prediction object."""
    count = len(scored.runs)
    told = f"{len(scored.runs[0].scores)} data points"
    if count > 1:
        told = f"{count} cross validation runs (equal lengths)"
    return f"A prediction instance\n  with {told}"


def format_performance(measured: "Performance") -> str:
    """Return what R shows for a performance object."""
    head = "A performance instance\n"
    count = len(measured.y_values)
    if not measured.x_values:
        runs = f"\n  for {count} cross validation runs " if count > 1 else ""
        return f"{head}  '{measured.y_name}'{runs}"
    curve = f"  '{measured.x_name}' vs. '{measured.y_name}' (alpha: '{measured.alpha_name}')"
    told = f"with {len(measured.y_values[0])} data points"
    if count > 1:
        told = f"for {count} cross validation runs "
    return f"{head}{curve}\n  {told}"
