// nn.train and nn.predict of R's package deepnet 0.2.1, number for number, its oddities included.

import { forward, gradients, length, takeRows } from "./network.js";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const TANH_SCALE = 1.7159;

/** deepnet's hidden units. Its tanh is differentiated as if it were the scaled one.
 * @type {Record<string, import("./network.js").Activation>} */
const DEEPNET_HIDDEN = {
  sigm: { name: "sigm", value: sigmoid, slope: (_, a) => a * (1 - a) },
  tanh: {
    name: "tanh",
    value: Math.tanh,
    slope: (_, a) => TANH_SCALE * (2 / 3) * (1 - (a / TANH_SCALE) * (a / TANH_SCALE)),
  },
};

/** deepnet's output units; the loss decides what is passed down from them.
 * @type {Record<string, import("./network.js").Activation>} */
const DEEPNET_OUTPUT = {
  sigm: { name: "sigm", value: sigmoid, slope: (_, a) => a * (1 - a) },
  linear: { name: "linear", value: (z) => z, slope: () => 1 },
  softmax: { name: "softmax", value: (z) => z, slope: () => 1 },
};

const NN_TRAIN_DEFAULTS = {
  hidden: [10],
  activationfun: "sigm",
  learningrate: 0.8,
  momentum: 0.5,
  learningrate_scale: 1,
  output: "sigm",
  numepochs: 3,
  batchsize: 100,
  hidden_dropout: 0,
  visible_dropout: 0,
};

/** A net in training: `layers`, the velocities and the losses `L`, one a step. */
export class DeepnetTrainer {
  /**
   * @param {import("./random.js").Generator} generator drawn from as R draws
   * @param {{x: Float64Array, y: Float64Array, rows: number, inputs: number, outputs: number}} data
   *   row by row
   * @param {Partial<typeof NN_TRAIN_DEFAULTS>} settings
   * @param {import("./network.js").Gradient[]} [start] weights to start from
   */
  constructor(generator, data, settings, start) {
    this.generator = generator;
    this.data = data;
    this.settings = { ...NN_TRAIN_DEFAULTS, ...settings };
    this.learningrate = this.settings.learningrate;
    this.layers = start ? this.#given(start) : this.#drawn();
    this.velocities = this.layers.map(({ weights, bias }) => ({
      weights: new Float64Array(weights.length),
      bias: new Float64Array(bias.length),
    }));
    /** @type {number[]} */
    this.L = [];
  }

  #sizes() {
    return [this.data.inputs, ...this.settings.hidden, this.data.outputs];
  }

  #layer(at, weights, bias) {
    const sizes = this.#sizes();
    const last = at === sizes.length - 2;
    const { activationfun, output } = this.settings;
    const activation = last ? DEEPNET_OUTPUT[output] : DEEPNET_HIDDEN[activationfun];
    return { inputs: sizes[at], outputs: sizes[at + 1], weights, bias, activation };
  }

  #given(start) {
    return start.map(({ weights, bias }, at) => this.#layer(at, weights.slice(), bias.slice()));
  }

  #drawn() {
    const sizes = this.#sizes();
    return sizes.slice(1).map((q, at) => {
      const p = sizes[at];
      const byColumn = this.generator.runif(p * q, -0.1, 0.1);
      const weights = byColumn.map((_, to) => byColumn[(to % p) * q + Math.floor(to / p)]);
      return this.#layer(at, weights, new Float64Array(q).fill(0.1));
    });
  }

  /** The batches of one epoch; the last, if smaller, begins with the last row of the one before. */
  #batches() {
    const { rows } = this.data;
    const size = this.settings.batchsize;
    const order = this.generator.sample(rows);
    const full = Math.floor(rows / size);
    const batches = [];
    for (let at = 0; at < full; at++) batches.push(order.slice(at * size, (at + 1) * size));
    if (rows % size !== 0) batches.push(order.slice(Math.max(full * size - 1, 0)));
    return batches;
  }

  /** @returns {(Float64Array | null)[]} one mask a layer, the same for all rows of the batch */
  #masks() {
    const { hidden, hidden_dropout: below, visible_dropout: visible } = this.settings;
    const mask = (units, fraction) =>
      fraction > 0 ? this.generator.runif(units).map((u) => (u > fraction ? 1 : 0)) : null;
    return [mask(this.data.inputs, visible), ...hidden.map((units) => mask(units, below))];
  }

  /** Train for one epoch.
   * @returns {number[]} mean length of the gradient of each layer's weights */
  epoch() {
    const batches = this.#batches();
    const lengths = this.layers.map(() => 0);
    for (const batch of batches) {
      const gradient = this.#step(batch);
      gradient.forEach(({ weights }, at) => (lengths[at] += length(weights) / batch.length));
    }
    this.learningrate *= this.settings.learningrate_scale;
    return lengths.map((sum) => sum / batches.length);
  }

  #step(batch) {
    const { inputs, outputs, x, y } = this.data;
    const masks = this.#masks();
    const pass = forward(this.layers, takeRows(x, inputs, batch), batch.length, masks);
    const target = takeRows(y, outputs, batch);
    const out = pass.outputs.at(-1);
    this.L.push(deepnetLoss(this.settings.output, target, out, batch.length));
    const error = target.map((value, at) => value - out[at]);
    const squared = this.settings.output === "sigm";
    const delta = error.map((e, at) => (squared ? -e * out[at] * (1 - out[at]) : -e));
    const gradient = gradients(this.layers, pass, delta, masks);
    const share = 1 / batch.length;
    this.layers.forEach((layer, at) => {
      const velocity = this.velocities[at];
      this.#move(layer.weights, gradient[at].weights, velocity.weights, share);
      this.#move(layer.bias, gradient[at].bias, velocity.bias, share);
    });
    return gradient;
  }

  #move(parameters, gradient, velocity, share) {
    const { momentum } = this.settings;
    for (let at = 0; at < parameters.length; at++) {
      const step = this.learningrate * gradient[at] * share;
      if (momentum > 0) velocity[at] = momentum * velocity[at] + step;
      parameters[at] -= momentum > 0 ? velocity[at] : step;
    }
  }
}

/** deepnet's loss of a batch: half the squared error, or the cross-entropy, a row. */
function deepnetLoss(output, target, out, rows) {
  const term =
    output === "softmax"
      ? (value, at) => -value * Math.log(out[at])
      : (value, at) => 0.5 * (value - out[at]) ** 2;
  return target.reduce((sum, value, at) => sum + term(value, at), 0) / rows;
}

/** R's `nn.train`.
 * @returns {DeepnetTrainer} */
export function nnTrain(generator, data, settings = {}, start = undefined) {
  const trainer = new DeepnetTrainer(generator, data, settings, start);
  const wanted = trainer.settings.numepochs;
  const epochs = wanted >= 1 ? wanted : 2 - wanted; // R's 1:numepochs also counts downwards
  for (let at = 0; at < epochs; at++) trainer.epoch();
  return trainer;
}

/** R's `nn.predict`: hidden units are damped by the share that training kept.
 * @param {DeepnetTrainer} trainer @param {Float64Array} x @param {number} rows */
export function nnPredict(trainer, x, rows) {
  const keep = 1 - trainer.settings.hidden_dropout;
  const scale = trainer.layers.slice(0, -1).map(({ outputs }) => new Float64Array(outputs).fill(keep));
  return forward(trainer.layers, x, rows, [null, ...scale]).outputs.at(-1);
}
