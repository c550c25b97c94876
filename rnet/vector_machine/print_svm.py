"""R's text of a machine and of its summary."""

from dataclasses import dataclass
from typing import ClassVar

from rnet.language.deparse import deparse
from rnet.printing.numbers import number_text
from rnet.record import Record
from rnet.settings import current
from rnet.vector_machine.svm_model import SVM

CALL_SHARE_OF_WIDTH = 0.8


@dataclass(frozen=True, slots=True, repr=False)
class SummarySVM(Record):
    """The summary of a machine: its text tells classes and their support vectors too.

    Attributes
    ----------
    fit : SVM
        The machine; the components are its own.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = SVM.COMPONENTS

    fit: SVM

    def names(self) -> list[str]:
        """Return the names of the machine's components."""
        return self.fit.names()

    def __getitem__(self, name: str) -> object:
        """Return a component of the machine."""
        return self.fit[name]

    def __str__(self) -> str:
        return format_summary(self.fit)


def format_svm(fit: SVM) -> str:
    """Return what R prints for a machine, without the last newline."""
    return _printed(fit).removesuffix("\n")


def format_summary(fit: SVM) -> str:
    """Return what R prints for the summary of a machine, without the last newline."""
    kind = fit.settings.type
    single = "" if kind.classifies or kind.regresses else "\nNumber of Classes: 1\n\n\n"
    return f"{_printed(fit)}{_classes(fit)}\n\n{single}{_folds(fit)}\n"


def _printed(fit: SVM) -> str:
    call = "\n".join(deparse(fit.call, width=int(CALL_SHARE_OF_WIDTH * current().width)))
    return (
        f"\nCall:\n{call}\n\n\nParameters:\n{_parameters(fit)}"
        f"\nNumber of Support Vectors:  {fit.tot_nSV}\n\n"
    )


def _classes(fit: SVM) -> str:
    if not fit.settings.type.classifies:
        return ""
    counts = "".join(f" {count}" for count in fit.nSV)
    levels = "".join(f" {level}" for level in fit.class_levels)
    return f" ({counts} )\n\n\nNumber of Classes:  {fit.nclasses} \n\nLevels: \n{levels}"


def _folds(fit: SVM) -> str:
    result = fit.cross_validation
    if result is None:
        return ""
    values = "".join(f" {_number(value)}" for value in result.folds)
    total = _number(result.total)
    if result.squared_correlation is None:
        lines = f"Total Accuracy: {total} \nSingle Accuracies:\n{values} \n\n"
    else:
        lines = (
            f"Total Mean Squared Error: {total} \n"
            f"Squared Correlation Coefficient: {_number(result.squared_correlation)} \n"
            f"Mean Squared Errors:\n{values} \n\n"
        )
    return f"{len(result.folds)}-fold cross-validation on training data:\n\n{lines}"


def _parameters(fit: SVM) -> str:
    settings = fit.settings
    kind, kernel = settings.type, settings.kernel
    lines = (
        (True, "   SVM-Type: ", kind.name),
        (True, " SVM-Kernel: ", kernel.name),
        (kind.uses_cost, "       cost: ", _number(settings.cost)),
        (kernel.prints_degree, "     degree: ", _number(settings.parameters.degree)),
        (kind.prints_gamma, "      gamma: ", _number(settings.parameters.gamma)),
        (kernel.prints_coef0, "     coef.0: ", _number(settings.parameters.coef0)),
        (kind.uses_nu, "         nu: ", _number(settings.nu)),
        (kind.uses_epsilon, "    epsilon: ", _number(settings.epsilon)),
    )
    text = "".join(f"{label} {value} \n" for shown, label, value in lines if shown)
    if kind.uses_epsilon:
        sigma = "" if fit.sigma is None else f"Sigma:  {_number(fit.sigma)} \n\n"
        return f"{text}\n{sigma}"
    return text


def _number(value: float) -> str:
    """Return a number as `cat` writes it."""
    return number_text(value, current().digits)
