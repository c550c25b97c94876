# Vectors and control: typical intro lab
temps_f <- c(Mon = 68, Tue = 75.2, Wed = 59, Thu = 80.6, Fri = 71.6)
temps_c <- (temps_f - 32) * 5 / 9
temps_c
round(temps_c, 1)
temps_c[temps_c > 20]
names(temps_c)[temps_c == max(temps_c)]
for (day in names(temps_c)) {
  status <- if (temps_c[day] > 25) "hot" else if (temps_c[[day]] > 18) "mild" else "cold"
  cat(day, "is", status, "at", temps_c[day], "degrees\n")
}
summary(temps_c)
rev(temps_c)
temps_c["Sat"] <- 30
length(temps_c)
temps_c[-c(1, 2)]
temps_c[order(names(temps_c))]
mean(temps_c); round(sd(temps_c), 3)
ifelse(temps_c > 20, "warm", "cool")
x <- 1:10
x[x %% 2 == 0]
sum(x[x > 5])
x * 2
x^2
x / 3
sqrt(x)
exp(-x)
1 / x
x %in% c(2, 4)
any(x > 9); all(x > 0)
cumsum(x)
y <- x; y[3] <- 100L; x[3]; y
paste("Item", 1:3)
seq(-1, 1, 0.5)
c(x, 11.5)
outer(1:3, 1:3, ">=")
m <- NULL
for (i in 1:3) m <- rbind(m, c(i, i^2, i^3))
m
colnames(m) <- c("n", "sq", "cube")
m
m[m[, "sq"] > 3, ]
grades <- c(85, 92, 47, 60, 78)
letter <- character(length(grades))
for (i in seq_along(grades)) letter[i] <- if (grades[i] >= 90) "A" else if (grades[i] >= 80) "B" else if (grades[i] >= 70) "C" else "F"
letter
table(letter)
data.frame(grades, letter)
cat("Average grade:", mean(grades), "\n")
cat("Above average:", grades[grades > mean(grades)], "\n")
i <- 10
while (i > 0) { i <- i - 3; if (i == 4) next; cat("i is now", i, "\n") }
do <- 0
repeat { do <- do + 1; if (do >= 3) break }
do
z <- c(1, NA, 3)
z + 1; sum(z); sum(z, na.rm = TRUE); is.na(z); which(is.na(z)); z == NA; mean(z, na.rm = TRUE); z[!is.na(z)]
vec <- vector("numeric", 3); vec; vec2 <- c(); for (k in 1:4) vec2 <- c(vec2, k^2); vec2
