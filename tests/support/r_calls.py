"""Recorded calls of e1071 and neuralnet run through the evaluator, part by part."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from neural_cases import dataset, needs_output_act_fct
from oracles import number
from r_sessions import ORACLES, Outcome, failure, first_difference, read, safely

from rnet import options
from rnet.interpreter.bridge import from_python
from rnet.interpreter.coerce import doubles
from rnet.interpreter.session import Session, Step
from rnet.interpreter.signalling import message_of

E1071 = ("svm", "tune", "naivebayes", "misc")
PACKAGES = ["datasets", "MASS", "mlbench", "e1071", "nnet", "class", "neuralnet"]
TOLERANCE = 1e-6
"""Relative, of fitted numbers: the fits' own tests hold them to tighter bounds."""
SOFTPLUS = "softplus <- function(x) log(1 + exp(x))"


def call_files() -> list[Path]:
    """Return the files of recorded calls; the folder of neuralnet's cases stands for all."""
    return [
        *(ORACLES / "e1071" / f"{name}.json" for name in E1071),
        ORACLES / "neuralnet" / "cases",
    ]


def run_calls(path: Path) -> list[Outcome]:
    """Run every call recorded in a file, or in a folder of cases."""
    if path.is_dir():
        cases = [read(case) for case in sorted(path.glob("*.json"))]
        return [outcome for case in cases for outcome in run_network(case)]
    cases = read(path)["cases"]
    items = cases.items() if isinstance(cases, dict) else ((case["id"], case) for case in cases)
    return [outcome for name, case in items for outcome in run_call(name, case)]


def run_call(name: str, case: dict[str, Any]) -> Iterator[Outcome]:
    """Run one call of e1071: warnings or error, what is printed, the next random number."""
    with options(digits=7, width=80, scipen=0, r_version="4.2"):
        session = Session()
        session.attached += PACKAGES
        if case.get("setup"):
            safely(session, case["setup"])
        if case.get("seed") is not None:
            safely(session, f"set.seed({case['seed']})")
        value = "print" in case and "model" not in case and "tune" not in case
        written = re.sub(" {4,}", "\n", case["code"])  # the recording lost line ends
        code = f".v <- {written}" if value else f"m <- {written}"
        step = safely(session, code)
        yield _compared(f"{name}:call", case["code"], _reason(step, case))
        if case.get("error") is not None:
            return
        if value and case.get("print") is not None:
            yield _text(f"{name}:text", case["code"], safely(session, ".v"), case["print"])
        uniform = case.get("runif1_after_fit", case.get("runif1_after"))
        if uniform is not None:
            found = safely(session, "u <- runif(1)").value
            same = found is not None and doubles(found).tolist() == [uniform]
            reason = "" if same else f"{found}, not {uniform}"
            yield _compared(f"{name}:runif", "runif(1)", reason)
        if not value:
            yield from _shown(name, case, session)


def _shown(name: str, case: dict[str, Any], session: Session) -> Iterator[Outcome]:
    wanted = {"print(m)": "print", "summary(m)": "summary", "m$best.model": "best.model.print"}
    for code, key in wanted.items():
        if case.get(key) is not None:
            yield _text(f"{name}:{key}", code, safely(session, code), case[key])
    if case.get("table_print") is not None:
        code = "table(infert$case, predict(m) > 0.5)"
        yield _text(f"{name}:table", code, safely(session, code), case["table_print"])
    part = case.get("model") or case.get("tune") or {}
    for code, key in {"names(m)": "names", "class(m)": "class"}.items():
        if part.get(key) is not None:
            found = safely(session, f".v <- {code}")
            names = [] if found.value is None else list(np.atleast_1d(_data(found.value)))
            wanted_names = list(np.atleast_1d(part[key]))
            if "xlevels" not in wanted_names:  # newer e1071 lists it always
                names = [one for one in names if one != "xlevels"]
            reason = failure(found) or (
                "" if names == wanted_names else f"{names}, not {wanted_names}"
            )
            yield _compared(f"{name}:{key}", code, reason)


def _data(value: Any) -> Any:
    return getattr(value, "data", value)


def _reason(step: Step, case: dict[str, Any]) -> str:
    wanted = case.get("error")
    if wanted is not None:
        if step.error is None or step.error.condition is None:
            return failure(step) or f"no error, but {wanted!r}"
        found = message_of(step.error.condition)
        return "" if found == wanted else f"error {found!r}, not {wanted!r}"
    if step.error is not None:
        return failure(step)
    messages = [pending.message for pending in step.warnings]
    recorded = case.get("warnings") or []
    texts = [one["message"] if isinstance(one, dict) else one for one in recorded]
    return "" if messages == texts else f"warnings {messages}, not {texts}"


def _text(place: str, code: str, step: Step, wanted: Any) -> Outcome:
    text = "\n".join(wanted) + "\n" if isinstance(wanted, list) else wanted
    reason = failure(step)
    if not reason and step.output != text:
        reason = "output: " + first_difference(step.output, text)
    return _compared(place, code, reason)


def _compared(place: str, code: str, reason: str) -> Outcome:
    return Outcome(place, code, not reason, reason)


def run_network(case: dict[str, Any]) -> Iterator[Outcome]:
    """Run one fit of neuralnet: warnings, result matrix, text, predictions."""
    name, call = case["id"], case["call"]
    with options(digits=7, width=80, scipen=0, r_version="4.2"):
        session = Session()
        session.attached += PACKAGES
        frame = dataset(case["dataset"]["name"])
        session.globals.variables[case["dataset"]["name"]] = from_python(frame)
        safely(session, SOFTPLUS)
        safely(session, f"set.seed({case['seed']})")
        own = needs_output_act_fct(case)
        if own:
            call = f'{call[:-1]}, output.act.fct = "logistic")'
        step = safely(session, f"nn <- {call}")
        messages = [pending.message for pending in step.warnings]
        recorded = [one["message"] if isinstance(one, dict) else one for one in case["warnings"]]
        reason = failure(step)
        if not reason and [m for m in recorded if m not in messages]:
            reason = f"warnings {messages}, not {recorded}"
        yield _compared(f"{name}:call", call, reason)
        if case["result_matrix"] is None:
            return
        found = safely(session, ".v <- nn$result.matrix")
        reason = failure(found) or _unlike(found.value, case["result_matrix"])
        yield _compared(f"{name}:result.matrix", "nn$result.matrix", reason)
        if not own and case.get("print_nn_text"):
            yield _text(f"{name}:print", "nn", safely(session, "nn"), case["print_nn_text"])
        if not own and case.get("summary_text"):
            step = safely(session, "summary.default(nn)")
            yield _text(f"{name}:summary", "summary.default(nn)", step, case["summary_text"])


def _unlike(value: Any, rows: list[list[Any]]) -> str:
    wanted = np.array([[number(x) for x in row] for row in rows], dtype=np.float64)
    found = doubles(value)
    if found.shape != (wanted.size,):
        return f"{found.shape[0]} numbers, not {wanted.size}"
    same = np.allclose(found, wanted.ravel(order="F"), rtol=TOLERANCE, atol=1e-9, equal_nan=True)
    return "" if same else f"numbers {found[:3]}, not {wanted.ravel(order='F')[:3]}"
