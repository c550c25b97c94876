# A tree of clusters as nested lists.

as.dendrogram <- function(object, ...) UseMethod("as.dendrogram")
as.dendrogram.dendrogram <- function(object, ...) object
as.dendrogram.hclust <- function(object, ...) {
  labels <- if (is.null(object$labels)) seq_along(object$order) else object$labels
  nodes <- vector("list", nrow(object$merge))
  branch <- function(j) {
    if (j > 0) return(nodes[[j]])
    structure(-j, label = labels[-j], members = 1L, height = 0, leaf = TRUE, class = "dendrogram")
  }
  middle <- function(node) if (is.null(attr(node, "midpoint"))) 0 else attr(node, "midpoint")
  for (k in seq_along(nodes)) {
    parts <- lapply(object$merge[k, ], branch)
    sizes <- vapply(parts, attr, 0L, "members")
    middles <- vapply(parts, middle, 0)
    nodes[[k]] <- structure(parts, members = sum(sizes),
                            midpoint = (sizes[1L] + middles[1L] + middles[2L]) / 2,
                            height = object$height[k], class = "dendrogram")
  }
  nodes[[length(nodes)]]
}
print.dendrogram <- function(x, digits = getOption("digits"), ...) {
  leaf <- isTRUE(attr(x, "leaf"))
  cat("'dendrogram' ")
  if (leaf) cat("leaf '", format(attr(x, "label"), digits = digits), "'", sep = "")
  else cat("with", length(unclass(x)), "branches and", attr(x, "members"), "members total")
  cat(", at height", format(attr(x, "height"), digits = digits), "\n")
  invisible(x)
}
order.dendrogram <- function(x) {
  if (isTRUE(attr(x, "leaf"))) return(as.vector(unclass(x)))
  unlist(lapply(unclass(x), order.dendrogram))
}
labels.dendrogram <- function(object, ...) {
  if (isTRUE(attr(object, "leaf"))) return(attr(object, "label"))
  unlist(lapply(unclass(object), labels.dendrogram))
}
nobs.dendrogram <- function(object, ...) attr(object, "members")
