# Reshaping
wide <- data.frame(id = 1:4, t1 = c(5.1, 6.2, 4.8, 5.5), t2 = c(5.9, 6.8, 5.0, 6.1), t3 = c(6.3, 7.5, 5.2, 6.6))
long <- reshape(wide, direction = "long", varying = c("t1", "t2", "t3"), v.names = "score",
                timevar = "time", times = 1:3, idvar = "id")
long
rownames(long)
long <- long[order(long$id, long$time), ]
head(long, 5)
back <- reshape(long, direction = "wide", idvar = "id", timevar = "time", v.names = "score")
back
reshape(data.frame(id = 1:2, x.1 = 3:4, x.2 = 5:6), direction = "long", varying = 2:3, idvar = "id")
stack(wide[2:4])
unstack(stack(wide[2:4]))
st <- stack(list(a = 1:2, b = 3:5, c = 6))
st
str(st)
tapply(long$score, list(long$id, long$time), identity)
xtabs(score ~ id + time, long)
Indometh2 <- reshape(Indometh, v.names = "conc", idvar = "Subject", timevar = "time", direction = "wide")
Indometh2[, 1:5]
grid <- expand.grid(sex = c("m", "f"), dose = c(0.5, 1), rep = 1:2)
grid
nrow(expand.grid(1:3, 1:4, c("a", "b")))
expand.grid(x = 1:2, y = c("a", "b"), stringsAsFactors = FALSE)[3, ]
outer(1:4, 1:5)
outer(1:3, 1:3, "+")
outer(c(a = 1, b = 2), c(x = 10, y = 20))
outer(1:2, 1:3, FUN = function(i, j) i * 10 + j)
m <- as.matrix(wide[, -1])
rownames(m) <- paste0("subj", wide$id)
m
apply(m, 1, diff)
apply(m, 2, range)
apply(m, c(1, 2), round)
t(apply(m, 1, cumsum))
sweep(m, 1, rowMeans(m))
scale(m)
sweep(m, 2, apply(m, 2, max), "/")
array(1:24, dim = c(2, 3, 4))[, , 2]
wide$mean <- rowMeans(wide[c("t1", "t2", "t3")])
wide$best <- c("t1", "t2", "t3")[max.col(wide[2:4])]
wide
