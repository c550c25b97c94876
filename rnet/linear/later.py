"""What is asked of a fitted model afterwards, if at all: each is loaded when it is first used.

A script that fits and prints a model starts a twentieth sooner without the two dozen modules of
influence, profiles, diagnostic plots and tables of analysis of variance.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rnet.linear.alias import alias_of as alias_of
    from rnet.linear.alias import condition as condition
    from rnet.linear.anova_glm import anova_glm as anova_glm
    from rnet.linear.anova_glm import anova_several_glm as anova_several_glm
    from rnet.linear.anova_lm import anova_lm as anova_lm
    from rnet.linear.anova_lm import anova_several_lm as anova_several_lm
    from rnet.linear.anova_lm import with_first_response as with_first_response
    from rnet.linear.broom import augmented as augmented
    from rnet.linear.broom import glance_glm as glance_glm
    from rnet.linear.broom import glance_lm as glance_lm
    from rnet.linear.broom import tidy_frame as tidy_frame
    from rnet.linear.confidence_limits import wald_limits as wald_limits
    from rnet.linear.influence import CaseNames as CaseNames
    from rnet.linear.influence import influence_measures_of as influence_measures_of
    from rnet.linear.influence import lm_influence_of as lm_influence_of
    from rnet.linear.influence_glm import deletion_of as deletion_of
    from rnet.linear.influence_glm import kind_of as kind_of
    from rnet.linear.influence_glm import standardized_of as standardized_of
    from rnet.linear.influence_glm import studentized_of as studentized_of
    from rnet.linear.leave_one_out import cooks as cooks
    from rnet.linear.leave_one_out import covariance_ratios as covariance_ratios
    from rnet.linear.leave_one_out import fit_changes as fit_changes
    from rnet.linear.leave_one_out import leave_one_out as leave_one_out
    from rnet.linear.leave_one_out import scaled_changes as scaled_changes
    from rnet.linear.leave_one_out import standardized as standardized
    from rnet.linear.leave_one_out import studentized as studentized
    from rnet.linear.plot_diagnostics import plot_diagnostics as plot_diagnostics
    from rnet.linear.predict_glm import predict_glm as predict_glm
    from rnet.linear.predict_lm import Wanted as Wanted
    from rnet.linear.predict_lm import partial_residuals as partial_residuals
    from rnet.linear.predict_lm import predict_lm as predict_lm
    from rnet.linear.profile_glm import profile_limits as profile_limits
    from rnet.linear.profile_glm import profile_of as profile_of

_HOMES = {
    "alias": "alias_of condition",
    "anova_glm": "anova_glm anova_several_glm",
    "anova_lm": "anova_lm anova_several_lm with_first_response",
    "broom": "augmented glance_glm glance_lm tidy_frame",
    "confidence_limits": "wald_limits",
    "influence": "CaseNames influence_measures_of lm_influence_of",
    "influence_glm": "deletion_of kind_of standardized_of studentized_of",
    "leave_one_out": "cooks covariance_ratios fit_changes leave_one_out scaled_changes"
    " standardized studentized",
    "plot_diagnostics": "plot_diagnostics",
    "predict_glm": "predict_glm",
    "predict_lm": "Wanted partial_residuals predict_lm",
    "profile_glm": "profile_limits profile_of",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"rnet.linear.{_MODULES[name]}"), name)
