// The run as text: the rnet code and the R code that train the same net.

import { FEATURES, HILLS } from "./data.js";
import { DEEPNET_MOMENTUM, DEEPNET_NAMES } from "./run.js";
import { POINTS, trainRows } from "./settings.js";

/** @typedef {import("./settings.js").Settings} Settings */

const LINE_WIDTH = 72;
const INDENT = "    ";

/** Write a call, its arguments filled into lines where one line is too short.
 * @param {string} head the call up to its parenthesis @param {string[]} args
 * @param {string} comma what stands after the last argument of a long call */
function call(head, args, comma) {
  const line = `${head}(${args.join(", ")})`;
  if (line.length <= LINE_WIDTH) return line;
  const lines = [INDENT];
  args.forEach((arg, at) => {
    const piece = arg + (at < args.length - 1 ? "," : comma);
    const last = lines.at(-1);
    if (last === INDENT) lines[lines.length - 1] += piece;
    else if (`${last} ${piece}`.length <= LINE_WIDTH) lines[lines.length - 1] += ` ${piece}`;
    else lines.push(INDENT + piece);
  });
  return [`${head}(`, ...lines, ")"].join("\n");
}

const chosen = (settings) => FEATURES.filter(({ name }) => settings.features.includes(name));
const formula = (settings) => `label ~ ${chosen(settings).map(({ term }) => term).join(" + ")}`;
const atLeastOne = (epochs) => Math.max(epochs, 1);

/** What `mlp` is told, with values as Python or R writes them.
 * @param {Settings} settings @param {number} epochs
 * @returns {[string, string | number][]} */
function mlpArguments(settings, epochs) {
  const classes = settings.problem === "classification";
  const penalty = settings.regularisation;
  return [
    ["act", `"${settings.act}"`],
    ["loss", classes ? '"bce"' : '"mse"'],
    ...(settings.init === "auto" ? [] : [["init", `"${settings.init}"`]]),
    ["optim", `"${settings.optim}"`],
    ["learn_rates", settings.rate],
    ...(penalty === "none" ? [] : [[penalty, settings.regularisation_rate]]),
    ["batch_size", settings.batch_size],
    ["n_epochs", atLeastOne(epochs)],
  ];
}

/** What deepnet's `nn.train` is told. @returns {[string, string | number][]} */
function deepnetArguments(settings, epochs) {
  return [
    ["activationfun", `"${DEEPNET_NAMES[settings.act]}"`],
    ["learningrate", settings.rate],
    ["momentum", settings.optim === "momentum" ? DEEPNET_MOMENTUM : 0],
    ["output", settings.problem === "classification" ? '"sigm"' : '"linear"'],
    ["numepochs", atLeastOne(epochs)],
    ["batchsize", settings.batch_size],
  ];
}

const tuple = (units) => `(${units.join(", ")}${units.length === 1 ? "," : ""})`;
const pairs = (args, equals) => args.map(([name, value]) => `${name}${equals}${value}`);

/** The Python that trains this net.
 * @param {Settings} settings @param {number} epochs */
export function rnetCode(settings, epochs) {
  const deepnet = settings.trainer === "deepnet";
  const rows = trainRows(settings);
  const lines = [
    ...(deepnet ? ["import numpy as np"] : []),
    "import rnet",
    "",
    `rnet.set_seed(${settings.seed})`,
    `points = rnet.playground_data("${settings.data}", n=${POINTS}, noise=${settings.noise})`,
    `train, test = points[:${rows}], points[${rows}:]`,
  ];
  const hidden = `hidden=${tuple(settings.hidden)}`;
  if (deepnet) {
    const columns = chosen(settings).map(({ term }) => inPython(term));
    lines.push(call("inputs = np.column_stack", [`[${columns.join(", ")}]`], ""));
    const args = pairs(deepnetArguments(settings, epochs), "=");
    lines.push(call("fit = rnet.nn_train", ["inputs", 'train["label"].to_numpy()', hidden, ...args], ","));
  } else {
    const args = pairs(mlpArguments(settings, epochs), "=");
    lines.push(call("fit = rnet.mlp", [`"${formula(settings)}"`, "train", hidden, ...args], ","));
  }
  return `${lines.join("\n")}\n`;
}

const inPython = (term) =>
  term
    .replace(/^I\((.*)\)$/, "$1")
    .replace("^", " ** ")
    .replace("sin", "np.sin")
    .replace(/\b[xy]\b/g, (name) => `train["${name}"]`);

/** The R that trains this net: for R itself with deepnet, otherwise as `rnet run` runs it.
 * @param {Settings} settings @param {number} epochs */
export function rCode(settings, epochs) {
  const rows = trainRows(settings);
  const hidden = `hidden = c(${settings.hidden.join(", ")})`;
  if (settings.trainer === "deepnet") {
    const columns = chosen(settings).map(({ term }) => term.replace(/^I\((.*)\)$/, "$1"));
    const args = pairs(deepnetArguments(settings, epochs), " = ");
    return `${[
      "library(deepnet)",
      "",
      `set.seed(${settings.seed})`,
      `n <- ${POINTS}`,
      `noise <- ${settings.noise}`,
      ...POINTS_IN_R[settings.data],
      "points <- data.frame(x, y, label)",
      `train <- points[1:${rows}, ]`,
      `inputs <- with(train, cbind(${columns.join(", ")}))`,
      call("fit <- nn.train", ["inputs", "train$label", hidden, ...args], ""),
    ].join("\n")}\n`;
  }
  const args = pairs(mlpArguments(settings, epochs), " = ");
  return `${[
    "# R has no package that trains just this net: mlp is rnet's own, and",
    "# `rnet run` runs this. For R itself: “Trained by” R’s deepnet.",
    `set.seed(${settings.seed})`,
    `points <- playground_data("${settings.data}", n = ${POINTS}, noise = ${settings.noise})`,
    `train <- points[1:${rows}, ]`,
    call("fit <- mlp", [formula(settings), "train", hidden, ...args], ""),
  ].join("\n")}\n`;
}

const CLASSES = "label <- rep(0:1, length.out = n)";
const ANYWHERE = ["x <- runif(n, -6, 6)", "y <- runif(n, -6, 6)"];
const MOVED = " + 2 * noise * rnorm(n)";

/** The points in R, drawn in the same order as here. @type {Record<string, string[]>} */
const POINTS_IN_R = {
  circle: [
    CLASSES,
    "inside <- runif(n, 0, 2.5)",
    "outside <- runif(n, 3.5, 5)",
    "angle <- runif(n, 0, 2 * pi)",
    "radius <- ifelse(label == 1, inside, outside)",
    `x <- radius * sin(angle)${MOVED}`,
    `y <- radius * cos(angle)${MOVED}`,
  ],
  xor: [
    CLASSES,
    "x <- runif(n, 0.3, 5)",
    "y <- runif(n, 0.3, 5)",
    "side <- ifelse(runif(n) < 0.5, -1, 1)",
    `x <- x * side${MOVED}`,
    `y <- y * side * (2 * label - 1)${MOVED}`,
  ],
  gauss: [
    CLASSES,
    "centre <- ifelse(label == 1, 2, -2)",
    "x <- centre + rnorm(n)",
    "y <- centre + rnorm(n)",
    `x <- x${MOVED}`,
    `y <- y${MOVED}`,
  ],
  spiral: [
    CLASSES,
    "along <- runif(n)",
    "angle <- 1.75 * 2 * pi * along + pi * label",
    `x <- 5 * along * sin(angle)${MOVED}`,
    `y <- 5 * along * cos(angle)${MOVED}`,
  ],
  plane: [...ANYWHERE, "label <- (x + y) / 12 + noise * rnorm(n)"],
  hills: [
    ...ANYWHERE,
    "bump <- function(a, b, sign) sign * exp(-((x - a)^2 + (y - b)^2) / 2)",
    `label <- ${HILLS.map((hill) => `bump(${hill.join(", ")})`).join(" + ")}`.replace(
      / \+ bump\(-4, -2/,
      " +\n  bump(-4, -2",
    ),
    "label <- label + noise * rnorm(n)",
  ],
};
