"""deepnet's update equations line by line in NumPy, from the specification and nothing else.

Slow and plain: the tests' second opinion on the compiled steps, and the benchmark's yardstick.
`generator` is R's stream, `rnet.rng.state.generator()`.
"""

import numpy as np


def runif(generator, n, low, high):
    return low + (high - low) * generator.uniform(n)


def random_matrix(generator, rows, columns):
    return runif(generator, rows * columns, -0.1, 0.1).reshape(rows, columns, order="F")


def sample(generator, m):
    """`sample(1:m, m)` by R's rejection, drawn number by number; places from 0."""
    x = np.arange(m)
    drawn = []
    for k in range(m, 0, -1):
        bits = int(np.ceil(np.log2(k)))
        while True:
            value = 0
            for _ in range(bits // 16 + 1):
                value = 65536 * value + int(np.floor(generator.uniform(1)[0] * 65536))
            value &= (1 << bits) - 1
            if value < k:
                break
        drawn.append(x[value])
        x[value] = x[k - 1]
    return np.array(drawn)


def epochs_of(numepochs):
    return numepochs if numepochs >= 1 else 2 - numepochs


def batches_of(m, batchsize):
    """Places in the permutation, counted from 0."""
    q = m / batchsize
    found = [np.arange(k * batchsize, (k + 1) * batchsize) for k in range(int(q))]
    if q != int(q):
        counted_from_1 = np.arange(int(q) * batchsize, m + 1)
        found.append(counted_from_1[counted_from_1 > 0] - 1)
    return found


def sigm(z):
    return 1 / (1 + np.exp(-z))


def activation(kind, z):
    return sigm(z) if kind == "sigm" else np.tanh(z)


def slope(kind, a):
    if kind == "sigm":
        return a * (1 - a)
    return 1.7159 * (2 / 3) * (1 - a**2 / 1.7159**2)


def out(kind, z):
    if kind == "softmax":
        return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return sigm(z) if kind == "sigm" else z


def nn_train(
    generator, x, y, W=None, B=None, hidden=(10,), activationfun="sigm", learningrate=0.8,
    momentum=0.5, learningrate_scale=1, output="sigm", numepochs=3, batchsize=100,
    hidden_dropout=0, visible_dropout=0, draw_permutation=sample,
):  # fmt: skip
    m = len(x)
    y = np.reshape(y, (m, -1))
    size = [x.shape[1], *np.ravel(hidden), y.shape[1]]
    layers = range(len(size) - 1)
    if W is None or B is None:
        W, B = [], []
        for i in layers:
            W.append(random_matrix(generator, size[i + 1], size[i]))
            B.append(np.full(size[i + 1], 0.1))
    W, B = [np.array(w) for w in W], [np.array(b) for b in B]
    vW, vB = [np.zeros_like(w) for w in W], [np.zeros_like(b) for b in B]
    L = []
    for _ in range(epochs_of(numepochs)):
        order = draw_permutation(generator, m)
        for places in batches_of(m, batchsize):
            rows = order[places]
            b = len(rows)
            masks = [None] * len(size)
            a = [x[rows]]
            if visible_dropout > 0:
                masks[0] = (generator.uniform(size[0]) > visible_dropout).astype(float)
                a[0] = a[0] * masks[0]
            pre = [None]
            for i in layers:
                z = a[i] @ W[i].T + B[i]
                pre.append(z)
                if i < len(size) - 2:
                    values = activation(activationfun, z)
                    if hidden_dropout > 0:
                        masks[i + 1] = generator.uniform(size[i + 1]) > hidden_dropout
                        masks[i + 1] = masks[i + 1].astype(float)
                        values = values * masks[i + 1]
                    a.append(values)
                else:
                    a.append(out(output, z))
            e = y[rows] - a[-1]
            if output == "softmax":
                L.append(-np.sum(y[rows] * np.log(a[-1])) / b)
            else:
                L.append(0.5 * np.sum(e**2) / b)
            d = [None] * len(size)
            d[-1] = -e * (a[-1] * (1 - a[-1])) if output == "sigm" else -e
            for i in range(len(size) - 2, 0, -1):
                d[i] = (d[i + 1] @ W[i]) * slope(activationfun, a[i])
                if hidden_dropout > 0:
                    d[i] = d[i] * masks[i]
            for i in layers:
                gW = learningrate * (d[i + 1].T @ a[i]) / b
                gB = learningrate * d[i + 1].mean(axis=0)
                if momentum > 0:
                    vW[i] = momentum * vW[i] + gW
                    vB[i] = momentum * vB[i] + gB
                    W[i] = W[i] - vW[i]
                    B[i] = B[i] - vB[i]
                else:
                    W[i] = W[i] - gW
                    B[i] = B[i] - gB
        learningrate = learningrate * learningrate_scale
    return {"W": W, "B": B, "vW": vW, "vB": vB, "L": L, "e": e, "post": a, "pre": pre,
            "dropout_mask": masks, "learningrate": learningrate}  # fmt: skip


def nn_predict(W, B, x, activationfun="sigm", output="sigm", hidden_dropout=0):
    for w, b in zip(W[:-1], B[:-1], strict=True):
        x = activation(activationfun, x @ w.T + b) * (1 - hidden_dropout)
    return out(output, x @ W[-1].T + B[-1])


def rbm_train(
    generator, x, hidden, numepochs=3, batchsize=100, learningrate=0.8, learningrate_scale=1,
    momentum=0.5, cd=1, draw_permutation=sample,
):  # fmt: skip
    m, p = x.shape
    W = random_matrix(generator, hidden, p)
    B, C = runif(generator, p, -0.1, 0.1), runif(generator, hidden, -0.1, 0.1)
    vW, vB, vC = np.zeros_like(W), np.zeros(p), np.zeros(hidden)
    errors = []

    def states(probabilities):
        drawn = generator.uniform(probabilities.size).reshape(probabilities.shape, order="F")
        return (probabilities > drawn).astype(float)

    sweeps = range(1, cd + 1) if cd >= 1 else range(1, cd - 1, -1)
    for _ in range(epochs_of(numepochs)):
        order = draw_permutation(generator, m)
        for places in batches_of(m, batchsize):
            v1 = x[order[places]]
            b = len(v1)
            h1 = states(sigm(v1 @ W.T + C))
            hn = h1
            for i in sweeps:
                vn = sigm(hn @ W + B)
                hn = sigm(vn @ W.T + C)
                if i < cd:
                    hn = states(hn)
            dW = learningrate * (h1.T @ v1 - hn.T @ vn) / b
            vW = momentum * vW + dW
            W = W + dW
            vB = momentum * vB + learningrate * (v1 - vn).mean(axis=0)
            B = B + vB
            vC = momentum * vC + learningrate * (h1 - hn).mean(axis=0)
            C = C + vC
            errors.append(np.sum((v1 - vn) ** 2) / b)
        learningrate = learningrate * learningrate_scale
    return {"W": W, "vW": vW, "B": B, "vB": vB, "C": C, "vC": vC, "e": errors,
            "learningrate": learningrate}  # fmt: skip


def output_layer(generator, outputs, last):
    return random_matrix(generator, outputs, last), runif(generator, outputs, -0.1, 0.1)


def dbn_dnn_train(generator, x, y, hidden, cd=1, **settings):
    names = ("numepochs", "batchsize", "learningrate", "learningrate_scale", "momentum")
    shared = {name: settings[name] for name in names if name in settings}
    W, B, v = [], [], x
    for units in hidden:
        rbm = rbm_train(generator, v, units, cd=cd, **shared)
        W.append(rbm["W"])
        B.append(rbm["C"])
        v = sigm(v @ rbm["W"].T + rbm["C"])
    w, b = output_layer(generator, np.reshape(y, (len(x), -1)).shape[1], hidden[-1])
    settings |= {"hidden_dropout": 0, "visible_dropout": 0}
    return nn_train(generator, x, y, [*W, w], [*B, b], hidden, **settings)


def sae_dnn_train(generator, x, y, hidden, sae_output="linear", **settings):
    coders, t = [], x
    for i, units in enumerate(hidden, start=1):
        if i > 1:
            below = coders[-1]
            z = below["W"][0] @ t.T  # units x cases; the bias goes down the columns, recycled
            bias = np.resize(below["B"][i - 2], z.size).reshape(z.shape, order="F")
            t = activation(settings["activationfun"], z + bias).T
        own = settings | {"output": sae_output}
        coders.append(nn_train(generator, t, t, hidden=[units], **own))
    w, b = output_layer(generator, np.reshape(y, (len(x), -1)).shape[1], hidden[-1])
    W, B = [c["W"][0] for c in coders], [c["B"][0] for c in coders]
    return nn_train(generator, x, y, [*W, w], [*B, b], hidden, **settings)
