"""The text of a diagnosis, and of the warning that a network did not converge."""

from rnet.neural.diagnose import Diagnosis

NOTHING = "Nothing unusual was found."
OTHER_STARTS = "Try other start weights (rep=10), or another algorithm."


def format_diagnosis(diagnosis: Diagnosis) -> str:
    """Return how the repetition ended, each finding, and what to try."""
    end = "converged" if diagnosis.converged else "did not converge"
    lines = [
        f"Repetition {diagnosis.repetition} {end} in {diagnosis.steps:g} steps.",
        f"Largest derivative: {diagnosis.reached:.4g} at the end, {diagnosis.smallest:.4g} at "
        f"best; threshold: {diagnosis.threshold:g}.",
        f"Error: {diagnosis.error_at_start:.4g} at the start, {diagnosis.error:.4g} at the end, "
        f"{diagnosis.error_later:.4g} after some more steps.",
        "",
    ]
    for number, finding in enumerate(diagnosis.findings, 1):
        lines += [f"{number}. {_sentence(finding.text)}", f"   Try {finding.advice}."]
    if not diagnosis.findings:
        lines.append(NOTHING if diagnosis.converged else f"{NOTHING} {OTHER_STARTS}")
    return "\n".join(lines)


def format_reasons(diagnosis: Diagnosis) -> str:
    """Return the lines below R's warning: how far it was, why, what to try."""
    lines = [
        f"The largest derivative came down to {diagnosis.smallest:.3g} at best (threshold "
        f"{diagnosis.threshold:g})."
    ]
    lines += [f"{_sentence(f.text)} Try {f.advice}." for f in diagnosis.findings]
    if not diagnosis.findings:
        lines.append(OTHER_STARTS)
    return "\n".join([*lines, "fit.diagnose() says more."])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
