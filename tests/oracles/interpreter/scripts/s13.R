# merge, reshape-like, apply family on data frames
students <- data.frame(id = c(1, 2, 3, 4), name = c("Ann", "Bob", "Cat", "Dan"), stringsAsFactors = FALSE)
marks <- data.frame(sid = c(1, 1, 2, 3, 5), course = c("math", "art", "math", "bio", "art"), mark = c(90, 80, 70, 85, 60))
m1 <- merge(students, marks, by.x = "id", by.y = "sid")
m1
merge(students, marks, by.x = "id", by.y = "sid", all = TRUE)
merge(students, marks, by.x = "id", by.y = "sid", all.x = TRUE)[, c("name", "mark")]
xtabs(mark ~ name + course, data = m1)
with(m1, tapply(mark, list(name, course), mean))
unsplit(split(m1$mark, m1$name), m1$name)
wide <- reshape(marks, idvar = "sid", timevar = "course", direction = "wide")
wide
long <- reshape(data.frame(id = 1:2, x1 = c(5, 6), x2 = c(7, 8)), direction = "long", varying = c("x1", "x2"), v.names = "x", timevar = "time", idvar = "id")
long
stack(list(a = 1:2, b = 3:4))
df <- data.frame(g = c("x", "y", "x", "y"), v = 1:4, w = c(2.5, 3.5, 4.5, 5.5))
aggregate(. ~ g, df, sum)
aggregate(df[, c("v", "w")], by = list(df$g), FUN = function(z) c(m = mean(z), s = sum(z)))
sapply(split(df, df$g), function(d) with(d, weighted.mean(w, v)))
do.call(rbind, lapply(split(df, df$g), function(d) data.frame(g = d$g[1], total = sum(d$v))))
df <- transform(df, r = v / w, big = v > 2)
df
df$g <- factor(df$g, levels = c("y", "x")); as.integer(df$g)
df[order(df$g, -df$v), ]
colnames(df)[2] <- "value"; names(df)
df[["value"]] <- NULL; df
nrow(df); ncol(df)
rownames(df) <- letters[1:4]; df["b", ]
df <- rbind(df, data.frame(g = "x", w = 1, r = 0, big = FALSE, row.names = "e")); df
df[df$w > 3 & df$big, "w"]
subset(df, w < 3, select = -r)
within(df, { z <- w * 2; rm(r) })
cbind(df, k = 5:1)
lapply(df, class)
sapply(df, is.numeric)
Reduce(function(a, b) merge(a, b, by = "k"), list(data.frame(k = 1:3, a = 1:3), data.frame(k = 2:4, b = 4:6), data.frame(k = 1:4, c = 7:10)))
duplicated(c(1, 2, 1)); unique(data.frame(a = c(1, 1, 2), b = c("x", "x", "y")))
head(expand.grid(a = 1:2, b = c("u", "v")), 3)
is.na(df) |> sum()
table(cut(mtcars$hp, 3, labels = c("low", "mid", "high")), mtcars$cyl)
apply(table(mtcars$cyl, mtcars$gear), 1, sum)
outer(1:2, 1:3, Vectorize(function(a, b) a * 10 + b))
array(1:8, c(2, 2, 2))[, , 1]
mapply(function(n, v) paste(n, v), c(a = "A", b = "B"), c("1", "2"))
quantile(mtcars$mpg, c(.1, .5, .9)); tabulate(c(1, 2, 2, 5))
max(sapply(list("a", "bbb"), nchar)); rev(list(1, "a"))
cumsum(1:5); cumprod(1:5); diff(c(1, 4, 9)); rle(c(1, 1, 2, 2, 2)); inverse.rle(rle(c("a", "a", "b")))
