"""What does not fit in memory is refused with R's sizes."""

import subprocess
import sys

import numpy as np
import pytest

from rnet.conditions import RError
from rnet.memory import make_room, refused, size_text


@pytest.mark.parametrize(
    ("size", "text"),
    [(8e12, "7450.6 Gb"), (4e10, "37.3 Gb"), (2.0**20 * 3, "3.0 Mb"), (2048, "2.0 Kb")],
)
def test_sizes_read_as_in_r(size, text) -> None:
    assert size_text(size) == text


def test_room_is_made_for_what_fits_only() -> None:
    make_room(1000)
    with pytest.raises(RError, match=r"cannot allocate vector of size 7450.6 Gb") as failure:
        make_room(1e12)
    assert failure.value.call is None


def test_what_numpy_cannot_hold_is_told_with_its_size() -> None:
    with pytest.raises(MemoryError) as failure:
        np.zeros((10**6, 10**6))
    assert refused(failure.value).message == "cannot allocate vector of size 7450.6 Gb"
    assert refused(MemoryError()).message == "memory exhausted (limit reached?)"


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_a_process_fails_before_it_is_killed() -> None:
    code = (
        "import resource, rnet.memory as m\n"
        "m._free_memory = lambda: 2.0**28\n"
        "m.keep_within_memory()\n"
        "try:\n    kept = [bytearray(2**28) for _ in range(40)]\n"
        "except MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"
