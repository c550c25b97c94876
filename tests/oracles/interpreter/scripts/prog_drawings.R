# Triangles, recursion drawings, sierpinski, diamonds
sierpinski <- function(n) {
  tri <- "*"
  for (i in seq_len(n)) {
    pad <- strrep(" ", 2^(i - 1))
    tri <- c(paste0(pad, tri, pad), paste(tri, tri))
  }
  tri
}
cat(sierpinski(3), sep = "\n")
diamond <- function(n) for (i in c(1:n, (n - 1):1)) cat(strrep(" ", n - i), strrep("*", 2 * i - 1), "\n", sep = "")
diamond(4)
for (i in 1:5) { for (j in 1:i) cat(j, ""); cat("\n") }
floyd <- function(n) { k <- 1; for (i in 1:n) { cat(sprintf("%3d", k:(k + i - 1)), "\n", sep = ""); k <- k + i } }
floyd(4)
tree <- function(n, prefix = "") { if (n == 0) return(invisible()); cat(prefix, "node", n, "\n", sep = ""); tree(n - 1, paste0(prefix, "|-")); if (n > 1) tree(n - 2, paste0(prefix, "`-")) }
tree(3)
mult_table <- function(n) { cat("   |", sprintf("%3d", 1:n), "\n", sep = ""); cat("---+", strrep("-", 3 * n), "\n", sep = ""); for (i in 1:n) cat(sprintf("%2d |", i), sprintf("%3d", i * 1:n), "\n", sep = "") }
mult_table(5)
cantor <- function(n) { l <- strrep("#", 3^n); for (k in 0:n) { cat(l, "\n", sep = ""); if (k < n) { s <- 3^(n - k - 1); l <- gsub(strrep("#", 3 * s), paste0(strrep("#", s), strrep(" ", s), strrep("#", s)), l, fixed = TRUE) } } }
cantor(2)
pascal <- function(n) { row <- 1; for (i in 1:n) { cat(format(paste(row, collapse = " "), width = 25, justify = "centre"), "\n"); row <- c(1, row[-1] + row[-length(row)], 1) } }
pascal(6)
rule30 <- function(n, w = 21) { cells <- integer(w); cells[w %/% 2 + 1] <- 1L; for (i in seq_len(n)) { cat(c(" ", "#")[cells + 1], "\n", sep = ""); l <- c(0, cells[-w]); r <- c(cells[-1], 0); cells <- as.integer(xor(l, cells | r)) } }
rule30(6)
sine <- function() for (x in seq(0, 2 * pi, length.out = 9)) cat(strrep(" ", round(10 * (1 + sin(x)))), "*\n", sep = "")
sine()
magic <- function(n) { m <- matrix(0, n, n); i <- 1; j <- (n + 1) / 2; for (k in 1:n^2) { m[i, j] <- k; ni <- (i - 2) %% n + 1; nj <- j %% n + 1; if (m[ni, nj] != 0) { ni <- i %% n + 1; nj <- j }; i <- ni; j <- nj }; m }
magic(5); rowSums(magic(5)); identical(unname(rowSums(magic(3))), rep(15, 3))
zigzag <- function(n) { m <- matrix(0L, n, n); o <- order(row(m) + col(m), ifelse((row(m) + col(m)) %% 2 == 0, row(m), col(m)) * -1); m[o] <- seq_len(n^2) - 1L; m }; zigzag(5)
clock <- function(h, m) sprintf("%02d:%02d", (h + m %/% 60) %% 24, m %% 60); clock(23, 75); clock(0:2, c(5, 65, 125)); identity_m <- function(n) outer(1:n, 1:n, "==") * 1; identity_m(3); triangle_type <- function(a, b, c) { s <- sort(c(a, b, c)); if (s[1] + s[2] <= s[3]) "invalid" else switch(length(unique(s)), "equilateral", "isosceles", "scalene") }; triangle_type(3, 4, 5); triangle_type(2, 2, 3); triangle_type(1, 1, 1); triangle_type(1, 2, 9); heron <- function(a, b, c) { s <- (a + b + c) / 2; sqrt(s * (s - a) * (s - b) * (s - c)) }; heron(3, 4, 5); mapply(heron, 3:5, 4:6, 5:7); trapz <- function(x, y) sum(diff(x) * (head(y, -1) + tail(y, -1)) / 2); trapz(0:10, (0:10)^2); euler <- function(f, y, h, n) { r <- numeric(n + 1); r[1] <- y; for (i in 1:n) r[i + 1] <- r[i] + h * f(r[i]); r }; euler(function(y) -0.5 * y, 10, 0.5, 6); e_approx <- cumsum(1 / factorial(0:10)); e_approx; print(e_approx, digits = 15); pi_leib <- 4 * cumsum((-1)^(0:9) / (2 * 0:9 + 1)); pi_leib; compound <- function(p, r, n) p * (1 + r)^(0:n); round(compound(1000, 0.05, 5), 2); data.frame(year = 0:3, balance = compound(1000, 0.05, 3)); amort <- { b <- 1000; r <- 0.01; pmt <- b * r / (1 - (1 + r)^-4); out <- NULL; for (k in 1:4) { int <- b * r; b <- b - (pmt - int); out <- rbind(out, c(month = k, payment = pmt, interest = int, balance = b)) }; out }; round(amort, 2); zapsmall(amort)
