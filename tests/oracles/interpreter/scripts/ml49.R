# Handwritten digits in miniature: 5x3 bitmaps, Hopfield and template matching, nnet
digits <- list(
  "0" = c("###", "#.#", "#.#", "#.#", "###"),
  "1" = c(".#.", "##.", ".#.", ".#.", "###"),
  "2" = c("###", "..#", "###", "#..", "###"),
  "3" = c("###", "..#", "###", "..#", "###"),
  "7" = c("###", "..#", ".#.", ".#.", ".#."))
to_vec <- function(rows) as.integer(unlist(strsplit(rows, "")) == "#")
show_digit <- function(v) cat(apply(matrix(ifelse(v == 1, "#", "."), 5, byrow = TRUE), 1, paste, collapse = ""), sep = "\n")
M <- t(sapply(digits, to_vec))
M
dim(M)
show_digit(M["2", ])
library(e1071)
hamming.distance(M)
library(nnet)
set.seed(30)
flip <- function(v, p) ifelse(runif(length(v)) < p, 1 - v, v)
noisy <- do.call(rbind, lapply(rep(1:5, each = 20), function(k) flip(M[k, ], 0.05)))
cls <- factor(rep(rownames(M), each = 20))
dim(noisy)
colMeans(noisy)[1:5]
fit <- nnet(noisy, class.ind(cls), size = 4, softmax = TRUE, decay = 0.01, maxit = 150, trace = FALSE)
fit
test <- do.call(rbind, lapply(1:5, function(k) flip(M[k, ], 0.1)))
p <- predict(fit, test)
round(p, 3)
rownames(M)[max.col(p)]
colnames(p)[apply(p, 1, which.max)]
nearest <- apply(test, 1, function(v) rownames(M)[which.min(rowSums(abs(sweep(M, 2, v))))])
nearest
sv <- svm(noisy, cls, kernel = "linear", scale = FALSE)
predict(sv, test)
table(fitted(sv), cls)
# Hopfield memory of two digits
S <- 2 * M[c("0", "1"), ] - 1
W <- crossprod(S) / ncol(S)
diag(W) <- 0
recall <- function(s, W, steps = 5) { for (i in seq_len(steps)) s <- ifelse(W %*% s >= 0, 1, -1); drop(s) }
probe <- S["0", ]; probe[c(1, 5)] <- -probe[c(1, 5)]
out <- recall(probe, W)
all(out == S["0", ])
show_digit((out + 1) / 2)
energy <- function(s) -0.5 * drop(t(s) %*% W %*% s)
c(probe = energy(probe), recalled = energy(out))
strtoi(apply(M, 1, paste, collapse = ""), base = 2)
sprintf("%s has %d black cells", rownames(M), rowSums(M))
rev(as.integer(intToBits(5))[1:4])
