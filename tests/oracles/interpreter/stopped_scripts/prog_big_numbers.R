# integers big arithmetic as strings, and vectors
big_add <- function(a, b) {
  x <- rev(as.integer(strsplit(a, "")[[1]])); y <- rev(as.integer(strsplit(b, "")[[1]]))
  n <- max(length(x), length(y))
  length(x) <- n; length(y) <- n
  x[is.na(x)] <- 0L; y[is.na(y)] <- 0L
  carry <- 0L; out <- integer(0)
  for (i in seq_len(n)) { s <- x[i] + y[i] + carry; out <- c(out, s %% 10L); carry <- s %/% 10L }
  if (carry) out <- c(out, carry)
  paste(rev(out), collapse = "")
}
big_add("99999999999999999999", "1")
big_mul <- function(a, b) { x <- rev(as.integer(strsplit(a, "")[[1]])); y <- rev(as.integer(strsplit(b, "")[[1]])); r <- numeric(length(x) + length(y)); for (i in seq_along(x)) for (j in seq_along(y)) r[i + j - 1] <- r[i + j - 1] + x[i] * y[j]; for (k in seq_along(r)) { if (r[k] >= 10) { r[k + 1] <- r[k + 1] + r[k] %/% 10; r[k] <- r[k] %% 10 } }; sub("^0+", "", paste(rev(r), collapse = "")) }
big_mul("123456789", "987654321")
Reduce(big_mul, as.character(1:25))
fact <- function(n) if (n <= 1) 1 else n * fact(n - 1)
for (n in c(5, 10, 15, 20, 25)) cat(sprintf("%2d! = %s\n", n, format(fact(n), big.mark = ",")))
sapply(c(5, 10, 20, 50, 100), fact)
fact(170)
fact(200)
fib <- sapply(0:20, function(n) round(((1 + sqrt(5)) / 2)^n / sqrt(5))); fib
2^(0:20)
10^(-5:5)
c(1, 10, 100, 1e6, 1e7)
c(0.1, 0.01, 0.001, 1e-4, 1e-5)
1:20 / 7
(1:12)^5
exp(0:10)
x <- c(1234.5, 0.00012, 98765432.1); x; signif(x, 3); format(x); format(x, digits = 3); formatC(x); prettyNum(x, big.mark = ","); round(x, 2)
1e5; 1e4; 123456; 1234567; 0.1; 0.00001234; 1e-4; 1e5 + 1e-5; 3.00; 1/7; 22/7; c(1/7, 100); c(1e8, 1); c(1e-8, 1); 1e22; 12345678901; 0.1 + 0.2 == 0.3; 5 %/% 0.3; -5 %/% 3; 5 %% -3; 1e-17; c(2, 3.5, 1e3); 1000000; 999999; 1e6 - 0.5; c(1.10, 22.22, 333.333); c(TRUE, 2.5); 3L; 1e3L; 0x1F; 1e-2; 100 / 3; 1e2 / 3; 2/3 * 1e6; 1e15 / 3; 1e-15 / 3
days <- c("Mon", "Tue"); days[5] <- "Fri"; days; v <- 1:3; v[[5]] <- 9L; v; length(v) <- 2; v; x <- numeric(); x["a"] <- 1; x["b"] <- 2; x; l <- 1:10; l[l > 5] <- 0L; l; l[-1]; l[-(1:3)]; l[c(-1, -2)]; l[11]; l[0]; names(l) <- letters[1:10]; l; l[c("a", "j")]; l[["c"]]; which(l == 0); rev(l)[1:3]; head(l, -7); tail(l, 2); which.min(l); range(l); cumsum(rev(1:5)); diff(c(3, 10, 7)); outer(1:3, 1:2, "-"); crossprod(1:3); 1:3 %*% 1:3; 1:2 %o% 1:2; prod(1:5); var(1:5); rev(sort(c(3, 1, 2)))[1:2]; mean(c(TRUE, FALSE)); any(l > 4, na.rm = TRUE); all(l >= 0); rowSums(matrix(1:4, 2)); max(c("a", "b")); nchar(c("aa", "b")); pmin(c(1, 5), c(3, 2)); pmax(1:4, 2); trunc(1.9); ceiling(1.1); round(-1.567, 2); sqrt(16L); abs(-3L); exp(log(5)); 7.5 %% 2; bitwAnd(6L, 3L); rev(1:0); seq(1, 2, length.out = 3); rep(c(1, 2), c(2, 1)); vapply(1:3, function(i) i / 2, 0); is.na(c(a = NA, b = 1)); ifelse(c(a = 1, b = -1) > 0, "p", "n"); tabulate(c(1, 3, 3)); duplicated(c(1, 1, 2)); unique(c(2, 1, 2)); rank(c(2.5, 1, 2.5)); order(c("b", "a")); match(2, c(1, 2)); setdiff(1:3, 2); union(1, 2); rle(c(1, 1, 2))$lengths; cut(5, c(0, 5, 10)); findInterval(5, c(0, 5)); quantile(1:5, 0.3); scale(1:3); sapply(1:3, function(x) x); mapply(sum, 1:2, 3:4); Reduce(`*`, 1:5); do.call(sum, list(1, 2)); 1:3 == c(1, 2, 4); identical(1:3, c(1, 2, 3)); all.equal(1:3, c(1, 2, 3)); 1:6 + 1:4
