// A feed-forward net as arrays: layers, their outputs, and the gradient of a loss.

/**
 * How a unit answers: `value` of its net input z, `slope` dvalue/dz from z and the value a.
 * @typedef {{name: string, value: (z: number) => number, slope: (z: number, a: number) => number}}
 *   Activation
 * One layer: `weights[o * inputs + i]` leads from unit i below to unit o.
 * @typedef {{inputs: number, outputs: number, weights: Float64Array, bias: Float64Array,
 *   activation: Activation}} Layer
 * What a pass leaves: net inputs and outputs of each layer, row by row; `outputs[0]` is the data.
 * @typedef {{rows: number, nets: Float64Array[], outputs: Float64Array[]}} Pass
 * @typedef {{weights: Float64Array, bias: Float64Array}} Gradient
 */

/** @param {Layer} layer @param {Float64Array} inputs @param {number} rows */
function netInputs(layer, inputs, rows) {
  const { inputs: p, outputs: q, weights, bias } = layer;
  const net = new Float64Array(rows * q);
  for (let row = 0; row < rows; row++) {
    for (let o = 0; o < q; o++) {
      let sum = 0;
      for (let i = 0; i < p; i++) sum += weights[o * p + i] * inputs[row * p + i];
      net[row * q + o] = sum + bias[o];
    }
  }
  return net;
}

/** Multiply each row by a mask of its length, in place.
 * @param {Float64Array} values @param {ArrayLike<number> | null | undefined} mask */
function maskRows(values, mask) {
  if (mask) for (let at = 0; at < values.length; at++) values[at] *= mask[at % mask.length];
}

/** Turn net inputs, row by row, into a softmax.
 * @param {Float64Array} net @param {number} units */
function softmax(net, units) {
  const out = new Float64Array(net.length);
  for (let at = 0; at < net.length; at += units) {
    const row = net.subarray(at, at + units);
    const top = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - top));
    const total = powers.reduce((sum, power) => sum + power, 0);
    for (let o = 0; o < units; o++) out[at + o] = powers[o] / total;
  }
  return out;
}

/** Feed rows forward; `masks[l]`, where given, switches outputs of layer l off (0: the data).
 * @param {Layer[]} layers @param {Float64Array} data @param {number} rows
 * @param {(ArrayLike<number> | null)[]} [masks]
 * @returns {Pass} */
export function forward(layers, data, rows, masks = []) {
  const first = masks[0] ? data.slice() : data;
  maskRows(first, masks[0]);
  /** @type {Pass} */
  const pass = { rows, nets: [], outputs: [first] };
  layers.forEach((layer, at) => {
    const net = netInputs(layer, pass.outputs[at], rows);
    const { name, value } = layer.activation;
    const out = name === "softmax" ? softmax(net, layer.outputs) : net.map(value);
    maskRows(out, masks[at + 1]);
    pass.nets.push(net);
    pass.outputs.push(out);
  });
  return pass;
}

/** The gradient with respect to all weights, from the derivative by the last net inputs.
 * @param {Layer[]} layers @param {Pass} pass @param {Float64Array} delta
 * @param {(ArrayLike<number> | null)[]} [masks]
 * @returns {Gradient[]} */
export function gradients(layers, pass, delta, masks = []) {
  /** @type {Gradient[]} */
  const result = new Array(layers.length);
  for (let at = layers.length - 1; at >= 0; at--) {
    result[at] = layerGradient(layers[at], pass.outputs[at], delta, pass.rows);
    if (at > 0) delta = deltaBelow(layers[at], layers[at - 1], pass, at, delta, masks[at]);
  }
  return result;
}

/** @param {Layer} layer @param {Float64Array} inputs @param {Float64Array} delta
 * @param {number} rows */
function layerGradient({ inputs: p, outputs: q }, inputs, delta, rows) {
  const weights = new Float64Array(p * q);
  const bias = new Float64Array(q);
  for (let row = 0; row < rows; row++) {
    for (let o = 0; o < q; o++) {
      const d = delta[row * q + o];
      bias[o] += d;
      for (let i = 0; i < p; i++) weights[o * p + i] += d * inputs[row * p + i];
    }
  }
  return { weights, bias };
}

/** Pass the derivative through a layer to the net inputs of the one below. */
function deltaBelow(layer, below, pass, at, delta, mask) {
  const { inputs: p, outputs: q, weights } = layer;
  const [nets, outputs] = [pass.nets[at - 1], pass.outputs[at]];
  const result = new Float64Array(pass.rows * p);
  for (let row = 0; row < pass.rows; row++) {
    for (let i = 0; i < p; i++) {
      let sum = 0;
      for (let o = 0; o < q; o++) sum += delta[row * q + o] * weights[o * p + i];
      const here = row * p + i;
      result[here] = sum * below.activation.slope(nets[here], outputs[here]);
    }
  }
  maskRows(result, mask);
  return result;
}

/** Copy some rows of a row-major array.
 * @param {Float64Array} values @param {number} width @param {number[]} rows */
export function takeRows(values, width, rows) {
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    taken.set(values.subarray(row * width, (row + 1) * width), at * width);
  });
  return taken;
}

/** @param {Float64Array} values @returns {number} Euclidean length */
export const length = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
