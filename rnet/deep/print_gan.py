"""The texts of generators and discriminators."""

from rnet.deep.gan_model import Gan, SummaryGan
from rnet.deep.gan_settings import GanSettings
from rnet.deep.print_mlp import format_call, format_length
from rnet.deep.wording import counted
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text

DIGITS = 4


def format_gan(fit: Gan) -> str:
    """Return call, the two networks, number of parameters, and how the game ended."""
    last = fit.history.iloc[-1]
    loss, loss_d = (number_text(float(last[name]), DIGITS) for name in ("loss", "loss_d"))
    width = len(fit.encoder.input_names)
    what = counted(width, "variable") if fit.image is None else " x ".join(map(str, fit.image))
    what = what if fit.image is None else f"{what} pictures"
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            f"Generator of {what} from {counted(fit.settings.latent, 'latent dimension')}",
            "",
            _table(fit, width),
            "",
            counted(fit.parameters, "parameter"),
            f"{format_length(last)}, {fit.settings.loss}: generator {loss}, discriminator {loss_d}",
        ]
    )


def format_summary(summary: SummaryGan) -> str:
    """Return what is printed of the fit, and how it was trained."""
    return "\n".join([format_gan(summary.object), *format_settings(summary.object.settings)])


def format_settings(s: GanSettings) -> list[str]:
    """Return lines on Adam, the rhythm of the game, and what holds it together."""
    adam = f"Adam, learning rates {s.rate[0]:g} and {s.rate[1]:g}, betas {s.betas[0]:g}, "
    lines = [
        f"{adam}{s.betas[1]:g}, batches of {s.batch_size}",
        f"{counted(s.k_d, 'step')} of the discriminator to {s.k_g} of the generator",
    ]
    extras = {
        "batch normalisation": s.batch_norm,
        "minibatch standard deviation": s.minibatch_sd,
        f"dropout {s.dropout:g}": s.dropout > 0,
        f"label smoothing {s.label_smoothing:g}": s.label_smoothing > 0,
    }
    used = [name for name, there in extras.items() if there]
    return [*lines, ", ".join(used)] if used else lines


def _table(fit: Gan, width: int) -> str:
    s = fit.settings
    rows = [
        (str(s.latent), s.hidden, str(width), s.output),
        (str(width), s.hidden_d, "1", "linear"),
    ]
    cells = [[a, ", ".join(map(str, hidden)), b, act] for a, hidden, b, act in rows]
    columns = ["inputs", "hidden", "outputs", "act"]
    return format_matrix(cells, ["generator", "discriminator"], columns, right=True)
