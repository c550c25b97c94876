binom.test(7, 10); for (n in c(5,8,10,15,20)) for (k in 0:n) cat(sprintf("%.4g ", binom.test(k, n)$p.value))
