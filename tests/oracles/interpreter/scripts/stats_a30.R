# Dates and apply family in a small study
visits <- data.frame(patient = c(1, 1, 2, 2, 3, 3), date = as.Date(c("2021-01-05", "2021-02-20", "2021-01-10", "2021-03-01", "2021-02-02", "2021-02-28")),
  sbp = c(140, 132, 151, 149, 128, 125))
visits
str(visits)
summary(visits)
visits$days <- with(visits, ave(as.numeric(date), patient, FUN = function(d) d - min(d)))
visits
first <- visits[!duplicated(visits$patient), ]
last <- visits[!duplicated(visits$patient, fromLast = TRUE), ]
change <- last$sbp - first$sbp
change
t.test(change)
diff(visits$date)
format(visits$date, "%d %b %Y")
months(visits$date[1]); weekdays(visits$date[1:2])
seq(as.Date("2021-01-01"), by = "month", length.out = 4)
difftime(as.Date("2021-03-01"), as.Date("2021-02-01"), units = "weeks")
cut(visits$date, "month")
table(format(visits$date, "%m"))
as.numeric(as.Date("2021-12-31") - as.Date("2021-01-01"))
do.call(rbind, by(visits, visits$patient, function(d) d[which.max(d$sbp), ]))
sapply(split(visits$sbp, visits$patient), diff)
vapply(split(visits$sbp, visits$patient), mean, numeric(1))
Map(function(a, b) a + b, 1:2, 3:4)
outer(1:3, 1:4, "+")
wide <- reshape(transform(visits[, c("patient", "sbp")], visit = ave(sbp, patient, FUN = seq_along)), idvar = "patient", timevar = "visit", direction = "wide")
wide
wide$change <- wide$sbp.2 - wide$sbp.1
colMeans(wide[, -1])
long <- reshape(wide[, 1:3], direction = "long", varying = c("sbp.1", "sbp.2"), idvar = "patient")
long
x <- c(b = 2, a = 1)
x[order(names(x))]
names(x) <- toupper(names(x)); x
mat <- matrix(c(1.5, NA, 3, 4), 2, dimnames = list(c("r1", "r2"), c("c1", "c2")))
apply(mat, 1, mean, na.rm = TRUE)
which(is.na(mat), arr.ind = TRUE)
l <- list(a = 1:3, b = letters[1:2], c = list(d = 1))
str(l)
l[["c"]]$d
nchar(c("one", "three")); substr("statistics", 1, 4); rev(strsplit("a,b,c", ",")[[1]])
gsub("[aeiou]", "", "regression"); sprintf("%05.1f", 3.14159); sprintf("%+d", 5L)
switch("b", a = "first", b = "second")
seq(0, 1, 0.25); rev(1:5); rep(c("x", "y"), times = c(2, 1))
any(change > 0); all(change < 0); which(change == min(change))
is.element(3, 1:5); match(3, c(5, 3)); round(-2.5); round(0.15, 1); signif(123456, 2)
10 %/% 3; 10 %% 3; 5 / 0; -1 / 0; 0 / 0; sqrt(2)^2 == 2; isTRUE(all.equal(sqrt(2)^2, 2))
