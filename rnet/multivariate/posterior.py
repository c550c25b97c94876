"""Probabilities of groups, given squared distances: the rules of `lda` and `qda`.

Ripley (1996), Pattern Recognition and Neural Networks, section 2.4.
"""

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


def normalised(logs: Doubles) -> Doubles:
    """Return probabilities from their logarithms up to a constant a row, shape (n, groups)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.exp(logs - logs.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float64)


def plug_in(distances: Doubles, prior: Doubles) -> Doubles:
    """Take the estimated means and covariance for the true ones."""
    return normalised(_log(prior) - 0.5 * distances)


def debiased(distances: Doubles, prior: Doubles, counts: Doubles, dimensions: int) -> Doubles:
    """Correct the logarithm for bias as R does: by -k/n of the group, where theory has +k/2n."""
    freedom = counts.sum() - len(counts)
    unbiased = (freedom - dimensions - 1) / freedom * distances
    return normalised(_log(prior) - 0.5 * unbiased - dimensions / counts)


def predictive(distances: Doubles, prior: Doubles, counts: Doubles, variables: int) -> Doubles:
    """Integrate the parameters out; distances are those of cases scaled up, divided by n."""
    n, groups = counts.sum(), len(counts)
    shrunk = counts / (counts + 1)
    logs = _log(prior) + 0.5 * variables * np.log(shrunk)
    return normalised(logs - 0.5 * (n - groups + 1) * np.log1p(distances * shrunk / n))


def plug_in_quadratic(distances: Doubles, prior: Doubles, determinants: Doubles) -> Doubles:
    """As `plug_in`, for groups with covariances of their own (log determinants)."""
    return normalised(_log(prior) - 0.5 * determinants - 0.5 * distances)


def debiased_quadratic(
    distances: Doubles, prior: Doubles, determinants: Doubles, counts: Doubles, variables: int
) -> Doubles:
    """As R has it: the sum of digamma runs over as many terms as there are groups."""
    logs = _log(prior) - 0.5 * determinants
    logs = logs - 0.5 * (variables * np.log(counts - 1) - _digammas(counts))
    unbiased = (counts - variables) / (counts - 1) * distances - variables / counts
    return normalised(logs - 0.5 * unbiased)


def _digammas(counts: Doubles) -> Doubles:
    from scipy.special import digamma  # noqa: PLC0415 - SciPy is heavy

    halves = (counts[:, None] - np.arange(1, len(counts) + 1)) / 2
    poles = (halves <= 0) & (halves == np.floor(halves))
    return np.asarray(np.where(poles, np.nan, digamma(halves)).sum(axis=1), dtype=np.float64)


def predictive_quadratic(
    distances: Doubles, prior: Doubles, determinants: Doubles, counts: Doubles, variables: int
) -> Doubles:
    """Integrate means and covariances out."""
    logs = _log(prior) - 0.5 * determinants - 0.5 * variables * np.log(counts + 1)
    return normalised(logs - 0.5 * counts * np.log1p(distances / (counts + 1)))


def _log(prior: Doubles) -> Doubles:
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(prior), dtype=np.float64)
