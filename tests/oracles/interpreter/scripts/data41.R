# Printing wide things
w <- as.data.frame(matrix(1:26 * 1111, 2, 26)); names(w) <- paste0("variable_", letters); w
wide <- data.frame(identification_number = c(1001, 1002), first_and_last_name = c("Annabella Johannsdottir", "Bo"), monthly_income_in_euro = c(12345.678, 99), date_of_registration = as.Date(c("2020-01-01", NA)), comment_text = c("a long comment that takes much space", NA))
wide
str(wide)
summary(wide)
x <- seq(1000, 30000, by = 1000); x
names(x) <- paste0("n", seq_along(x)); x
letters
c(first = "alpha", second = "beta", third = NA)
1:100
seq(0.001, 1000, length.out = 7)
m <- matrix(rep(c(123.456, -0.001, 1e5), 10), 3); m
colnames(m) <- paste("column", 1:10); m
print(m, digits = 3)
options(width = 60); w[1:8]; x; mtcars[1:2, ]; letters; options(width = 80)
head(data.frame(a = runif(2) > 2, b = c("left", "r"), stringsAsFactors = FALSE))
print(data.frame(a = c("x", "yyy"), n = c(1, 100)), right = FALSE)
print(data.frame(a = c("x", NA), n = c(NA, 100)), na.print = ".")
print(data.frame(a = factor(c("x", NA)), n = c(NA, 100)))
print(c(a = 1.5, b = NA), digits = 2); print(letters, width = 30); print(c("a", NA), quote = FALSE); print(matrix(c("a", "b"), 1), quote = FALSE)
format(data.frame(a = c(1.123456, 22), b = c("x", "yy"))); toupper(month.abb); rev(1:30)
data.frame(x = c(1e-10, 1), y = c(1e10, 1), z = c(123456789, 0.1)); data.frame(p = c(0.00001, 0.5)); data.frame(x = c(NaN, Inf, -Inf, NA))
data.frame(big = 1e15, small = 1e-15, int = 123456789L, s = ""); data.frame(a = c(TRUE, NA), b = c(NA, "x"), c = c(NA, 1L)); data.frame(t = "a\tb", n = "l1\nl2", q = "say \"x\"", u = "é")
c("tab\t", "new\nline", "quote\"", "back\\slash", "é"); cat("tab\t", "back\\slash", "\n"); print("single 'q'"); 'it\'s'; nchar("a\\b")
list(1:3, letters[1:2], list(x = 1, y = "b")); list(a = NULL); list(mtcars[1:2, 1:3], matrix(1:4, 2), c(a = 1)); setNames(1:3, c("a", NA, "c")); structure(1:3, myattr = "hello"); structure(list(a = 1), class = "foo2") -> obj; unclass(obj)
factor(sample(letters, 1) > "", levels = c(TRUE, FALSE)); factor(c(1.5, 2.5)); factor(paste0("a_long_level_name_", 1:8)); factor(1:30); factor(c("lo", "hi"), levels = c("lo", "hi"), ordered = TRUE); factor(character(0)); factor(c("a", NA), exclude = NULL)
as.Date("2020-01-01") + 0:9; c(TRUE, NA, FALSE); complex(real = 1, imaginary = -2.5); c(1+2i, NA); raw(3); as.raw(c(1, 255)); NULL; integer(0); character(0); list(); data.frame(a = integer(0)); matrix(numeric(0), 0, 3); factor(c())
quote(x + y * 2); y ~ a + b; expression(a * b, c); as.name("z"); function(x, y = 2) x + y; TRUE && NA; -1:3; invisible(3); (invisible(3)); Inf - Inf; 0/0; 1L:3L / 2L; 5L %/% 2L; "a" < "B"; nchar("")
cbind(c(1.5, NA), c("a", NA)); cbind(a = c(1, 10), b = c(0.001, 1000)); rbind(c(TRUE, FALSE), c(NA, TRUE)); matrix(c(1.5, 2, NA, 1e6), 2, dimnames = list(c("row one", "r2"), NULL)); matrix(1:60, 2); matrix(c(0.1, 123, 45.678, 9), 2); matrix(c(1+1i, 2, 3, 4), 2)
