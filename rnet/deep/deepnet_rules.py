"""What deepnet does otherwise than its documentation or the books: as in R, or mended."""

from dataclasses import dataclass

from rnet.conditions import RError


@dataclass(frozen=True, slots=True)
class Rules:
    """Deepnet's own ways. `quirks=True` takes `AS_R`, `quirks=False` takes `MENDED`.

    Attributes
    ----------
    starting_bias : float
        Every bias of `nn_train` starts there: 0.1 in R (a slip in the lower end of the draw),
        mended 0.
    repeats_a_case : bool
        The last, partial batch of an epoch begins with the last case of the batch before it.
    scaled_tanh_slope : bool
        Hidden tanh units are differentiated as 1.7159 tanh(2x/3), which they are not.
    one_mask_per_batch : bool
        Dropout draws one mask for all cases of a batch and rescales predictions by the hidden
        share only; mended: a mask for each case, kept values scaled up in training (inverted
        dropout), predictions as they are.
    allows_negative_momentum : bool
        A negative momentum counts as none; mended: an error.
    loses_loss_of_one_column : bool
        No losses are kept where x has one column.
    refuses_single_cases : bool
        Batches of one case, and inputs of one column in an RBM, fail; mended: they work.
    counts_epochs_down : bool
        `numepochs = 0` trains two epochs, `-1` three (R's `1:0`); so does `cd`; mended: an error.
    ignores_half_a_start : bool
        `initW` without `initB`, or the reverse, is ignored with a warning; mended: it is used.
    momentum_of_weights : bool
        Whether the momentum of an RBM reaches its weights: not in R, where it moves the biases
        alone.
    sampled_statistics : bool
        An RBM's positive phase counts sampled hidden states; mended: their probabilities.
    fine_tunes_without_dropout : bool
        `dbn_dnn_train` ignores both kinds of dropout, with a warning; mended: they are used.
    output_bias_upwards : bool
        What the third autoencoder of a stack sees is computed with the second one's output bias,
        and more than three cannot be stacked; mended: the hidden bias, any number.
    halves_errors : bool
        `nn_test` returns half the number of wrong cells a case: half the error rate of a single
        0/1 output; mended: the share of cases whose class is wrong.
    """

    starting_bias: float
    repeats_a_case: bool
    scaled_tanh_slope: bool
    one_mask_per_batch: bool
    allows_negative_momentum: bool
    loses_loss_of_one_column: bool
    refuses_single_cases: bool
    counts_epochs_down: bool
    ignores_half_a_start: bool
    momentum_of_weights: bool
    sampled_statistics: bool
    fine_tunes_without_dropout: bool
    output_bias_upwards: bool
    halves_errors: bool


AS_R = Rules(
    starting_bias=0.1,
    repeats_a_case=True,
    scaled_tanh_slope=True,
    one_mask_per_batch=True,
    allows_negative_momentum=True,
    loses_loss_of_one_column=True,
    refuses_single_cases=True,
    counts_epochs_down=True,
    ignores_half_a_start=True,
    momentum_of_weights=False,
    sampled_statistics=True,
    fine_tunes_without_dropout=True,
    output_bias_upwards=True,
    halves_errors=True,
)
MENDED = Rules(
    starting_bias=0.0,
    repeats_a_case=False,
    scaled_tanh_slope=False,
    one_mask_per_batch=False,
    allows_negative_momentum=False,
    loses_loss_of_one_column=False,
    refuses_single_cases=False,
    counts_epochs_down=False,
    ignores_half_a_start=False,
    momentum_of_weights=True,
    sampled_statistics=False,
    fine_tunes_without_dropout=False,
    output_bias_upwards=False,
    halves_errors=False,
)


def rules(quirks: object) -> Rules:
    """Return R's rules, or the mended ones where `quirks` is False."""
    if not isinstance(quirks, bool):
        raise RError(
            "argument is not interpretable as logical", "'quirks' is True (as R) or False (mended)."
        )
    return AS_R if quirks else MENDED
