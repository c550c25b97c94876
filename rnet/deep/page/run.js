// One run: the script `set.seed; points; net; train` of some settings, epoch by epoch.

import { ACTIVATIONS } from "./activations.js";
import { designMatrix, drawPoints } from "./data.js";
import { DeepnetTrainer } from "./deepnet.js";
import { drawLayers } from "./initialisation.js";
import { LOSSES, meanLoss } from "./losses.js";
import { forward } from "./network.js";
import { Generator } from "./random.js";
import { POINTS, trainRows } from "./settings.js";
import { ExplodedLoss, MlpTrainer } from "./training.js";

/**
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {{epoch: number, train: number, test: number}} Losses
 */

/** Everything the page shows of a net in training. */
export class Run {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.epochs = 0;
    /** @type {number[]} */
    this.gradientLengths = [];
    /** @type {ExplodedLoss | null} */
    this.explosion = null;
    const generator = new Generator(settings.seed);
    this.points = drawPoints(generator, settings.data, POINTS, settings.noise);
    this.trainRows = trainRows(settings);
    this.loss = lossOf(settings);
    this.trainer = newTrainer(generator, settings, this.#part(0, this.trainRows), this.loss);
    this.test = this.#part(this.trainRows, POINTS);
    /** @type {Losses[]} */
    this.history = [this.losses()];
  }

  /** @returns {import("./network.js").Layer[]} */
  get layers() {
    return this.trainer.layers;
  }

  #part(from, to) {
    const { x, y, label } = this.points;
    const { features } = this.settings;
    const matrix = designMatrix(features, x.subarray(from, to), y.subarray(from, to));
    const rows = to - from;
    return { x: matrix, y: label.slice(from, to), rows, inputs: matrix.length / rows, outputs: 1 };
  }

  /** Train for one epoch; afterwards `explosion` is set where the loss exploded. */
  epoch() {
    if (this.explosion) return;
    try {
      this.gradientLengths = this.trainer.epoch();
    } catch (error) {
      if (!(error instanceof ExplodedLoss)) throw error;
      this.explosion = error;
      return;
    }
    this.epochs += 1;
    this.history.push(this.losses());
    if (Number.isNaN(this.history.at(-1).train)) {
      this.explosion = new ExplodedLoss(this.epochs, this.layers.length);
    }
  }

  /** @returns {Losses} of the net as it is */
  losses() {
    const of = ({ x, y, rows }) => meanLoss(this.loss, forward(this.layers, x, rows), y);
    return { epoch: this.epochs, train: of(this.trainer.data), test: of(this.test) };
  }

  /** @returns {number} share of the test points in the right class */
  accuracy() {
    const { x, y, rows } = this.test;
    const out = forward(this.layers, x, rows).outputs.at(-1);
    return y.reduce((right, label, row) => right + Number(out[row] > 0.5 === label > 0.5), 0) / rows;
  }

  /** The run as `rnet.from_playground` reads it. */
  toJSON() {
    const rows = ({ weights, bias, inputs, outputs }) => ({
      weights: Array.from({ length: inputs }, (_, i) =>
        Array.from({ length: outputs }, (__, o) => weights[o * inputs + i]),
      ),
      bias: [...bias],
    });
    const { train, test } = this.history.at(-1);
    return {
      format: "rnet playground 1",
      settings: this.settings,
      epochs: this.epochs,
      ...(this.explosion ? { exploded: this.explosion.epoch } : {}),
      loss: { train, test },
      layers: this.layers.map(rows),
    };
  }
}

/** @param {Settings} settings @returns {import("./losses.js").Loss} */
function lossOf({ trainer, problem }) {
  if (trainer === "deepnet") return LOSSES.halfSquare;
  return problem === "classification" ? LOSSES.bce : LOSSES.mse;
}

/** @param {Settings} settings @returns {MlpTrainer | DeepnetTrainer} */
function newTrainer(generator, settings, data, loss) {
  const { hidden, rate, batch_size: size, problem, regularisation } = settings;
  const classes = problem === "classification";
  if (settings.trainer === "deepnet") {
    return new DeepnetTrainer(generator, data, {
      hidden,
      activationfun: DEEPNET_NAMES[settings.act],
      learningrate: rate,
      momentum: settings.optim === "momentum" ? DEEPNET_MOMENTUM : 0,
      output: classes ? "sigm" : "linear",
      batchsize: size,
    });
  }
  const output = classes ? ACTIVATIONS.logistic : ACTIVATIONS.linear;
  const sizes = [data.inputs, ...hidden, 1];
  const layers = drawLayers(generator, sizes, settings.init, ACTIVATIONS[settings.act], output);
  const penalty = (name) => (regularisation === name ? settings.regularisation_rate : 0);
  return new MlpTrainer(generator, data, layers, {
    loss,
    optim: settings.optim,
    rate,
    batch_size: size,
    L1: penalty("L1"),
    L2: penalty("L2"),
  });
}

/** The page's activations by deepnet's names. */
export const DEEPNET_NAMES = { logistic: "sigm", tanh: "tanh" };
export const DEEPNET_MOMENTUM = 0.5;
