"""Comparing nonlinear models."""

import rnet

PUROMYCIN = rnet.data("Puromycin")


def test_models_of_the_same_size_are_not_tested() -> None:
    one = rnet.nls(
        "rate ~ Vm * conc / (K + conc) + c", PUROMYCIN, start={"Vm": 200, "K": 0.05, "c": 0}
    )
    other = rnet.nls(
        "rate ~ Vm * conc / (K + conc) * exp(-g * conc)",
        PUROMYCIN,
        start={"Vm": 200, "K": 0.05, "g": 0},
    )
    # What R 4.2.2 answers.
    assert str(rnet.anova(one, other)).splitlines()[-3:] == [
        "  Res.Df Res.Sum Sq Df Sum Sq F value Pr(>F)",
        "1     20     6136.8                         ",
        "2     20     6483.3  0      0               ",
    ]
