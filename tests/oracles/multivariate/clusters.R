# Rscript clusters.R clusters.json: trees and k-means of small random data, many with ties.
out <- list(trees = list(), kmeans = list())
set.seed(4)
for (m in c("ward.D", "ward.D2", "single", "complete", "average", "mcquitty", "median", "centroid"))
  for (r in 1:8) {
    n <- sample(3:20, 1)
    x <- if (r %% 2 || m %in% c("median", "centroid", "ward.D2")) matrix(rnorm(2 * n), n) else matrix(sample(0:4, 2 * n, TRUE), n)
    d <- dist(x, if (r %% 3) "euclidean" else "manhattan")
    h <- hclust(d, m)
    out$trees[[length(out$trees) + 1]] <- list(method = m, d = as.vector(d), merge = h$merge,
      height = h$height, order = h$order, cut = unname(cutree(h, k = min(n, 3))))
  }
for (a in c("Hartigan-Wong", "Lloyd", "MacQueen")) for (k in 1:5) for (starts in c(1, 4)) {
  set.seed(k * 7 + starts)
  x <- round(matrix(rnorm(120), 60), if (k %% 2) 1 else 9)
  most <- if (k == 4) 2 else 30
  f <- suppressWarnings(tryCatch(kmeans(x, k, most, starts, a), error = function(e) conditionMessage(e)))
  if (is.character(f)) next
  out$kmeans[[length(out$kmeans) + 1]] <- list(algorithm = a, k = k, nstart = starts, iter_max = most,
    seed = k * 7 + starts, x = x, cluster = f$cluster, centers = f$centers, withinss = f$withinss,
    totss = f$totss, iter = f$iter, ifault = f$ifault, after = sample.int(1e9, 1))
}
write(jsonlite::toJSON(out, digits = I(17), auto_unbox = TRUE, null = "null"), commandArgs(TRUE)[1])
