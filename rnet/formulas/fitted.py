"""What a fitted model offers to `terms`, `model_frame` and `model_matrix`."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnet.formulas.model_frame import ModelFrame
    from rnet.formulas.model_matrix import DesignMatrix


class HasDesign(ABC):
    """The abstract base of fits that were made from a formula."""

    __slots__ = ()

    @property
    @abstractmethod
    def used_frame(self) -> "ModelFrame":
        """The model frame the fit used."""

    @property
    @abstractmethod
    def used_design(self) -> "DesignMatrix":
        """The design matrix the fit used."""
