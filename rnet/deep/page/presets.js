// The lecture's claims as settings: what is said, what to look at, what comes out.

/**
 * @typedef {{name: string, title: string, claim: string, look: string, epochs: number,
 *   settings: Partial<import("./settings.js").Settings>}} Preset
 * @type {Preset[]}
 */
export const PRESETS = [
  {
    name: "xor-perceptron",
    title: "A perceptron cannot do xor",
    claim: "One neuron draws one straight line; no line separates the two classes of exclusive or.",
    look: "The loss stays near 0.69, that of guessing, however long it trains.",
    epochs: 100,
    settings: { data: "xor", hidden: [], rate: 0.03 },
  },
  {
    name: "xor-hidden",
    title: "One hidden layer can",
    claim: "A hidden layer bends the line: four units are enough for exclusive or.",
    look: "Each hidden unit still draws one line; the output puts them together.",
    epochs: 150,
    settings: { data: "xor", hidden: [4], rate: 0.1 },
  },
  {
    name: "features",
    title: "Features instead of depth",
    claim: "With the product xy as a feature the single neuron solves exclusive or at once.",
    look: "The one thick line leads from xy. Depth finds features; who knows them needs no depth.",
    epochs: 50,
    settings: { data: "xor", hidden: [], features: ["x", "y", "xy"], rate: 0.03 },
  },
  {
    name: "vanishing",
    title: "Six sigmoid layers: the gradient vanishes",
    claim: "Going back through sigmoid layers the gradient shrinks at each, the first learn nothing.",
    look: "The gradient bars fall towards layer 1, on a scale of powers of ten. Try ReLU or tanh.",
    epochs: 100,
    settings: { data: "circle", hidden: [8, 8, 8, 8, 8, 8], act: "logistic", rate: 0.1 },
  },
  {
    name: "divergence",
    title: "A rate of 3 diverges",
    claim: "With too long a step each correction overshoots more than the one before.",
    look: "Each epoch the loss is thousands of times larger. A rate of 0.03 learns the plane.",
    epochs: 20,
    settings: { problem: "regression", data: "plane", hidden: [], rate: 3, batch_size: 100 },
  },
  {
    name: "breadth",
    title: "Breadth: one layer of 8",
    claim: "33 weights in one hidden layer. Compare with the same number in two layers.",
    look: "Over ten seeds 93 % of the test points are right after 150 epochs, 98 % after 500.",
    epochs: 150,
    settings: { data: "circle", hidden: [8], rate: 0.03 },
  },
  {
    name: "depth",
    title: "Depth: layers of 4 and 3",
    claim: "31 weights in two hidden layers. Depth trades breadth, the lecture says.",
    look: "Over ten seeds as good as one layer of 8, no better: that depth can say more is shown by construction.",
    epochs: 150,
    settings: { data: "circle", hidden: [4, 3], rate: 0.03 },
  },
  {
    name: "overfitting",
    title: "Overfitting, and a penalty",
    claim: "Few noisy points and many weights: the net learns the noise.",
    look: "The test loss rises while the training loss falls. L2 with a rate of 0.1 holds it down.",
    epochs: 300,
    settings: {
      data: "gauss", noise: 0.5, train_share: 0.1, hidden: [8, 8], optim: "adam", rate: 0.01,
      features: ["x", "y", "x2", "y2", "xy", "sinx", "siny"],
    },
  },
];
