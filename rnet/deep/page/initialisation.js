// How weights start; biases start at 0.

/**
 * @typedef {{title: string, uniform: boolean, spread: (inputs: number, units: number) => number}}
 *   Initialisation `spread` is the standard deviation, or half the width if `uniform`.
 * @type {Record<string, Initialisation>}
 */
export const INITIALISATIONS = {
  glorot: { title: "Glorot, U(±√(6/(p+q)))", uniform: true, spread: (p, q) => Math.sqrt(6 / (p + q)) },
  he: { title: "He, N(0, 2/p)", uniform: false, spread: (p) => Math.sqrt(2 / p) },
  lecun: { title: "LeCun, N(0, 1/p)", uniform: false, spread: (p) => Math.sqrt(1 / p) },
  normal: { title: "N(0, 1)", uniform: false, spread: () => 1 },
  uniform: { title: "U(−0.1, 0.1)", uniform: true, spread: () => 0.1 },
};

/** Draw the layers of a net; `init` "auto" takes for each layer what suits its activation.
 * @param {import("./random.js").Generator} generator
 * @param {number[]} sizes units of each layer, the inputs first
 * @param {string} init
 * @param {import("./activations.js").NamedActivation} hidden
 * @param {import("./activations.js").NamedActivation} output
 * @returns {import("./network.js").Layer[]} */
export function drawLayers(generator, sizes, init, hidden, output) {
  return sizes.slice(1).map((units, at) => {
    const inputs = sizes[at];
    const activation = at === sizes.length - 2 ? output : hidden;
    const { uniform, spread } = INITIALISATIONS[init === "auto" ? activation.init : init];
    const width = spread(inputs, units);
    const drawn = uniform
      ? generator.runif(inputs * units).map((u) => (2 * u - 1) * width)
      : generator.rnorm(inputs * units).map((z) => z * width);
    return { inputs, outputs: units, weights: drawn, bias: new Float64Array(units), activation };
  });
}
