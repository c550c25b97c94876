"""The text of autoencoders."""

from rnet.deep.autoencoder_model import Autoencoder, SummaryAutoencoder
from rnet.deep.print_mlp import format_call, format_layers, format_settings, format_training


def format_autoencoder(fit: Autoencoder) -> str:
    """Return call, layers, number of parameters, and how training ended."""
    kind = "bits" if fit.binary else "numbers"
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            f"Autoencoder of {len(fit.encoder.input_names)} variables: "
            f"code of {fit.code_units} {kind} (layer {fit.code_layers})",
            "",
            format_layers(fit.layers),
            "",
            f"{fit.parameters} parameters",
            format_training(fit.history, fit.settings.loss.name, fit.best_epoch),
        ]
    )


def format_summary(summary: SummaryAutoencoder) -> str:
    """Return what is printed of the fit, and how it was trained."""
    fit = summary.object
    return "\n".join([format_autoencoder(fit), *format_settings(fit.settings)])
