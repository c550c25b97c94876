# Towers of data: matrices of game of life glider with wrap
glider <- matrix(0, 6, 6)
glider[cbind(c(1, 2, 3, 3, 3), c(2, 3, 1, 2, 3))] <- 1
step <- function(m) {
  nb <- Reduce(`+`, lapply(list(c(-1,-1), c(-1,0), c(-1,1), c(0,-1), c(0,1), c(1,-1), c(1,0), c(1,1)), function(d) {
    r <- (seq_len(nrow(m)) - 1 + d[1]) %% nrow(m) + 1
    cc <- (seq_len(ncol(m)) - 1 + d[2]) %% ncol(m) + 1
    m[r, cc]
  }))
  (m == 1 & (nb == 2 | nb == 3)) | (m == 0 & nb == 3)
}
for (gen in 0:4) {
  cat("Generation", gen, "\n")
  cat(apply(ifelse(glider == 1, "O", "."), 1, paste, collapse = " "), sep = "\n")
  cat("\n")
  glider <- step(glider) * 1
}
storage.mode(glider)
glider
mode(glider) <- "logical"
glider[1:2, ]
sum(glider)
which(glider)
which(glider, arr.ind = TRUE)
