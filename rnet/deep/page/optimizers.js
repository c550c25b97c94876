// The optimisers of rnet.mlp, with the constants of PyTorch's.

/**
 * One step: changes the parameters p and what is kept, from the gradient g.
 * @typedef {(p: Float64Array, g: Float64Array, kept: Float64Array[], rate: number, step: number)
 *   => void} Update
 * @typedef {{title: string, kept: number, update: Update}} Optimizer
 */

const MOMENTUM = 0.9;
const DECAY = 0.99;
const [BETA1, BETA2] = [0.9, 0.999];

/** @type {Record<string, Optimizer>} */
export const OPTIMIZERS = {
  sgd: {
    title: "SGD",
    kept: 0,
    update(p, g, _, rate) {
      for (let i = 0; i < p.length; i++) p[i] -= rate * g[i];
    },
  },
  momentum: {
    title: "Momentum",
    kept: 1,
    update(p, g, [v], rate) {
      for (let i = 0; i < p.length; i++) {
        v[i] = MOMENTUM * v[i] + g[i];
        p[i] -= rate * v[i];
      }
    },
  },
  nesterov: {
    title: "Nesterov",
    kept: 1,
    update(p, g, [v], rate) {
      for (let i = 0; i < p.length; i++) {
        v[i] = MOMENTUM * v[i] + g[i];
        p[i] -= rate * (MOMENTUM * v[i] + g[i]);
      }
    },
  },
  adagrad: {
    title: "AdaGrad",
    kept: 1,
    update(p, g, [total], rate) {
      for (let i = 0; i < p.length; i++) {
        total[i] += g[i] * g[i];
        p[i] -= (rate * g[i]) / (Math.sqrt(total[i]) + 1e-10);
      }
    },
  },
  rmsprop: {
    title: "RMSprop",
    kept: 1,
    update(p, g, [average], rate) {
      for (let i = 0; i < p.length; i++) {
        average[i] = DECAY * average[i] + (1 - DECAY) * g[i] * g[i];
        p[i] -= (rate * g[i]) / (Math.sqrt(average[i]) + 1e-8);
      }
    },
  },
  adam: {
    title: "Adam",
    kept: 2,
    update(p, g, [mean, square], rate, step) {
      const root = Math.sqrt(1 - BETA2 ** step);
      const scale = (rate * root) / (1 - BETA1 ** step);
      for (let i = 0; i < p.length; i++) {
        mean[i] = BETA1 * mean[i] + (1 - BETA1) * g[i];
        square[i] = BETA2 * square[i] + (1 - BETA2) * g[i] * g[i];
        p[i] -= (scale * mean[i]) / (Math.sqrt(square[i]) + 1e-8 * root);
      }
    },
  },
};
