# Bagged clustering (Leisch 1999, Working Paper 51 of SFB "Adaptive Information Systems"), as the
# manual of e1071 describes it: base clusterings of bootstrap samples, their centers clustered anew.

bclust <- function(x, centers = 2, iter.base = 10, minsize = 0, dist.method = "euclidean",
                   hclust.method = "average", base.method = "kmeans", base.centers = 20,
                   verbose = TRUE, final.kmeans = FALSE, docmdscale = FALSE, resample = TRUE,
                   weights = NULL, maxcluster = base.centers, ...) {
  x <- as.matrix(x)
  cluster <- get(base.method, envir = parent.frame())
  found <- NULL
  for (member in seq_len(max(iter.base, 1))) {
    if (verbose) cat(if (member == 1) "Committee Member:", " ", member, sep = "")
    drawn <- if (resample) x[sample(nrow(x), replace = TRUE, prob = weights), , drop = FALSE] else x
    fit <- NULL
    for (attempt in 1:20) {
      if (verbose) cat("(", attempt, ")", sep = "")
      fit <- tryCatch(cluster(drawn, centers = base.centers, ...), error = function(e) NULL)
      if (!is.null(fit)) break
    }
    if (is.null(fit)) stop("Could not find valid cluster solution in 20 replications\n")
    found <- rbind(found, fit$centers)
  }
  found <- found[stats::complete.cases(found), , drop = FALSE]
  dimnames(found) <- NULL
  nearest <- knn1(found, x, factor(1:nrow(found)))
  if (minsize > 0) {
    # Ties are broken at random: cases are counted in a second look, and placed in a third.
    nearest <- knn1(found, x, factor(1:nrow(found)))
    kept <- table(nearest) >= minsize
    if (!all(kept)) {
      found <- found[kept, , drop = FALSE]
      nearest <- knn1(found, x, factor(1:nrow(found)))
    }
  }
  object <- structure(
    list(allcenters = found, allcluster = nearest, hclust = NULL, members = NULL, cluster = NULL,
         centers = NULL, iter.base = iter.base, base.centers = base.centers, prcomp = NULL,
         datamean = apply(x, 2, mean), colnames = colnames(x), dist.method = dist.method,
         hclust.method = hclust.method, maxcluster = maxcluster),
    class = "bclust"
  )
  if (verbose) cat("\nComputing Hierarchical Clustering\n")
  hclust.bclust(object, x = x, centers = centers, final.kmeans = final.kmeans,
                docmdscale = docmdscale)
}

hclust.bclust <- function(object, x, centers, dist.method = object$dist.method,
                          hclust.method = object$hclust.method, final.kmeans = FALSE,
                          docmdscale = FALSE, maxcluster = object$maxcluster) {
  d <- dist(object$allcenters, method = dist.method)
  # The package takes its distances from another one, which has names of its own for them.
  known <- c(euclidean = "Euclidean", manhattan = "Manhattan", maximum = "supremum",
             canberra = "Canberra", binary = "Jaccard", minkowski = "Minkowski")
  attr(d, "method") <- known[[attr(d, "method")]]
  object$hclust <- stats::hclust(d = d, method = hclust.method)
  object$members <- cutree(object$hclust, 2:maxcluster)
  object$cluster <- clusters.bclust(object, centers)
  object$centers <- centers.bclust(object, centers)
  if (final.kmeans) {
    fit <- kmeans(x, centers = object$centers)
    object$cluster <- fit$cluster
    object$centers <- fit$centers
  }
  if (docmdscale) object$cmdscale <- cmdscale(d)
  object
}

clusters.bclust <- function(object, k, x = NULL) {
  allcluster <- if (is.null(x)) object$allcluster
                else knn1(object$allcenters, x, factor(1:nrow(object$allcenters)))
  object$members[allcluster, k - 1]
}

centers.bclust <- function(object, k) {
  centers <- matrix(0, nrow = k, ncol = ncol(object$allcenters))
  for (i in 1:k)
    centers[i, ] <- colMeans(object$allcenters[object$members[, k - 1] == i, , drop = FALSE])
  centers
}

plot.bclust <- function(x, maxcluster = x$maxcluster, main, ...) {
  plot(x$hclust, main = if (missing(main)) "" else main)
  invisible()
}

boxplot.bclust <- function(x, n = nrow(x$centers), bycluster = TRUE,
                           main = deparse(substitute(x)), oneplot = TRUE, which = 1:n, ...) {
  invisible()
}
