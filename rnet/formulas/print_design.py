"""The text of a design matrix: the matrix, then R's attributes."""

from rnet.formulas.model_matrix import DesignMatrix
from rnet.language.names import quoted_name
from rnet.printing.show import format_r


def format_design(design: DesignMatrix) -> str:
    """Return what R prints of a model matrix."""
    parts = [format_r(design.to_pandas()), 'attr(,"assign")', format_r(design.assign)]
    if design.contrasts:
        parts.append('attr(,"contrasts")')
        for name, used in design.contrasts.items():
            parts += [f'attr(,"contrasts")${quoted_name(name)}', format_r(used), ""]
    return "\n".join(parts)
