# Rscript neighbours_more.R writes neighbours_more.json: nearest neighbours.
source("record.R")
kn <- function(id, call) record(id, call, seed = nchar(id))
three <- iris[c(1, 71, 107), ]
for (k in c(1, 2, 3, 7)) {
  fit <- gknn(Species ~ ., iris, k = k)
  kn(paste0("votes", k), predict(fit, three, type = "votes"))
  kn(paste0("prob", k), predict(fit, three, type = "prob"))
  kn(paste0("class", k), as.character(predict(fit, iris)))
}
kn("k200", predict(gknn(Species ~ ., iris, k = 200), three, type = "votes"))
kn("manhattan", predict(gknn(Species ~ Petal.Width + Petal.Length, iris, k = 5, method = "Manhattan"), three, type = "votes"))
kn("supremum", predict(gknn(Species ~ ., iris, k = 5, method = "supremum"), three, type = "votes"))
kn("unscaled", predict(gknn(Species ~ ., iris, k = 5, scale = FALSE), three, type = "votes"))
kn("some_scaled", predict(gknn(Species ~ ., iris, k = 5, scale = c(TRUE, FALSE, TRUE, FALSE)), three, type = "votes"))
x <- data.frame(a = c(1, 2, 2, 2, 3, 10))
y <- factor(c("u", "v", "u", "v", "u", "w"))
new <- data.frame(a = c(2, 2.5, 6))
for (k in 1:4) for (all in c(TRUE, FALSE)) {
  fit <- gknn(x, y, k = k, use_all = all)
  kn(paste0("ties_votes", k, all), predict(fit, new, type = "votes"))
  kn(paste0("ties_class", k, all), predict(fit, new))
  kn(paste0("ties_number", k, all), predict(gknn(x, 1:6 / 2, k = k, use_all = all), new))
}
kn("median", predict(gknn(x, 1:6 / 2, k = 2, FUN = median), new))
kn("cats", predict(gknn(Hwt ~ Bwt, data = cats <- MASS::cats, k = 3), cats[1:5, ]))
m <- as.matrix(iris[c(1:4, 51:54), 1:2])
g <- iris$Species[c(1:4, 51:54)]
kn("matrix", predict(gknn(m, g, k = 3), unname(m), type = "votes"))
e <- infert[c(1:30, 100:130, 200:248), ]
kn("factors", predict(gknn(factor(case) ~ education + age, e, k = 3), e[1:4, ], type = "votes"))
kn("numbers", predict(gknn(case ~ education + age, e, k = 3), e[1:4, ]))
holes <- iris[1:3, ]
holes[2, 1] <- NA
kn("missing_new", predict(gknn(Species ~ ., iris, k = 3), holes))
train <- iris
train[c(3, 100), 1] <- NA
kn("missing_old", predict(gknn(Species ~ ., train, k = 3), three, type = "votes"))
kn("omitted_old", predict(gknn(Species ~ ., train, k = 3, na.action = na.omit), three, type = "votes"))
kn("subset", predict(gknn(Species ~ Sepal.Length, iris, subset = 1:60, k = 2), iris[c(1, 55, 101), ], type = "votes"))
constant <- iris
constant$k <- 1
kn("constant", predict(gknn(Species ~ ., constant, k = 3), constant[c(1, 71, 107), ], type = "votes"))
kn("training", predict(gknn(Species ~ ., iris[c(1, 60, 120), ])))
kn("summary", summary(gknn(Species ~ ., data = iris, k = 3)))
kn("print", gknn(Species ~ ., data = iris, k = 3))
kn("columns", predict(gknn(m, g), m[, 1, drop = FALSE]))
kn("type", predict(gknn(m, g), m, type = "foo"))
kn("no_response", gknn(m))
kn("absent", predict(gknn(Species ~ ., iris), iris[1:2, 1:3]))
write_answers("neighbours_more.json")
