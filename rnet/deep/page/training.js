// The training of rnet.mlp: minibatches in a new order each epoch, penalties, one optimiser.

import { lossSlope, meanLoss } from "./losses.js";
import { forward, gradients, length, takeRows } from "./network.js";
import { OPTIMIZERS } from "./optimizers.js";

const EXPLODED = 1e10; // a loss this many times the first one (or 1) will not come back

/** What is thrown when the loss explodes. */
export class ExplodedLoss extends Error {
  /** @param {number} epoch @param {number} layer counted from 1 */
  constructor(epoch, layer) {
    super(`The loss exploded in epoch ${epoch}, in layer ${layer}.`);
    [this.epoch, this.layer] = [epoch, layer];
  }
}

/** A net in training.
 * @typedef {{x: Float64Array, y: Float64Array, rows: number, inputs: number, outputs: number}} Data
 * @typedef {{loss: import("./losses.js").Loss, optim: string, rate: number, batch_size: number,
 *   L1: number, L2: number}} HowToTrain
 */
export class MlpTrainer {
  /**
   * @param {import("./random.js").Generator} generator gives the order of the rows
   * @param {Data} data row by row
   * @param {import("./network.js").Layer[]} layers changed by training
   * @param {HowToTrain} how
   */
  constructor(generator, data, layers, how) {
    [this.generator, this.data, this.layers, this.how] = [generator, data, layers, how];
    const { kept } = OPTIMIZERS[how.optim];
    const zeros = (values) => Array.from({ length: kept }, () => new Float64Array(values.length));
    this.kept = layers.map(({ weights, bias }) => ({ weights: zeros(weights), bias: zeros(bias) }));
    [this.epochs, this.steps] = [0, 0];
    /** @type {number | undefined} */
    this.firstLoss = undefined;
  }

  /** Train for one epoch.
   * @returns {number[]} mean length of the gradient of each layer's weights */
  epoch() {
    const size = this.how.batch_size;
    const order = this.generator.sample(this.data.rows);
    const lengths = this.layers.map(() => 0);
    let batches = 0;
    for (let at = 0; at < order.length; at += size) {
      const gradient = this.#step(order.slice(at, at + size));
      gradient.forEach(({ weights }, layer) => (lengths[layer] += length(weights)));
      batches += 1;
    }
    this.epochs += 1;
    return lengths.map((sum) => sum / batches);
  }

  #step(batch) {
    const { x, y, inputs, outputs } = this.data;
    const { loss } = this.how;
    const target = takeRows(y, outputs, batch);
    const pass = forward(this.layers, takeRows(x, inputs, batch), batch.length);
    this.#check(meanLoss(loss, pass, target), pass);
    const slope = lossSlope(loss, pass, target, this.layers.at(-1).activation);
    const gradient = gradients(this.layers, pass, slope);
    this.steps += 1;
    this.layers.forEach((layer, at) => this.#move(layer, gradient[at], this.kept[at]));
    return gradient;
  }

  #move(layer, gradient, kept) {
    const { optim, rate } = this.how;
    const { update } = OPTIMIZERS[optim];
    update(layer.weights, this.#penalised(layer.weights, gradient.weights), kept.weights, rate, this.steps);
    update(layer.bias, gradient.bias, kept.bias, rate, this.steps);
  }

  #penalised(weights, gradient) {
    const { L1, L2 } = this.how;
    if (!L1 && !L2) return gradient;
    return gradient.map((g, at) => g + L2 * weights[at] + L1 * Math.sign(weights[at]));
  }

  #check(loss, pass) {
    this.firstLoss ??= Math.max(Math.abs(loss), 1);
    if (loss < EXPLODED * this.firstLoss) return;
    const sizes = pass.nets.map((net) => net.reduce((top, z) => Math.max(top, Math.abs(z)), 0));
    const broken = sizes.findIndex((size) => !Number.isFinite(size));
    const worst = broken >= 0 ? broken : sizes.indexOf(Math.max(...sizes));
    throw new ExplodedLoss(this.epochs + 1, worst + 1);
  }
}
