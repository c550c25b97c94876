"""Compare `mlp` with scikit-learn and PyTorch: `OMP_NUM_THREADS=1 python benchmarks/deep.py`.

The same net, the same epochs and minibatches, one thread; the formula and the data frame are part
of rnet's time, making of tensors is not part of PyTorch's. Shown are the processor seconds of the
fastest of several runs, taken in turns, and the ratios. `--quick` leaves out the large nets.

A second table sets `nn_train` beside its update equations written out line by line in NumPy
(`tests/support/deepnet_transcription.py`): the same numbers, from the same random stream.
"""

import argparse
import itertools
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from rnet import class_ind, data, mlp, nn_train, sample, set_seed
from rnet.rng.state import generator

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
import deepnet_transcription

REPEATS = 5


@dataclass(frozen=True)
class Case:
    """A net, and how it is trained."""

    name: str
    hidden: tuple[int, ...]
    epochs: int
    batch: int
    optimizer: str = "adam"
    activation: str = "relu"
    rows: int = 0
    columns: int = 0
    large: bool = False


CASES = (
    Case("digits, 64-64-32-10, Adam, 32", (64, 32), 20, 32),
    Case("digits, 64-64-32-10, SGD, 32", (64, 32), 20, 32, "momentum"),
    Case("digits, 64-100-10 logistic, Adam, 32", (100,), 20, 32, activation="logistic"),
    Case("digits, 64-64-32-10, Adam, 200", (64, 32), 50, 200),
    Case("5,000 x 784, 784-256-128-10, Adam, 64", (256, 128), 3, 64,
         rows=5000, columns=784, large=True),
)  # fmt: skip


def problem(case: Case) -> tuple[np.ndarray, np.ndarray, pd.DataFrame]:
    """Return inputs, classes, and both as a data frame."""
    if not case.rows:
        digits = data("digits")
        inputs = digits.drop(columns="digit").to_numpy(dtype=float)
        return inputs, digits["digit"].cat.codes.to_numpy(), digits
    stream = np.random.default_rng(1)
    inputs = stream.random((case.rows, case.columns))
    classes = stream.integers(0, 10, case.rows)
    frame = pd.DataFrame(inputs, columns=[f"p{k}" for k in range(case.columns)])
    return inputs, classes, frame.assign(digit=pd.Categorical(classes.astype(str)))


def with_rnet(case: Case, frame: pd.DataFrame) -> Callable[[], object]:
    """Return a training by `mlp`."""

    def run() -> object:
        set_seed(1)
        return mlp(
            "digit ~ .", frame, hidden=case.hidden, act=case.activation, optim=case.optimizer,
            learn_rates=0.001, n_epochs=case.epochs, batch_size=case.batch, progress=False,
        )  # fmt: skip

    return run


def with_sklearn(case: Case, x: np.ndarray, y: np.ndarray) -> Callable[[], object]:
    """Return a training by scikit-learn."""
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415 - counted to nobody

    solver = {"adam": "adam", "momentum": "sgd"}[case.optimizer]

    def run() -> object:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the limit of epochs is meant
            return MLPClassifier(
                case.hidden, activation=case.activation, solver=solver, alpha=0.0, tol=0.0,
                batch_size=case.batch, max_iter=case.epochs, n_iter_no_change=case.epochs,
                nesterovs_momentum=False, random_state=1,
            ).fit(x, y)  # fmt: skip

    return run


def with_torch(case: Case, x: np.ndarray, y: np.ndarray) -> Callable[[], object] | None:
    """Return a training by PyTorch in its usual single precision; None where there is none."""
    try:
        import torch  # noqa: PLC0415 - may be missing
    except ImportError:
        return None
    torch.set_num_threads(1)
    inputs, classes = torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.int64)
    kind = {"relu": torch.nn.ReLU, "logistic": torch.nn.Sigmoid}[case.activation]

    def run() -> object:
        sizes, parts = (x.shape[1], *case.hidden), []
        for p, q in itertools.pairwise(sizes):
            parts += [torch.nn.Linear(p, q), kind()]
        net = torch.nn.Sequential(*parts, torch.nn.Linear(sizes[-1], 10))
        if case.optimizer == "adam":
            rule = torch.optim.Adam(net.parameters(), lr=0.001)
        else:
            rule = torch.optim.SGD(net.parameters(), lr=0.001, momentum=0.9)
        loss = torch.nn.CrossEntropyLoss()
        for _ in range(case.epochs):
            order = torch.randperm(len(inputs))
            rows, wanted = inputs[order], classes[order]
            for start in range(0, len(inputs), case.batch):
                rule.zero_grad()
                batch = slice(start, start + case.batch)
                loss(net(rows[batch]), wanted[batch]).backward()
                rule.step()
        return net

    return run


def seconds(run: Callable[[], object]) -> float:
    """Return the processor seconds of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def deepnet_problems() -> list[tuple[str, np.ndarray, np.ndarray, dict[str, Any]]]:
    """Return networks for `nn_train`: a name, x, y, and the settings."""
    infert, iris, digits = data("infert"), data("iris"), data("digits")
    women = infert[["parity", "induced", "spontaneous"]].to_numpy(dtype=float)
    flowers, kinds = iris.iloc[:, :4].to_numpy(), np.asarray(class_ind(iris["Species"]))
    pixels, classes = digits.drop(columns="digit").to_numpy(dtype=float), digits["digit"]
    stream = np.random.default_rng(1)
    large = stream.random((2000, 784)), np.eye(10)[stream.integers(0, 10, 2000)]
    few, soft = {"hidden": 5, "numepochs": 200, "batchsize": 31}, {"output": "softmax"}
    tanh = soft | {"hidden": (7, 5), "activationfun": "tanh", "learningrate": 0.1}
    batches = {"numepochs": 200, "batchsize": 35}
    deep = soft | {"hidden": (30, 20), "numepochs": 20, "batchsize": 50}
    return [
        ("infert, 3-5-1, 31", women, infert["case"].to_numpy(dtype=float), few),
        ("iris, 4-7-5-3 tanh, 35", flowers, kinds, tanh | batches),
        ("the same, half of the units dropped", flowers, kinds,
         tanh | batches | {"hidden_dropout": 0.5}),
        ("digits, 64-30-20-10, 50", pixels, np.asarray(class_ind(classes)), deep),
        ("2,000 x 784, 784-100-10, 100", *large, soft | {"hidden": 100}),
    ]  # fmt: skip


def transcribed(quick: bool) -> None:
    """Write the table of `nn_train` beside its equations."""
    print("| nn_train | rnet, s | equations in NumPy, s | equations / rnet |")
    print("|---|---|---|---|")
    for name, x, y, settings in deepnet_problems()[: -1 if quick else None]:

        def ours(x: Any = x, y: Any = y, settings: Any = settings) -> object:
            set_seed(1)
            return nn_train(x, y, **settings)

        def theirs(x: Any = x, y: Any = y, settings: Any = settings) -> object:
            set_seed(1)
            return deepnet_transcription.nn_train(
                generator(), x, y, draw_permutation=lambda _g, m: sample(m) - 1, **settings
            )

        times = [[seconds(ours), seconds(theirs)] for _ in range(REPEATS)]
        mine, written = np.min(times, axis=0)
        print(f"| {name} | {mine:.3f} | {written:.3f} | {written / mine:.1f} |")


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the large net")
    quick = parser.parse_args().quick
    transcribed(quick)
    print("\n| net | rnet, s | scikit-learn, s | torch, s | scikit-learn / rnet | torch / rnet |")
    print("|---|---|---|---|---|---|")
    for case in CASES:
        if case.large and quick:
            continue
        x, y, frame = problem(case)
        runs = (with_rnet(case, frame), with_sklearn(case, x, y), with_torch(case, x, y))
        times = [
            [seconds(run) if run is not None else np.nan for run in runs] for _ in range(REPEATS)
        ]
        rnet, sklearn, torch = np.min(times, axis=0)
        cells = f"{rnet:.3f} | {sklearn:.3f} | {torch:.3f} | {sklearn / rnet:.2f}"
        print(f"| {case.name} | {cells} | {torch / rnet:.2f} |")


if __name__ == "__main__":
    main()
