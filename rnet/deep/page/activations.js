// The activation functions of rnet.mlp.

const SELU_ALPHA = 1.6732632423543772; // Klambauer et al. (2017)
const SELU_SCALE = 1.0507009873554805;

/** @param {number} z */
export const logistic = (z) => 1 / (1 + Math.exp(-z));
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/**
 * @typedef {import("./network.js").Activation & {title: string, init: string}} NamedActivation
 *   `init` names the initialisation that suits it.
 * @type {Record<string, NamedActivation>}
 */
export const ACTIVATIONS = {
  tanh: {
    name: "tanh", title: "Tanh", init: "glorot",
    value: Math.tanh, slope: (_, a) => 1 - a * a,
  },
  logistic: {
    name: "logistic", title: "Sigmoid", init: "glorot",
    value: logistic, slope: (_, a) => a * (1 - a),
  },
  relu: {
    name: "relu", title: "ReLU", init: "he",
    value: (z) => Math.max(z, 0), slope: (_, a) => (a > 0 ? 1 : 0),
  },
  linear: {
    name: "linear", title: "Linear", init: "glorot",
    value: (z) => z, slope: () => 1,
  },
  elu: {
    name: "elu", title: "ELU", init: "he",
    value: (z) => (z > 0 ? z : Math.expm1(z)), slope: (z, a) => (z > 0 ? 1 : a + 1),
  },
  selu: {
    name: "selu", title: "SELU", init: "lecun",
    value: (z) => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z)),
    slope: (z, a) => (z > 0 ? SELU_SCALE : a + SELU_SCALE * SELU_ALPHA),
  },
  softplus: {
    name: "softplus", title: "Softplus", init: "he",
    value: softplus, slope: logistic,
  },
  softsign: {
    name: "softsign", title: "Softsign", init: "glorot",
    value: (z) => z / (1 + Math.abs(z)), slope: (z) => (1 + Math.abs(z)) ** -2,
  },
};
