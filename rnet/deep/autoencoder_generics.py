"""Functions of an autoencoder, mostly ANN2's: `encode(fit, newdata)` is `fit.encode(newdata)`."""

from typing import Any

from rnet.generics import call_method


def encode(object: Any, newdata: Any = None) -> Any:  # noqa: A002 - R's argument name
    """Return the codes of cases (ANN2's page `?encode`).

    Parameters
    ----------
    object : Autoencoder
    newdata : DataFrame or array_like, optional
        Cases; by default those fitted.

    Returns
    -------
    DataFrame
        Shape (n, k), a column for each code unit.

    Examples
    --------
    >>> from rnet import autoencoder, data, encode, set_seed
    >>> set_seed(1)
    >>> encode(autoencoder("~ speed + dist", data("cars"), hidden=1, n_epochs=2)).shape
    (50, 1)
    """
    return call_method(object, "encode", (newdata,), {})


def decode(object: Any, compressed: Any) -> Any:  # noqa: A002
    """Return what codes stand for (ANN2's page `?decode`).

    Parameters
    ----------
    object : Autoencoder
    compressed : DataFrame or array_like, shape (n, k)
        Codes, as `encode` returns them; a vector is one.

    Returns
    -------
    DataFrame
        Shape (n, p), on the scale of the data.

    Examples
    --------
    >>> from rnet import autoencoder, data, decode, set_seed
    >>> set_seed(1)
    >>> list(decode(autoencoder("~ speed + dist", data("cars"), hidden=1, n_epochs=2), [[0.5]]))
    ['speed', 'dist']
    """
    return call_method(object, "decode", (compressed,), {})


def reconstruct(object: Any, newdata: Any = None) -> Any:  # noqa: A002
    """Return what a model leaves of cases, with anomaly scores (ANN2's page `?reconstruct`).

    Parameters
    ----------
    object : Autoencoder or Rbm
    newdata : DataFrame or array_like, optional
        Cases; by default those fitted.

    Returns
    -------
    Reconstruction
        `reconstructed`, `anomaly_scores` (an error for each case) and `error`.

    Examples
    --------
    >>> from rnet import autoencoder, data, reconstruct, set_seed
    >>> set_seed(1)
    >>> fit = autoencoder("~ speed + dist", data("cars"), hidden=1, n_epochs=2)
    >>> reconstruct(fit).anomaly_scores.shape
    (50,)
    """
    return call_method(object, "reconstruct", (newdata,), {})


def compare_pca(object: Any, newdata: Any = None) -> Any:  # noqa: A002
    """Return an autoencoder's errors beside those of as many principal components (rnet's own).

    Parameters
    ----------
    object : Autoencoder
    newdata : DataFrame or array_like, optional
        Cases whose errors are compared; by default those fitted.

    Returns
    -------
    PcaComparison
        Errors of both, and the principal angles between their spaces.

    Examples
    --------
    >>> from rnet import autoencoder, compare_pca, data, set_seed
    >>> set_seed(1)
    >>> fit = autoencoder("~ . - Species", data("iris"), hidden=2, act="linear", optim="lbfgs")
    >>> found = compare_pca(fit)
    >>> bool(found.error >= found.error_pca)
    True
    """
    return call_method(object, "compare_pca", (newdata,), {})


def compression_plot(object: Any, newdata: Any = None, labels: Any = None) -> Any:  # noqa: A002
    """Draw all pairs of code units (ANN2's page `?compression_plot`).

    Parameters
    ----------
    object : Autoencoder
    newdata : DataFrame or array_like, optional
        Cases; by default those fitted.
    labels : array_like, optional
        A class for each case: colours.

    Returns
    -------
    Figure
        Of matplotlib.

    Examples
    --------
    >>> from rnet import autoencoder, compression_plot, data, set_seed
    >>> set_seed(1)
    >>> fit = autoencoder("~ . - Species", data("iris"), hidden=2, n_epochs=2)
    >>> len(compression_plot(fit).axes)
    4
    """
    return call_method(object, "plot", ("compression", newdata), {"labels": labels})


def reconstruction_plot(object: Any, newdata: Any = None, which: Any = None) -> Any:  # noqa: A002
    """Draw cases and what is left of them (ANN2's page `?reconstruction_plot`).

    Parameters
    ----------
    object : Autoencoder
    newdata : DataFrame or array_like, optional
        Cases; by default those fitted.
    which : sequence of int, optional
        Numbers of cases, counted from 1; by default the first ten.

    Returns
    -------
    Figure
        Of matplotlib.

    Examples
    --------
    >>> from rnet import autoencoder, data, reconstruction_plot, set_seed
    >>> set_seed(1)
    >>> fit = autoencoder("~ . - digit", data("digits"), hidden=8, n_epochs=2)
    >>> [label.get_text() for label in reconstruction_plot(fit).axes[0].get_yticklabels()]
    ['data', 'autoencoder', 'PCA']
    """
    return call_method(object, "plot", ("reconstruction", newdata), {"which": which})
