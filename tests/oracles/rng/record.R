# Records R's random numbers: Rscript record.R  (writes rng.json beside itself; needs jsonlite)
#
# A case: a function, its arguments, a seed; then the first values as hexadecimal doubles, the next
# runif(1), warnings and error, and the MD5 sum of many values (as little-endian doubles), which
# reaches the rare branches of the algorithms.
library(jsonlite)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
MANY <- 20000

hex <- function(x) {
  text <- sprintf("%a", as.double(x))
  text[is.nan(x)] <- "NaN"
  text[is.na(x) & !is.nan(x)] <- "NA"
  text
}
value <- function(x) {
  if (is.null(x)) return(list(type = "NULL"))
  out <- if (is.factor(x)) list(type = "factor", data = as.character(x), levels = levels(x))
    else if (is.double(x)) list(type = "double", data = hex(x))
    else list(type = typeof(x), data = as.vector(unclass(x)))
  if (!is.null(names(x))) out$names <- names(x)
  if (!is.null(dim(x))) {
    out$dim <- dim(x)
    if (!is.null(rownames(x))) out$rownames <- rownames(x)
  }
  out
}
arguments <- function(args) {
  names <- if (is.null(names(args))) rep("", length(args)) else names(args)
  unname(Map(function(x, name) c(list(name = name), value(x)), args, names))
}
md5 <- function(x) {
  file <- tempfile()
  on.exit(unlink(file))
  writeBin(as.double(x), file, endian = "little")
  unname(tools::md5sum(file))
}
run <- function(f, args) {
  warned <- character()
  error <- NULL
  result <- withCallingHandlers(
    tryCatch(do.call(f, args), error = function(e) { error <<- conditionMessage(e); NULL }),
    warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") })
  list(result = value(result), warnings = warned, error = error)
}
record <- function(f, args, seed, many = FALSE) {
  set.seed(seed)
  out <- c(list("function" = f, args = arguments(args), seed = seed), run(f, args))
  out[["next"]] <- hex(runif(1))
  if (many) {
    args[[1]] <- MANY
    set.seed(seed)
    drawn <- do.call(f, args)
    out$md5 <- md5(drawn)
    out$md5_next <- hex(runif(1))
  }
  out
}

cases <- list()
add <- function(f, ..., many = TRUE, seeds = c(1, 20261122)) {
  for (seed in seeds) cases[[length(cases) + 1]] <<- record(f, list(...), seed, many)
}
edge <- function(f, ...) add(f, ..., many = FALSE, seeds = 1)

for (a in c(1e-5, .01, .1, .5, .9, .999, 1, 1.0001, 1.5, 2, 3.5, 3.686, 3.7, 5, 10, 13, 13.022, 13.03, 20, 100, 1e4, 1e8))
  add("rgamma", 6, a)
for (p in list(c(.3, 2.5), c(2, .1), c(7, 1e-3), c(50, 1e6))) { add("rgamma", 6, p[1], p[2]); add("rgamma", 6, p[1], scale = p[2]) }
for (p in list(c(.5, .5), c(2, 3), c(3, 2), c(.5, 2), c(2, .5), c(1, 1), c(1, 5), c(5, 1), c(1.0001, 1.0001), c(100, 3),
               c(1e-3, 1e-3), c(1e-3, 50), c(1e5, 1e5), c(10, 10), c(.9, .95), c(1e-300, 1e-300), c(1.5, 1e6)))
  add("rbeta", 6, p[1], p[2])
for (l in c(0, .5, 30)) add("rbeta", 6, 2, 3, ncp = l)
for (d in c(.1, 1, 2, 3, 7, 50, 1000)) { add("rchisq", 6, d); add("rt", 6, d) }
for (p in list(c(1, 1), c(0, 3), c(3, .5), c(5, 40), c(0, .1), c(2.5, 0))) add("rchisq", 6, p[1], ncp = p[2])
add("rt", 6, Inf)
for (p in list(c(3, 0), c(3, 1), c(10, -2))) add("rt", 6, p[1], p[2])
for (p in list(c(1, 1), c(3, 10), c(Inf, 3), c(3, Inf), c(Inf, Inf), c(.5, .7))) add("rf", 6, p[1], p[2])
add("rf", 6, 3, 10, 2); add("rf", 6, 3, 10, 0)
for (m in c(.001, .1, .5, 1, 2, 3.3, 5, 9, 9.99, 10, 10.001, 11, 12, 15, 20, 30, 50, 100, 1000, 1e5, 1e8, 1e12, 1e15, 1e300))
  add("rpois", 6, m)
for (p in list(c(1, .5), c(10, .3), c(10, .7), c(100, .01), c(100, .29), c(100, .3), c(100, .45), c(100, .5), c(100, .55),
               c(100, .7), c(100, .71), c(1000, .02), c(1000, .03), c(1000, .5), c(1000, .9), c(1e5, .4), c(1e6, .5),
               c(1e9, .5), c(1e9, 1e-8), c(1e9, 1e-7), c(1e9, .999), c(2147483646, .3), c(60, .5), c(61, .5), c(64, .47),
               c(1e6, 1 - 1e-6), c(200, .999)))
  add("rbinom", 6, p[1], p[2])
for (p in list(c(2147483647, .5), c(1e10, .3), c(1e10, .9), c(2^31, 1e-9))) add("rbinom", 6, p[1], p[2], many = FALSE)
for (p in c(1e-10, 1e-5, .01, .1, .5, .9, 1)) add("rgeom", 6, p)
for (p in list(c(3, .5), c(.3, .1), c(100, .01), c(10, 1), c(5.5, .9), c(1e5, .5))) add("rnbinom", 6, p[1], p[2])
for (p in list(c(3, 5), c(.3, .1), c(100, 1000), c(10, 0), c(.01, 100), c(Inf, 3), c(1e300, 3))) add("rnbinom", 6, p[1], mu = p[2])
for (p in list(c(10, 7, 8), c(7, 10, 8), c(10, 7, 15), c(7, 10, 15), c(5, 5, 5), c(0, 5, 3), c(5, 0, 3), c(5, 5, 0), c(5, 5, 10),
               c(18, 22, 20), c(20, 20, 20), c(50, 50, 50), c(100, 100, 100), c(200, 200, 200), c(210, 210, 210), c(300, 300, 250),
               c(400, 410, 401), c(1000, 2000, 600), c(2000, 1000, 600), c(2000, 1000, 2500), c(1000, 2000, 2500),
               c(500, 40000, 20000), c(1e5, 1e5, 1e4), c(1e5, 1e6, 5e4), c(1e6, 1e6, 1e6), c(1e7, 2e7, 1e4), c(300, 1e6, 5e5),
               c(1e9, 1e9, 1e6), c(1e9, 1e9, 1e3), c(1e9, 1e9, 1e9)))
  add("rhyper", 6, p[1], p[2], p[3])
for (p in list(c(0, 1), c(5, 2), c(-3, .1))) for (f in c("rnorm", "rcauchy", "rlogis", "rlnorm")) add(f, 6, p[1], p[2])
for (p in list(c(0, 1), c(5, 7), c(-3, -.1))) add("runif", 6, p[1], p[2])
for (p in list(c(1, 1), c(2, 3), c(.5, .2), c(3.7, 10))) add("rweibull", 6, p[1], p[2])
for (r in c(.1, 1, 12)) add("rexp", 6, r)
for (k in c(0, 1, 5, 20)) add("rsignrank", 6, k)
for (p in list(c(0, 5), c(5, 0), c(3, 4), c(4, 3), c(20, 10), c(1, 1))) add("rwilcox", 6, p[1], p[2])
edge("rsignrank", 1, 1e5); edge("rwilcox", 1, 50000, 50000); edge("rwilcox", 2, 1e5, 1e5)
edge("rsignrank", 2, 2.5); edge("rsignrank", 2, 3.5); edge("rsignrank", 2, Inf); edge("rwilcox", 2, 2.5, 3)

# parameters that change from value to value
add("rgamma", 12, c(.5, 2, 10, .5, 20), c(1, 2))
add("rbeta", 12, c(.5, 2, 1, 3), c(2, 3, .1))
add("rchisq", 12, c(1, 5, 20), ncp = c(0, 1))
add("rpois", 12, c(1, 20, 3, 20, 30, 1, 12, 0, 1, 9))
add("rbinom", 12, c(10, 100, 100, 1000), c(.1, .5, .9))
add("rhyper", 12, c(10, 100, 1000), c(10, 500), c(5, 9))
add("rnbinom", 12, c(1, 30), c(.5, .1, .9)); add("rnbinom", 12, c(1, 30), mu = c(5, .1, 100))
add("rt", 12, c(1, 2, Inf)); add("rf", 12, c(1, 2, Inf), c(3, 4)); add("rnorm", 12, 1:3, c(0, 1, 2))
add("runif", 12, 0:3, 2); add("rexp", 12, c(1, Inf, 3)); add("rweibull", 12, 1:3, c(0, 1)); add("rgeom", 12, c(1, .1))

# borders and bad parameters
for (f in c("rexp", "rgamma", "rchisq", "rt", "rpois", "rgeom", "rsignrank", "rweibull", "rnorm", "runif", "rlnorm", "rcauchy", "rlogis"))
  for (x in list(0, -1, Inf, -Inf, NA, NaN, c(1, NA), c(NA, 1, -1), numeric(0), TRUE, 1L)) edge(f, 3, x)
pairs <- list(c(0, 0), c(0, 1), c(1, 0), c(Inf, Inf), c(Inf, 1), c(1, Inf), c(-1, 1), c(1, -1), c(NA, 1), c(1, NA), c(-Inf, 1), c(-1, 0), c(NA, 0), c(0, -1))
for (f in c("rnorm", "runif", "rlnorm", "rcauchy", "rlogis", "rweibull", "rgamma", "rbeta", "rf", "rbinom", "rnbinom", "rwilcox"))
  for (p in pairs) if (!(f == "rwilcox" && any(p %in% Inf))) edge(f, 3, p[1], p[2])
for (p in pairs) { edge("rnbinom", 3, p[1], mu = p[2]); edge("rgamma", 3, p[1], scale = p[2]); edge("rchisq", 3, p[1], ncp = p[2]); edge("rt", 3, p[1], ncp = p[2]) }
for (p in list(c(10, 1.1), c(10, -.1), c(2.5, .5), c(10 + 1e-9, .5), c(Inf, .5), c(0, .5), c(10, 1), c(10, 0), c(-1, .5), c(2147483647, 0), c(2147483647, 1)))
  edge("rbinom", 3, p[1], p[2])
edge("rbinom", 4, c(10, 2147483647), .5); edge("rbinom", 3, numeric(0), .5); edge("rbinom", 0, 1, .5); edge("rbinom", 4, c(NA, 1e10, 3), .5)
for (p in list(c(3, 4, 8), c(-1, 4, 3), c(3.5, 4.5, 2), c(3.4, 4, 2), c(NA, 4, 3), c(Inf, 4, 3), c(0, 0, 0), c(3, 4, 7), c(3, 4, 0)))
  edge("rhyper", 3, p[1], p[2], p[3])
edge("rpois", 3, 2147483647); edge("rpois", 2, c(1, 1e10)); edge("rpois", 3, c(1, NA)); edge("rpois", 3, c(NA, 1e10)); edge("rgeom", 3, 1.1)
edge("rbeta", 3, 0, 0, ncp = 1); edge("rbeta", 3, Inf, Inf, ncp = 1); edge("rbeta", 3, 1, 2, ncp = -1); edge("rbeta", 3, 1, 2, ncp = numeric(0))
edge("rf", 3, Inf, 4, 1); edge("rf", 3, 3, 4, NA); edge("rf", 2, 3, c(3, 4, 5), 1:5); edge("rf", 2, c(3, 4, 5), 4, 1)
edge("rt", 3, c(1, 2), c(1, 2, 3)); edge("rt", 2, c(1, 2, 3), 1); edge("rt", 3, numeric(0), 1); edge("rt", 0, 1, 1)
edge("rgamma", 2, 1, 2, 3); edge("rgamma", 2, 1, 2, scale = .5); edge("rgamma", 2, 1, rate = 2, scale = c(.5, .5)); edge("rnbinom", 2, 3, .5, mu = 2)
for (n in list(2.9, -1, NA, NaN, Inf, 3:5, TRUE, 0, c(-1, -1), numeric(0), "3", c("a", "b"), 1e18)) edge("runif", n)
edge("runif", 2, "a"); edge("runif", 0, "a"); edge("rnorm", 2, factor("a")); edge("rnorm", 3, c(a = 1))
edge("rmultinom", 2, 3, c(.2, .3, .5)); edge("rmultinom", 1, 3, c(a = 1, b = 2)); edge("rmultinom", 0, 3, c(1, 2)); edge("rmultinom", 2, 0, c(1, 2))
edge("rmultinom", 2, -1, c(1, 2)); edge("rmultinom", 2, NA, 1); edge("rmultinom", 2, 3, c(0, 0)); edge("rmultinom", 2, 3, c(-1, 2))
edge("rmultinom", 2, 3, c(NA, 2)); edge("rmultinom", 2, 3, numeric(0)); edge("rmultinom", 2, 3, 1); edge("rmultinom", -1, 3, 1)
edge("rmultinom", 2.7, 3.7, c(1, 1)); edge("rmultinom", c(2, 3), 3, c(1, 1)); edge("rmultinom", 2, 3, c(0, 1, 0)); edge("rmultinom", 5, 1000, c(1, 0, 5, 3, .1))
edge("rmultinom", 2, 3, c(Inf, 1)); edge("rmultinom", NA, 3, 1); edge("rmultinom", 3, 1e6, (1:30) / 7)

# sampling
for (n in c(1, 2, 3, 7, 8, 9, 10, 100, 255, 256, 257, 1000, 65535, 65536, 65537, 1e5)) { add("sample.int", n, min(n, 60), many = FALSE); add("sample.int", n, 5, TRUE, many = FALSE) }
edge("sample.int", 1000)
for (n in c(1e7, 1e7 + 1, 2e7, 2^31 - 1, 2^31, 1e10, 2^40 + 3, 1e15, 2^50, 2^50 + 1, 2^49 + 3, 2^52)) { if (n > 1e7) add("sample.int", n, 5, many = FALSE); add("sample.int", n, 5, TRUE, many = FALSE) }
add("sample.int", 40, 20, useHash = TRUE, many = FALSE)
for (n in c(2, 3, 4, 5, 8, 17, 100, 199, 200, 201, 202, 500)) for (replace in c(TRUE, FALSE)) {
  add("sample.int", n, n, replace, prob = rep(1, n), many = FALSE); add("sample.int", n, n, replace, prob = 1:n, many = FALSE)
  add("sample.int", n, n, replace, prob = rep(c(.1, .3), length.out = n), many = FALSE); add("sample.int", n, n, replace, prob = (n:1)^2, many = FALSE)
}
add("sample.int", 300, 50, TRUE, prob = c(rep(1, 200), rep(0, 100)), many = FALSE); add("sample.int", 300, 50, TRUE, prob = c(rep(1, 201), rep(1e-9, 99)), many = FALSE)
for (x in list(5, 5.7, 1, 0, .5, -3, NA, Inf, NULL, integer(0), TRUE, "a", c("u", "v", "w"), c(a = 1, b = 2, c = 3), factor(c("x", "y", "z", "x")),
               c(2.5, 3.5), 2.5, c(TRUE, FALSE), matrix(1:6, 2), c(a = 5), .9, 12L)) edge("sample", x)
edge("sample", 5, 0); edge("sample", 5, 6); edge("sample", 5, -1); edge("sample", 5, NA); edge("sample", 5, 2.9); edge("sample", 5, c(2, 3)); edge("sample", 5, 2, NA)
edge("sample", 5, 7, 1); edge("sample", 5, 2, c(TRUE, FALSE)); edge("sample", 5, 7, TRUE); edge("sample", 3, 2, prob = c(1, 2)); edge("sample", 3, 2, prob = c(1, 0, 0))
edge("sample", 3, 2, TRUE, prob = c(1, 0, 0)); edge("sample", 3, 2, prob = c(-1, 1, 1)); edge("sample", 3, 2, prob = c(NA, 1, 1)); edge("sample", 3, 2, prob = c(Inf, 1, 1))
edge("sample", 3, 2, prob = c(0, 0, 0)); edge("sample", 3, 2, TRUE, prob = c(0, 0, 0)); edge("sample", 3, 0, prob = c(0, 0, 0)); edge("sample", 3, 5, prob = c(1, 1, 1))
edge("sample", 3, 2, prob = c(TRUE, TRUE, FALSE)); edge("sample", 1e16, 2); edge("sample", 0, 0); edge("sample", NULL, 1); edge("sample", 5, 1e10); edge("sample", 2, 5)
edge("sample", c("a", "b", "c"), 8, TRUE, c(.5, .3, .2)); edge("sample", integer(0), 1); edge("sample", integer(0), 1, TRUE)
edge("sample.int", 0); edge("sample.int", 0, 0); edge("sample.int", 0, 1); edge("sample.int", -1); edge("sample.int", NA); edge("sample.int", "5"); edge("sample.int", 1:3)
edge("sample.int", NULL); edge("sample.int", 20, 12, useHash = TRUE); edge("sample.int", 20, 3, TRUE, useHash = TRUE); edge("sample.int", 5, 3, prob = 1:5, useHash = TRUE)
edge("sample.int", 1e10, 2, prob = 1)

# every kind of generator
mixed <- function() c(runif(3), rnorm(5), rexp(2), rgamma(3, 2), sample(100, 5), sample(4e7, 2, TRUE), sample(2^33, 2),
                      sample(300, 5, TRUE, prob = 1:300), rwilcox(3, 4, 5), runif(1))
kinds <- list()
for (kind in c("Mersenne-Twister", "Wichmann-Hill", "Marsaglia-Multicarry", "Super-Duper", "Knuth-TAOCP-2002", "L'Ecuyer-CMRG"))
  for (normal in c("Inversion", "Box-Muller", "Ahrens-Dieter", "Kinderman-Ramage")) for (sampler in c("Rejection", "Rounding"))
    for (seed in c(0, 1, -5, 2147483647)) {
      warned <- character()
      withCallingHandlers(set.seed(seed, kind, normal, sampler),
        warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") })
      start <- head(.Random.seed, 7)
      values <- c(mixed(), rnorm(MANY))
      kinds[[length(kinds) + 1]] <- list(kind = kind, normal = normal, sample = sampler, seed = seed, warnings = warned,
        state = start, values = hex(head(values, 33)), md5 = md5(values), state_after = md5(.Random.seed))
    }
RNGkind("default", "default", "default")

# changes of kind on the way: arguments of RNGkind in turn, with draws between
changes <- list()
for (way in list(list("Wich"), list("Mersenne-Twister"), list(NULL, "Box"), list(NULL, NULL, "Rounding"), list("L'Ecuyer", "Kinder"), list("default"),
                 list("Super", "Box", "Round"), list("Knuth-TAOCP-2002", "Ahrens"), list("Marsaglia", "Ahrens"), list("Marsaglia", "Inversion"))) {
  RNGkind("default", "default", "default")
  set.seed(7)
  x <- rnorm(3)
  warned <- character()
  before <- withCallingHandlers(do.call(RNGkind, way),
    warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") })
  changes[[length(changes) + 1]] <- list(arguments = way, before = before, after = RNGkind(), warnings = warned, state = head(.Random.seed, 7), values = hex(mixed()))
}
RNGkind("default", "default", "default")

complaints <- list()
for (call in list(list("set.seed", NA), list("set.seed", 3e9), list("set.seed", -3e9), list("set.seed", integer(0)), list("set.seed", Inf), list("set.seed", 1, "foo"),
                  list("set.seed", 1, "default", "foo"), list("set.seed", 1, "default", "default", "foo"), list("set.seed", 1, 3), list("RNGkind", "foo"), list("RNGkind", "M"),
                  list("RNGkind", "Knuth"), list("RNGkind", "default", "foo"), list("RNGkind", "default", "default", "R"), list("RNGversion", "x"), list("RNGversion", "3"),
                  list("set.seed", 1, "default", "Buggy Kinderman-Ramage"))) {
  set.seed(1)
  answer <- run(call[[1]], call[-1])
  complaints[[length(complaints) + 1]] <- list("function" = call[[1]], args = arguments(call[-1]), error = answer$error, warnings = answer$warnings, "next" = hex(runif(1)))
}

writeLines(toJSON(list(r_version = R.version.string, many = MANY, cases = cases, kinds = kinds, changes = changes, complaints = complaints),
                  auto_unbox = FALSE, null = "null", na = "null", digits = NA), file.path(here, "rng.json"))
