# Asks R (4.2.2) for densities, probabilities and quantiles on grids and writes grid.json:
#   Rscript record.R
# Numbers travel as text of 17 digits. The grids of x and p stand once; every case holds one
# function, one set of parameters, the flags, the values, and whether R warned of NaN.
reals <- c(-Inf, -1e300, -1e10, -300, -38.5, -10, -3, -1, -1e-5, -1e-300, 0, 1e-300, 1e-8, 0.01,
           0.3, 0.5, 0.9, 0.999, 1, 1.5, 2, 5, 10, 37, 100, 1e3, 1e10, 1e300, Inf, NaN, NA)
shares <- c(-0.1, 0, 1e-300, 1e-10, 0.01, 0.2, 0.5, 0.7, 0.99, 1 - 1e-10, 1, 1.5, NA)
counts <- c(-Inf, -1, 0, 0.5, 1, 2, 3, 5, 8, 10, 19, 20, 50, 99, 100, 101, 400, 1000, 1e4, 1e6,
            1e9, Inf, NaN)
p <- c(-0.1, 0, 1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-10, 1,
       1.1, NaN)
logp <- c(-Inf, -1e5, -1000, -700, -50, -5, -1, -0.5, -0.1, -1e-5, -1e-20, 0, 0.1)
ranges <- c(-1, 0, 0.01, 0.5, 1, 2, 3, 3.5, 5, 8, 20, 100, Inf)
middle <- c(0, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1)
grids <- list(reals = reals, shares = shares, counts = counts, p = p, logp = logp,
              ranges = ranges, middle = middle)

families <- list(
  norm = list("reals", c(mean = 0, sd = 1), c(mean = 3, sd = 2), c(mean = 1, sd = 0),
              c(mean = 0, sd = -1), c(mean = -1e5, sd = 1e-3)),
  unif = list("reals", c(min = 0, max = 1), c(min = -3, max = 10), c(min = 1, max = 1),
              c(min = 2, max = 1)),
  exp = list("reals", c(rate = 1), c(rate = 0.01), c(rate = 50), c(rate = -1)),
  gamma = list("reals", c(shape = 1, scale = 1), c(shape = 0.01, scale = 1),
               c(shape = 0.5, scale = 3), c(shape = 30, scale = 0.5), c(shape = 1e4, scale = 0.01),
               c(shape = 0, scale = 1), c(shape = -1, scale = 1)),
  beta = list("shares", c(shape1 = 1, shape2 = 1), c(shape1 = 0.5, shape2 = 0.5),
              c(shape1 = 2, shape2 = 5), c(shape1 = 0.01, shape2 = 3), c(shape1 = 80, shape2 = 30),
              c(shape1 = 1e4, shape2 = 2e4), c(shape1 = 0, shape2 = 1), c(shape1 = 2, shape2 = -1)),
  t = list("reals", c(df = 1), c(df = 2), c(df = 0.3), c(df = 7.5), c(df = 30), c(df = 1e4),
           c(df = Inf), c(df = 0)),
  chisq = list("reals", c(df = 1), c(df = 2), c(df = 0.2), c(df = 10), c(df = 300), c(df = 0),
               c(df = -1)),
  f = list("reals", c(df1 = 1, df2 = 1), c(df1 = 3, df2 = 20), c(df1 = 2, df2 = 5.5),
           c(df1 = 50, df2 = 0.7), c(df1 = 4, df2 = Inf), c(df1 = 1e5, df2 = 10),
           c(df1 = 0, df2 = 1)),
  lnorm = list("reals", c(meanlog = 0, sdlog = 1), c(meanlog = 2, sdlog = 0.3),
               c(meanlog = 0, sdlog = -1)),
  cauchy = list("reals", c(location = 0, scale = 1), c(location = 5, scale = 0.1),
                c(location = 0, scale = -1)),
  logis = list("reals", c(location = 0, scale = 1), c(location = -2, scale = 4),
               c(location = 0, scale = -1)),
  weibull = list("reals", c(shape = 1, scale = 1), c(shape = 0.2, scale = 2),
                 c(shape = 7, scale = 3), c(shape = -1, scale = 1)),
  binom = list("counts", c(size = 10, prob = 0.5), c(size = 100, prob = 0.01),
               c(size = 400, prob = 0.9), c(size = 1e6, prob = 1e-4), c(size = 20, prob = 0),
               c(size = 20, prob = 1), c(size = 10.5, prob = 0.5), c(size = 10, prob = 1.5)),
  pois = list("counts", c(lambda = 1), c(lambda = 0.01), c(lambda = 20), c(lambda = 1e4),
              c(lambda = 0), c(lambda = -1)),
  geom = list("counts", c(prob = 0.5), c(prob = 0.01), c(prob = 1), c(prob = 1e-6), c(prob = 0)),
  nbinom = list("counts", c(size = 3, prob = 0.2), c(size = 0.4, prob = 0.01),
                c(size = 50, prob = 0.9), c(size = 5, mu = 10), c(size = 0.1, mu = 100),
                c(size = 1e6, mu = 3), c(size = 3, prob = 0), c(size = 0, prob = 0.5)),
  hyper = list("counts", c(m = 10, n = 7, k = 8), c(m = 50, n = 500, k = 30),
               c(m = 1000, n = 2000, k = 600), c(m = 3, n = 4, k = 0), c(m = 5, n = 3, k = 9)),
  signrank = list("counts", c(n = 1), c(n = 5), c(n = 13), c(n = 40), c(n = 0)),
  wilcox = list("counts", c(m = 1, n = 1), c(m = 4, n = 6), c(m = 12, n = 9), c(m = 30, n = 40),
                c(m = 0, n = 3))
)
noncentral <- list(
  chisq = list("reals", c(df = 3, ncp = 2), c(df = 0.5, ncp = 30), c(df = 20, ncp = 100)),
  t = list("reals", c(df = 5, ncp = 1), c(df = 30, ncp = -2), c(df = 2.5, ncp = 8)),
  f = list("reals", c(df1 = 3, df2 = 20, ncp = 2), c(df1 = 8, df2 = 5, ncp = 20)),
  beta = list("shares", c(shape1 = 2, shape2 = 3, ncp = 1), c(shape1 = 0.5, shape2 = 8, ncp = 12))
)

text <- function(v) ifelse(is.na(v) & !is.nan(v), "NA", sprintf("%.17g", v))

answer <- function(name, grid, parameters, flags) {
  warned <- FALSE
  found <- withCallingHandlers(
    do.call(name, c(list(grids[[grid]]), as.list(parameters), flags)),
    warning = function(w) {
      if (grepl("NaNs produced", conditionMessage(w))) warned <<- TRUE
      invokeRestart("muffleWarning")
    })
  list(fun = name, grid = grid, par = lapply(as.list(parameters), text),
       flags = flags, nan = warned, value = text(found))
}

ask <- function(family, spec) {
  found <- list()
  for (parameters in spec[-1]) {
    for (l in c(FALSE, TRUE))
      found <- c(found, list(answer(paste0("d", family), spec[[1]], parameters, list(log = l))))
    for (lower in c(TRUE, FALSE)) for (l in c(FALSE, TRUE)) {
      flags <- list(lower.tail = lower, log.p = l)
      found <- c(found, list(answer(paste0("p", family), spec[[1]], parameters, flags)))
      found <- c(found, list(answer(paste0("q", family), if (l) "logp" else "p", parameters, flags)))
    }
  }
  found
}

tukey <- function() {
  found <- list()
  for (s in list(c(nmeans = 2, df = 5), c(nmeans = 3, df = 10), c(nmeans = 10, df = 30),
                 c(nmeans = 4, df = 2), c(nmeans = 6, df = 1e5), c(nmeans = 3, df = 12, nranges = 2),
                 c(nmeans = 20, df = 120)))
    for (lower in c(TRUE, FALSE)) {
      flags <- list(lower.tail = lower, log.p = FALSE)
      found <- c(found, list(answer("ptukey", "ranges", s, flags)),
                 list(answer("qtukey", "middle", s, flags)))
    }
  found
}

asked <- commandArgs(trailingOnly = TRUE)  # names of families, for a quick look
keep <- function(l) if (length(asked)) l[intersect(names(l), asked)] else l
flat <- function(l) unlist(lapply(names(l), function(f) ask(f, l[[f]])), recursive = FALSE)
cases <- c(flat(keep(families)), flat(keep(noncentral)), if (!length(asked)) tukey())
out <- list(R = R.version.string, grids = lapply(grids, text), cases = cases)
writeLines(jsonlite::toJSON(out, auto_unbox = TRUE), "grid.json")
