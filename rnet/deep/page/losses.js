// Losses of one output, averaged over the rows: value, and slope by the net input of the output.

/**
 * @typedef {{name: string, title: string,
 *   value: (z: number, p: number, y: number) => number,
 *   slope: (z: number, p: number, y: number, act: import("./network.js").Activation) => number}} Loss
 *   z: net input, p: output, y: target.
 * @type {Record<string, Loss>}
 */
export const LOSSES = {
  bce: {
    name: "bce",
    title: "binary cross-entropy",
    value: (z, _, y) => Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))),
    slope: (_, p, y) => p - y,
  },
  mse: {
    name: "mse",
    title: "mean squared error",
    value: (_, p, y) => (p - y) ** 2,
    slope: (z, p, y, act) => 2 * (p - y) * act.slope(z, p),
  },
  halfSquare: {
    name: "halfSquare",
    title: "half the mean squared error",
    value: (_, p, y) => 0.5 * (p - y) ** 2,
    slope: (z, p, y, act) => (p - y) * act.slope(z, p),
  },
};

/** @param {Loss} loss @param {import("./network.js").Pass} pass @param {Float64Array} target
 * @returns {number} NaN where there are no rows */
export function meanLoss(loss, pass, target) {
  const [z, p] = [pass.nets.at(-1), pass.outputs.at(-1)];
  let sum = 0;
  for (let row = 0; row < pass.rows; row++) sum += loss.value(z[row], p[row], target[row]);
  return sum / pass.rows;
}

/** @param {Loss} loss @param {import("./network.js").Pass} pass @param {Float64Array} target
 * @param {import("./network.js").Activation} activation of the output
 * @returns {Float64Array} derivative of the mean loss by the net inputs of the output */
export function lossSlope(loss, pass, target, activation) {
  const [z, p] = [pass.nets.at(-1), pass.outputs.at(-1)];
  return target.map((y, row) => loss.slope(z[row], p[row], y, activation) / pass.rows);
}
