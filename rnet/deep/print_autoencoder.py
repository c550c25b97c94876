"""The text of autoencoders."""

from rnet.deep.autoencoder_model import Autoencoder, SummaryAutoencoder
from rnet.deep.print_mlp import format_call, format_layers, format_settings, format_training
from rnet.deep.wording import counted


def format_autoencoder(fit: Autoencoder) -> str:
    """Return call, layers, number of parameters, and how training ended."""
    kind = "bit" if fit.binary else "number"
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            f"Autoencoder of {counted(len(fit.encoder.input_names), 'variable')}: "
            f"code of {counted(fit.code_units, kind)} (layer {fit.code_layers})",
            "",
            format_layers(fit.layers),
            "",
            counted(fit.parameters, "parameter"),
            format_training(fit.history, fit.settings.loss.name, fit.best_epoch),
        ]
    )


def format_summary(summary: SummaryAutoencoder) -> str:
    """Return what is printed of the fit, and how it was trained."""
    fit = summary.object
    return "\n".join([format_autoencoder(fit), *format_settings(fit.settings)])
