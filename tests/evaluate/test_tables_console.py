"""Tables and descriptions of more data sets as a console of R 4.2 shows them."""

import pytest
from console_pairs import compared


@pytest.mark.parametrize(("recorded", "found"), [*compared("tables"), *compared("describing")])
def test_console_text(recorded, found) -> None:
    assert found == recorded
