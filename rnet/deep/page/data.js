// The data sets: n points of the plane with a label, drawn from R's random stream.
// rnet.playground_data(kind, n, noise) draws the same numbers in the same order.

/**
 * @typedef {{x: Float64Array, y: Float64Array, label: Float64Array}} Points
 * @typedef {{name: string, title: string, regression: boolean,
 *   place: (g: import("./random.js").Generator, n: number, label: Float64Array) =>
 *     [Float64Array, Float64Array]}} Kind
 */

/** The bumps of "hills": two coordinates and a sign. */
export const HILLS = [[-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1], [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1]];

const TURN = 2 * Math.PI;

const anywhere = (g, n) => [g.runif(n, -6, 6), g.runif(n, -6, 6)];

/** @type {Record<string, Kind>} */
export const KINDS = {
  circle: {
    name: "circle",
    title: "Circle",
    regression: false,
    place(g, n, label) {
      const inside = g.runif(n, 0, 2.5);
      const outside = g.runif(n, 3.5, 5);
      const angle = g.runif(n, 0, TURN);
      const radius = inside.map((r, i) => (label[i] === 1 ? r : outside[i]));
      return [radius.map((r, i) => r * Math.sin(angle[i])), radius.map((r, i) => r * Math.cos(angle[i]))];
    },
  },
  xor: {
    name: "xor",
    title: "Exclusive or",
    regression: false,
    place(g, n, label) {
      const x = g.runif(n, 0.3, 5);
      const y = g.runif(n, 0.3, 5);
      const side = g.runif(n).map((u) => (u < 0.5 ? -1 : 1));
      return [
        x.map((value, i) => value * side[i]),
        y.map((value, i) => value * side[i] * (2 * label[i] - 1)),
      ];
    },
  },
  gauss: {
    name: "gauss",
    title: "Two clouds",
    regression: false,
    place(g, n, label) {
      const around = () => g.rnorm(n).map((z, i) => (label[i] === 1 ? 2 : -2) + z);
      const x = around();
      return [x, around()];
    },
  },
  spiral: {
    name: "spiral",
    title: "Spiral",
    regression: false,
    place(g, n, label) {
      const along = g.runif(n);
      const angle = along.map((u, i) => 1.75 * TURN * u + Math.PI * label[i]);
      return [
        along.map((u, i) => 5 * u * Math.sin(angle[i])),
        along.map((u, i) => 5 * u * Math.cos(angle[i])),
      ];
    },
  },
  plane: { name: "plane", title: "Plane", regression: true, place: anywhere },
  hills: { name: "hills", title: "Hills", regression: true, place: anywhere },
};

/** @type {Record<string, (x: number, y: number) => number>} */
const HEIGHT_OF = {
  plane: (x, y) => (x + y) / 12,
  hills: (x, y) =>
    HILLS.reduce((sum, [a, b, sign]) => sum + sign * Math.exp(-((x - a) ** 2 + (y - b) ** 2) / 2), 0),
};

/** Draw n points: places first, then the noise, whose numbers are drawn also when it is 0.
 * @param {import("./random.js").Generator} generator
 * @param {string} kind @param {number} n @param {number} noise from 0 to 0.5
 * @returns {Points} */
export function drawPoints(generator, kind, n, noise) {
  const classes = Float64Array.from({ length: n }, (_, i) => i % 2);
  const [x, y] = KINDS[kind].place(generator, n, classes);
  if (KINDS[kind].regression) {
    const disturbance = generator.rnorm(n);
    const label = x.map((value, i) => HEIGHT_OF[kind](value, y[i]) + noise * disturbance[i]);
    return { x, y, label };
  }
  const moved = (values) => {
    const disturbance = generator.rnorm(n);
    return values.map((value, i) => value + 2 * noise * disturbance[i]);
  };
  const first = moved(x);
  return { x: first, y: moved(y), label: classes };
}

/**
 * What the net is shown: a name for the eye, the R term, and the function.
 * @typedef {{name: string, title: string, term: string, value: (x: number, y: number) => number}}
 *   Feature
 * @type {Feature[]}
 */
export const FEATURES = [
  { name: "x", title: "x", term: "x", value: (x) => x },
  { name: "y", title: "y", term: "y", value: (_, y) => y },
  { name: "x2", title: "x²", term: "I(x^2)", value: (x) => x * x },
  { name: "y2", title: "y²", term: "I(y^2)", value: (_, y) => y * y },
  { name: "xy", title: "xy", term: "I(x * y)", value: (x, y) => x * y },
  { name: "sinx", title: "sin x", term: "sin(x)", value: (x) => Math.sin(x) },
  { name: "siny", title: "sin y", term: "sin(y)", value: (_, y) => Math.sin(y) },
];

/** The design matrix of the chosen features, row by row.
 * @param {string[]} names @param {ArrayLike<number>} x @param {ArrayLike<number>} y
 * @returns {Float64Array} */
export function designMatrix(names, x, y) {
  const chosen = FEATURES.filter(({ name }) => names.includes(name));
  const matrix = new Float64Array(x.length * chosen.length);
  for (let row = 0; row < x.length; row++) {
    chosen.forEach(({ value }, at) => {
      matrix[row * chosen.length + at] = value(x[row], y[row]);
    });
  }
  return matrix;
}
