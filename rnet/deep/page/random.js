// R's random numbers: the Mersenne-Twister of Matsumoto and Nishimura (1998), normals by inversion
// with Wichura's AS 241 (1988), permutations by rejection.

const WORDS = 624;
const PERIOD = 397;
const WORD_TO_UNIT = 2.3283064365386963e-10;
const INVERSE_WORD = 2.328306437080797e-10;
const TWO_27 = 134217728;

/** R's generator after `set.seed(seed)`. */
export class Generator {
  /** @param {number} seed a whole number */
  constructor(seed) {
    this.words = new Uint32Array(WORDS);
    this.position = WORDS;
    let word = seed >>> 0;
    const next = () => (word = (Math.imul(69069, word) + 1) >>> 0);
    for (let i = 0; i < 51; i++) next(); // R scrambles 50 times; the 51st takes the position's place
    for (let i = 0; i < WORDS; i++) this.words[i] = next();
  }

  /** @returns {number} the next 32-bit word */
  word() {
    if (this.position >= WORDS) this.#twist();
    let y = this.words[this.position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #twist() {
    const w = this.words;
    for (let i = 0; i < WORDS; i++) {
      const y = (w[i] & 0x80000000) | (w[(i + 1) % WORDS] & 0x7fffffff);
      w[i] = w[(i + PERIOD) % WORDS] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }

  /** @returns {number} a uniform number inside (0, 1) */
  unit() {
    const u = this.word() * WORD_TO_UNIT;
    if (u <= 0) return 0.5 * INVERSE_WORD;
    return 1 - u <= 0 ? 1 - 0.5 * INVERSE_WORD : u;
  }

  /** R's `runif(n, low, high)`; equal limits draw nothing.
   * @param {number} n
   * @returns {Float64Array} */
  runif(n, low = 0, high = 1) {
    const draw = low === high ? () => low : () => low + (high - low) * this.unit();
    return Float64Array.from({ length: n }, draw);
  }

  /** R's `rnorm(n, mean, sd)`.
   * @param {number} n
   * @returns {Float64Array} */
  rnorm(n, mean = 0, sd = 1) {
    return Float64Array.from({ length: n }, () => {
      const high = Math.floor(TWO_27 * this.unit());
      return mean + sd * normalQuantile((high + this.unit()) / TWO_27);
    });
  }

  /** A whole number in [0, n), as `sample` draws it.
   * @param {number} n */
  index(n) {
    const bits = Math.ceil(Math.log2(n));
    for (;;) {
      let value = 0;
      for (let done = 0; done <= bits; done += 16) {
        value = 65536 * value + Math.floor(this.unit() * 65536);
      }
      value %= 2 ** bits;
      if (value < n) return value;
    }
  }

  /** R's `sample(n)`, counted from 0.
   * @param {number} n
   * @returns {number[]} */
  sample(n) {
    const left = Array.from({ length: n }, (_, i) => i);
    return left.map((_, done) => {
      const last = n - 1 - done;
      const at = this.index(last + 1);
      const chosen = left[at];
      left[at] = left[last];
      return chosen;
    });
  }
}

const CENTRE = [
  [3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3],
  [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
    5.2264952788528545610e3],
];
const MIDDLE = [
  [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4],
  [1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9],
];
const FAR = [
  [6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7],
  [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15],
];

const polynomial = (coefficients, r) => coefficients.reduceRight((sum, c) => sum * r + c);
const ratio = ([top, bottom], r) => polynomial(top, r) / polynomial(bottom, r);

/** R's `qnorm(p)` for 0 < p < 1.
 * @param {number} p */
export function normalQuantile(p) {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE[0], r)) / polynomial(CENTRE[1], r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 0.5 - p + 0.5));
  const size = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -size : size;
}
