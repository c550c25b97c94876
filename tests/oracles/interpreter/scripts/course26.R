# Matrix and money: printing reports
loan <- function(p, rate, months) {
  r <- rate / 12
  pay <- p * r / (1 - (1 + r)^-months)
  out <- data.frame(month = seq_len(months), payment = pay, interest = NA_real_, principal = NA_real_, balance = NA_real_)
  bal <- p
  for (m in seq_len(months)) {
    i <- bal * r; out$interest[m] <- i; out$principal[m] <- pay - i
    bal <- bal - (pay - i); out$balance[m] <- bal
  }
  round(out, 2)
}
l <- loan(1000, 0.06, 6)
l
print(l, row.names = FALSE)
colSums(l[2:4])
cat("Total interest:", format(sum(l$interest), nsmall = 2), "\n")
cat(sprintf("%2d %8.2f %8.2f\n", l$month, l$payment, l$balance), sep = "")
compound <- function(p, r, n) p * (1 + r)^n
years <- c(1, 5, 10, 20)
rates <- c(.01, .03, .05)
tab <- outer(years, rates, function(y, r) compound(1000, r, y))
dimnames(tab) <- list(paste(years, "yr"), paste0(rates * 100, "%"))
tab
round(tab, 1)
print(round(tab), digits = 4)
format(tab, big.mark = ",", nsmall = 2)
write.csv(round(tab, 2))
write.csv(l[1:2, ], row.names = FALSE)
as.data.frame(tab)
invest <- c(stocks = 5000, bonds = 2500.5, cash = 120)
print(invest)
rev(invest)
pct <- 100 * invest / sum(invest)
paste0(names(pct), ": ", round(pct, 1), "%")
print(data.frame(amount = invest, percent = round(pct, 1)))
for (n in names(invest)) cat(format(n, width = 10), format(invest[[n]], big.mark = ",", width = 10), "\n")
for (n in names(invest)) cat(formatC(n, width = -10), formatC(invest[n], format = "f", digits = 1, width = 10, big.mark = ","), "\n")
message("Report finished for ", length(invest), " assets")
tax <- function(income) { br <- c(0, 10000, 40000, Inf); rt <- c(.1, .2, .4); sum(pmax(0, pmin(income, br[-1]) - br[-4]) * rt) }
sapply(c(5000, 25000, 90000), tax)
data.frame(income = c(5000, 25000, 90000), tax = sapply(c(5000, 25000, 90000), tax))
cat("Name\tAmount\n"); cat(paste(names(invest), invest, sep = "\t"), sep = "\n"); cat("\n")
cat(sep = "", "Sum = ", sum(invest), "\n"); cat("a\n", "b\n"); cat("x =", 3, "\ty =", 2.50, "\n", fill = TRUE); cat(1:10, fill = 20); print(paste("Total:", sum(invest))); print(c(0.1, 0.25)); print(100000); print(123456.789); print(1e-4); cat(123456.789, 1e-4, 100000, 1e5 + 1, "\n"); cat(signif(1/3, 3), round(2/3, 2), "\n"); print(TRUE); cat(pi, exp(10), "\n"); cat(format(pi, digits = 3), format(exp(10), digits = 3), "\n"); format(Sys.time(), "%Y") >= "2024"; format(c(10.5, 2.25, 3)); format(0.5, nsmall = 2); format(12.3456, nsmall = 2); round(12.3456, 1); format(round(12.3, 2), nsmall = 2); format(1e-15); format(123L, width = 8); format("left", width = 10); format(TRUE, width = 6); format(NaN); format(c(a = 1.5, b = 2)); format(factor(c("x", "y"))); format(as.Date("2024-02-03"), "%d/%m/%y"); formatC(c(1, 22, 333), width = 6, format = "d", flag = " "); formatC(0.000123, format = "e", digits = 1); formatC(42, flag = "+"); formatC(c("a", "bb"), flag = "-", width = 5); formatC(1e6, big.mark = ",", format = "d"); sprintf("%6.2f", c(1, 22.333)); sprintf("%i", 3L); sprintf("%G", 1e-7); sprintf("%s", TRUE); sprintf("%d", TRUE); sprintf("%5.1e", 12345); sprintf("%%"); sprintf(c("%d a", "%d b"), 1:2); nchar(sprintf("%10s", "")); print(matrix(c("a", "bb", "c", "d"), 2)); print(matrix(c(1.5, 2, 3.25, 4), 2)); print(matrix(list(1, "a", TRUE, NULL), 2)); print(1:3, max = 2); print(c(a = "x", b = "y"), quote = FALSE); print(list(1, b = list(2, 3)))
