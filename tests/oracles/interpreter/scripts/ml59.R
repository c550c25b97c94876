# A small machine learning exam: short answers printed
x <- c(3, 7, 1, 9, 4); y <- c(2, 6, 2, 9, 5)
# 1 distances
dist(rbind(x, y)); sqrt(sum((x - y)^2)); sum(abs(x - y)); max(abs(x - y))
dist(rbind(x, y), "minkowski", p = 3)
1 - cor(x, y)
# 2 sigmoid table
z <- seq(-4, 4, 2)
tab <- data.frame(z, logistic = 1 / (1 + exp(-z)), tanh = tanh(z), relu = pmax(0, z), step = as.integer(z >= 0))
tab
print(format(tab, digits = 3), row.names = FALSE)
# 3 confusion
cm <- matrix(c(50, 10, 5, 35), 2, dimnames = list(Pred = c("+", "-"), True = c("+", "-")))
cm
addmargins(cm)
prop.table(cm, "True")
tp <- cm["+", "+"]; fp <- cm["+", "-"]; fn <- cm["-", "+"]; tn <- cm["-", "-"]
sprintf("acc=%.3f prec=%.3f rec=%.3f spec=%.3f", (tp + tn) / sum(cm), tp / (tp + fp), tp / (tp + fn), tn / (tn + fp))
mcnemar.test(cm)
binom.test(tp + tn, sum(cm))$conf.int
# 4 entropy
H <- function(...) { p <- c(...); p <- p / sum(p); -sum(ifelse(p == 0, 0, p * log2(p))) }
c(H(1, 1), H(9, 5), H(4, 0), H(1, 2, 3))
# 5 gradient
g <- deriv(~ (w * 2 - 3)^2, "w", function(w) NULL)
g(1)
D(quote(log(1 + exp(-y * w))), "w")
w <- 0; for (i in 1:25) w <- w - 0.1 * attr(g(w), "gradient")[1]; w
optimize(function(w) (w * 2 - 3)^2, c(-10, 10))$minimum
optim(c(-1, 1), function(p) (1 - p[1])^2 + 100 * (p[2] - p[1]^2)^2, method = "BFGS")[c("par", "value")]
# 6 Bayes
prior <- c(flu = .05, none = .95); lik <- c(flu = .9, none = .2)
post <- prior * lik / sum(prior * lik); post
# 7 VC style counts
choose(10, 3); factorial(5); 2^(0:5)
outer(1:3, 1:4, "+")
# 8 bootstrap
set.seed(1); i <- sample(5, replace = TRUE); i; setdiff(1:5, i); 1 - (1 - 1/5)^5
mean(replicate(1000, length(unique(sample(100, replace = TRUE))))) / 100
# 9 one-hot and interactions
model.matrix(~ a * b, data.frame(a = factor(c("x", "y")), b = 1:2))
# 10 matrix shapes
A <- matrix(1:6, 2); B <- matrix(1:6, 3)
A %*% B; B %*% A; dim(t(A) %*% t(B)); tryCatch(A %*% A, error = function(e) conditionMessage(e))
crossprod(A); diag(3)[, 2]; det(A %*% B); solve(A %*% B)
sweep(A, 1, rowSums(A), "/")
scale(A, scale = FALSE)
apply(A, c(1, 2), function(v) v^2)
which(A > 2, arr.ind = TRUE)
mapply(rep, 1:3, 3:1)
rapply(list(a = 1:3, b = letters[1:2]), toupper, classes = "character", how = "unlist")
