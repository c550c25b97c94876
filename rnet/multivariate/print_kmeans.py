"""R's text of k-means clusters."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from rnet.printing.show import format_r


def format_kmeans(
    sizes: Sequence[int],
    centers: pd.DataFrame,
    cluster: Any,
    withinss: Any,
    share: float,
    components: Sequence[str],
) -> str:
    """Return what R prints of k-means clusters, without the last newline.

    `share` is that of the sum of squares between clusters in the total one.
    """
    title = f"K-means clustering with {len(sizes)} clusters of sizes {', '.join(map(str, sizes))}"
    names = pd.array(list(components), dtype="str")
    return (
        f"{title}\n\nCluster means:\n{format_r(centers)}\n\n"
        f"Clustering vector:\n{format_r(cluster)}\n\n"
        f"Within cluster sum of squares by cluster:\n{format_r(withinss)}\n"
        f" (between_SS / total_SS = {100 * share:5.1f} %)\n\n"
        f"Available components:\n\n{format_r(names)}"
    )
