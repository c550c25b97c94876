// What a unit answers over the plane, as colours; the decision boundary; the points.

import { designMatrix } from "./data.js";
import { picture } from "./dom.js";
import { forward } from "./network.js";

const REACH = 6;
const GRID = 50;
const SHADES = 256;
const FAINT = 0.55;

const axis = Float64Array.from({ length: GRID }, (_, i) => -REACH + (2 * REACH * (i + 0.5)) / GRID);
const gridX = Float64Array.from({ length: GRID * GRID }, (_, at) => axis[at % GRID]);
const gridY = Float64Array.from({ length: GRID * GRID }, (_, at) => axis[GRID - 1 - Math.floor(at / GRID)]);

/**
 * The colours of the page: `ramp` goes from low to high by way of the middle.
 * @typedef {{ramp: Uint8ClampedArray, low: string, high: string, line: string, ink: string,
 *   paper: string}} Palette
 */

/** Read the colours that the style gives the page now.
 * @param {Element} root @returns {Palette} */
export function readPalette(root) {
  const style = getComputedStyle(root);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const [low, middle, high] = ["low", "middle", "high"].map(colour);
  const ends = [low, middle, high].map(rgb);
  const ramp = new Uint8ClampedArray(SHADES * 4);
  for (let at = 0; at < SHADES; at++) {
    const place = (2 * at) / (SHADES - 1);
    const [from, to] = place < 1 ? [ends[0], ends[1]] : [ends[1], ends[2]];
    const part = place < 1 ? place : place - 1;
    for (let c = 0; c < 3; c++) ramp[4 * at + c] = from[c] + (to[c] - from[c]) * part;
    ramp[4 * at + 3] = 255;
  }
  return { ramp, low, high, line: colour("boundary"), ink: colour("ink"), paper: colour("paper") };
}

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** What each unit answers at each place of the grid; entry 0 of `outputs` holds the features.
 * @param {import("./run.js").Run} run */
export function surfaces(run) {
  const matrix = designMatrix(run.settings.features, gridX, gridY);
  return forward(run.layers, matrix, GRID * GRID);
}

/** Shares of an answer's range, -1 to 1, that its colour shows. */
export function scaleOf(activation) {
  const fromHalf = ["logistic", "sigm"].includes(activation);
  return fromHalf ? (a) => 2 * a - 1 : (a) => a;
}

/** Paint one unit of a layer into a canvas of the grid's size.
 * @param {HTMLCanvasElement} canvas @param {Float64Array} answers all units of the layer, place by
 *   place @param {number} width how many units @param {number} unit
 * @param {(a: number) => number} scale @param {Palette} palette */
export function paint(canvas, answers, width, unit, scale, palette) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(GRID, GRID);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = new Uint32Array(palette.ramp.buffer);
  for (let at = 0; at < GRID * GRID; at++) {
    const place = Math.min(Math.max(scale(answers[at * width + unit]), -1), 1);
    pixels[at] = colours[Math.round(((place + 1) / 2) * (SHADES - 1)) || 0];
  }
  context.putImageData(image, 0, 0);
}

export const unitPicture = () => picture(GRID);

/** The line where a function changes sign, as pieces in grid steps (marching squares).
 * @param {Float64Array} values @returns {number[][]} x1, y1, x2, y2 */
export function boundary(values) {
  const pieces = [];
  for (let at = 0; at < GRID * (GRID - 1); at++) {
    const column = at % GRID;
    if (column === GRID - 1) continue;
    const row = Math.floor(at / GRID);
    const corners = [at, at + 1, at + GRID + 1, at + GRID].map((place) => values[place]);
    const crossings = [];
    for (let side = 0; side < 4; side++) {
      const [a, b] = [corners[side], corners[(side + 1) % 4]];
      if (a < 0 !== b < 0) crossings.push(crossing(side, a / (a - b), column, row));
    }
    for (let k = 0; k + 1 < crossings.length; k += 2) pieces.push([...crossings[k], ...crossings[k + 1]]);
  }
  return pieces;
}

function crossing(side, part, column, row) {
  if (side === 0) return [column + part, row];
  if (side === 1) return [column + 1, row + part];
  return side === 2 ? [column + 1 - part, row + 1] : [column, row + 1 - part];
}

/** Draw the large picture: a surface, the boundary, the points, the borders of the axes.
 * @param {HTMLCanvasElement} canvas @param {HTMLCanvasElement} surface
 * @param {number[][]} line @param {import("./run.js").Run} run
 * @param {boolean} withTest @param {Palette} palette */
export function drawPlane(canvas, surface, line, run, withTest, palette) {
  const context = canvas.getContext("2d");
  const size = canvas.width;
  const step = size / GRID;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, size, size);
  context.globalAlpha = FAINT; // the points are to stand out
  context.drawImage(surface, 0, 0, size, size);
  context.globalAlpha = 1;
  context.strokeStyle = palette.line;
  context.lineWidth = size / 200;
  context.beginPath();
  for (const [x1, y1, x2, y2] of line) {
    context.moveTo((x1 + 0.5) * step, (y1 + 0.5) * step);
    context.lineTo((x2 + 0.5) * step, (y2 + 0.5) * step);
  }
  context.stroke();
  const last = withTest ? run.points.x.length : run.trainRows;
  for (let at = 0; at < last; at++) drawPoint(context, run, at, size, palette);
}

/** Class 1 and numbers are discs, class 0 squares; points of the test are hollow. */
function drawPoint(context, run, at, size, palette) {
  const { x, y, label } = run.points;
  const regression = run.settings.problem === "regression";
  const place = (value) => ((value + REACH) / (2 * REACH)) * size;
  const [left, top] = [place(x[at]), size - place(y[at])];
  const radius = size / 85;
  const share = regression ? Math.min(Math.max(label[at], -1), 1) : 2 * label[at] - 1;
  const shade = 4 * Math.round(((share + 1) / 2) * (SHADES - 1));
  const colour = regression
    ? `rgb(${palette.ramp.slice(shade, shade + 3).join(" ")})`
    : label[at] > 0.5 ? palette.high : palette.low;
  context.beginPath();
  if (!regression && label[at] < 0.5) {
    context.rect(left - radius * 0.85, top - radius * 0.85, radius * 1.7, radius * 1.7);
  } else context.arc(left, top, radius, 0, 2 * Math.PI);
  const test = at >= run.trainRows;
  context.fillStyle = test ? palette.paper : colour;
  context.strokeStyle = test ? colour : palette.paper;
  context.lineWidth = size / (test ? 150 : 260);
  context.fill();
  context.stroke();
}

/** Draw points alone, small: the picture of a data set. */
export function drawThumbnail(canvas, points, regression, palette) {
  const context = canvas.getContext("2d");
  const size = canvas.width;
  context.clearRect(0, 0, size, size);
  const place = (value) => ((value + REACH) / (2 * REACH)) * size;
  for (let at = 0; at < points.x.length; at++) {
    const high = points.label[at] > (regression ? 0 : 0.5);
    context.fillStyle = high ? palette.high : palette.low;
    context.globalAlpha = regression ? Math.min(1, 0.15 + Math.abs(points.label[at])) : 1;
    context.fillRect(place(points.x[at]) - 2, size - place(points.y[at]) - 2, 4, 4);
  }
  context.globalAlpha = 1;
}
