# Number theory collection
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
lcm <- function(a, b) a / gcd(a, b) * b
gcd(48, 36); lcm(4, 6); Reduce(gcd, c(48, 36, 120)); Reduce(lcm, 1:10)
sieve <- function(n) {
  is_p <- rep(TRUE, n); is_p[1] <- FALSE
  for (i in 2:floor(sqrt(n))) if (is_p[i]) is_p[seq(i * i, n, by = i)] <- FALSE
  which(is_p)
}
sieve(100)
factorize <- function(n) {
  f <- c(); d <- 2
  while (n > 1) { while (n %% d == 0) { f <- c(f, d); n <- n / d }; d <- d + 1 }
  f
}
factorize(360); table(factorize(360)); paste(factorize(84), collapse = " x ")
for (n in c(12, 97, 100)) {
  t <- table(factorize(n))
  cat(n, "=", paste0(names(t), ifelse(t > 1, paste0("^", t), ""), collapse = " * "), "\n")
}
collatz <- function(n) { s <- n; while (n != 1) { n <- if (n %% 2 == 0) n / 2 else 3 * n + 1; s <- c(s, n) }; s }
collatz(27)[1:20]; length(collatz(27)); max(collatz(27))
steps <- sapply(1:20, function(i) length(collatz(i)) - 1); names(steps) <- 1:20; steps
which.max(steps)
is_perfect <- function(n) { d <- seq_len(n - 1); sum(d[n %% d == 0]) == n }
Filter(is_perfect, 2:500)
for (i in 1:15) cat(if (i %% 15 == 0) "FizzBuzz" else if (i %% 3 == 0) "Fizz" else if (i %% 5 == 0) "Buzz" else i, "")
cat("\n")
fizz <- ifelse(1:15 %% 15 == 0, "FizzBuzz", ifelse(1:15 %% 3 == 0, "Fizz", ifelse(1:15 %% 5 == 0, "Buzz", 1:15)))
fizz
pascal <- function(n) for (i in 0:(n - 1)) cat(strrep(" ", (n - i - 1) * 2), formatC(choose(i, 0:i), width = 4), "\n", sep = "")
pascal(6)
for (i in 0:5) cat(format(paste(choose(i, 0:i), collapse = " "), width = 20, justify = "centre"), "\n")
digits_sum <- function(n) sum(as.integer(strsplit(as.character(n), "")[[1]]))
digits_sum(98765); sapply(c(10, 123, 999), digits_sum)
armstrong <- function(n) { d <- as.integer(strsplit(as.character(n), "")[[1]]); sum(d^length(d)) == n }
which(sapply(1:1000, armstrong))
to_binary <- function(n) { r <- c(); while (n > 0) { r <- c(n %% 2, r); n <- n %/% 2 }; paste(r, collapse = "") }
to_binary(10); sapply(c(1, 5, 255), to_binary); strtoi("11111111", base = 2)
luhn <- function(x) { d <- rev(as.integer(strsplit(x, "")[[1]])); e <- d[c(FALSE, TRUE)] * 2; e[e > 9] <- e[e > 9] - 9; (sum(d[c(TRUE, FALSE)]) + sum(e)) %% 10 == 0 }
luhn("49927398716"); luhn("49927398717")
fibs <- numeric(15); fibs[1:2] <- 1; for (i in 3:15) fibs[i] <- fibs[i - 1] + fibs[i - 2]; fibs; fibs[-1] / fibs[-15]
print(fibs / sum(fibs), digits = 3)
utils::as.roman(1:12); as.character(utils::as.roman(c(40, 90, 400))); utils::as.roman("XII") + 5L; rev(utils::as.roman(1:3))
mult <- outer(1:5, 1:5); dimnames(mult) <- list(1:5, 1:5); mult
x <- 600851475143; cat(x, "\n"); cat(format(x, big.mark = ","), "\n"); x; cat(1e5, 100000L, 123456.789, 1e-5, 0.0001, 1e15, 1e16, 1/3, "\n"); print(2^31); 2^53; 2^53 + 1; 10^(0:9)
sum(1 / (1:1000)^2); prod(seq(1, 9, 2)); exp(log(10)); 7 %/% 2; -7 %/% 2; -7 %% 2; 1e308 * 10; bitwXor(5L, 3L); 5 == 5L; identical(5, 5L); sqrt(2)^2 == 2; isTRUE(all.equal(sqrt(2)^2, 2))
primes <- sieve(50); diff(primes); table(diff(primes)); matrix(primes[1:12], 3); cumsum(primes); rev(primes)[1:3]; primes[primes %% 4 == 1]
