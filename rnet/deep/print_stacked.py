"""The texts of networks with pre-trained layers."""

from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.print_mlp import format_call, format_failure, format_layers, format_training
from rnet.deep.stacked_model import Stacked
from rnet.deep.wording import counted
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text


def format_stacked(fit: Stacked, name: str) -> str:
    """Return call, how the layers were pre-trained, and the network after fine-tuning."""
    net = fit.net
    levels = net.outputs.levels
    what = f"{len(levels)} classes" if levels else ", ".join(net.outputs.names)
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            f"{name} of {counted(len(fit.layers), 'layer')}: {what}",
            "",
            "Pre-training:",
            _pretraining(fit),
            "",
            "Fine-tuning:",
            format_layers(net.layers),
            "",
            counted(net.parameters, "parameter"),
            format_training(net.history, net.settings.loss.name, net.best_epoch),
            *format_failure(net),
        ]
    )


def _pretraining(fit: Stacked) -> str:
    cells = []
    for part in fit.layers:
        last = part.history.iloc[-1]
        inputs, units = _shape(part)
        error = number_text(float(last["loss"]), 4)
        cells.append([str(inputs), str(units), str(int(last["epoch"])), error])
    rows = [str(number) for number in range(1, len(cells) + 1)]
    heads = ["inputs", "units", "epochs", "loss"]
    return format_matrix(cells, rows, heads, right=True, quote=False)


def _shape(part: object) -> tuple[int, int]:
    weights = part.layers[0].weights if isinstance(part, Autoencoder) else part.machine.weights  # type: ignore[attr-defined]
    return weights.shape[0], weights.shape[1]
