"""R's colours for the pictures of machines."""

import numpy as np

# grDevices' hcl.colors(61, "YlOrRd", rev = TRUE), as R answers.
ANCHORS = (
    "FFFFC8 FFFEC7 FFFCC4 FFFAC1 FFF8BD FFF5B9 FEF3B5 FEF0B0 FDEDAB FCEAA6 FCE7A0 FBE49A "
    "FBE093 FADD8D FAD986 F9D67E F9D277 F8CE6F F8CA66 F8C65D F7C252 F7BE47 F7B93A F6B529 "
    "F6B00B F5AC00 F5A700 F5A200 F49D00 F49800 F39300 F38D00 F28800 F18200 F17C00 F07700 "
    "EF7000 EE6A00 ED6300 EC5D00 EB5500 EA4E00 E84500 E43F00 DF3A00 DA3500 D53100 CF2C00 "
    "CA2700 C42200 BE1D00 B81900 B21400 AC0F00 A50A00 9F060D 980217 91001C 8B0020 840023 "
    "7D0025 "
)

PALETTE = (
    "black", "#DF536B", "#61D04F", "#2297E6", "#28E2E5", "#CD0BBC", "#F5C710", "#9E9E9E",
)  # fmt: skip
"""R's palette()."""


def heat_colours(count: int) -> list[str]:
    """Return `count` colours from light yellow to dark red, R's `hcl.colors(n, "YlOrRd")` turned.

    Examples
    --------
    >>> heat_colours(3)
    ['#FFFFC8', '#F39300', '#7D0025']
    """
    if count == 1:
        return [f"#{ANCHORS.rsplit(maxsplit=1)[-1]}"]
    anchors = np.array([[int(text[i : i + 2], 16) for i in (0, 2, 4)] for text in ANCHORS.split()])
    places = np.linspace(0, len(anchors) - 1, count)
    mixed = np.array([np.interp(places, np.arange(len(anchors)), one) for one in anchors.T]).round()
    return ["#" + "".join(f"{int(value):02X}" for value in colour) for colour in mixed.T]
