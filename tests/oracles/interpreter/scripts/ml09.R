# Naive Bayes: numeric attributes, mixtures and laplace
library(e1071)
set.seed(2)
idx <- sample(nrow(iris), 100)
tr <- iris[idx, ]
te <- iris[-idx, ]
nb <- naiveBayes(Species ~ ., data = tr)
print(nb)
p <- predict(nb, te)
cm <- table(p, te$Species, dnn = c("predicted", "actual"))
cm
sum(diag(cm)) / sum(cm)
head(round(predict(nb, te, type = "raw"), 5))
nb$tables$Petal.Length

# by hand
gauss <- function(x, m, s) exp(-(x - m)^2 / (2 * s^2)) / (s * sqrt(2 * pi))
scores <- sapply(levels(tr$Species), function(k) {
  cls <- tr[tr$Species == k, 1:4]
  mu <- colMeans(cls)
  s <- apply(cls, 2, sd)
  lik <- rep(1, nrow(te))
  for (j in 1:4) lik <- lik * gauss(te[, j], mu[j], s[j])
  lik * mean(tr$Species == k)
})
post <- scores / rowSums(scores)
head(round(post, 5))
all.equal(unname(post), unname(predict(nb, te, type = "raw")), tolerance = 1e-6)
mine <- factor(colnames(post)[max.col(post)], levels = levels(te$Species))
identical(mine, p)

# play tennis
tennis <- read.table(header = TRUE, stringsAsFactors = TRUE, text = "
Outlook Temp Humidity Wind Play
Sunny Hot High Weak No
Sunny Hot High Strong No
Overcast Hot High Weak Yes
Rain Mild High Weak Yes
Rain Cool Normal Weak Yes
Rain Cool Normal Strong No
Overcast Cool Normal Strong Yes
Sunny Mild High Weak No
Sunny Cool Normal Weak Yes
Rain Mild Normal Weak Yes
Sunny Mild Normal Strong Yes
Overcast Mild High Strong Yes
Overcast Hot Normal Weak Yes
Rain Mild High Strong No")
str(tennis)
for (l in 0:1) {
  m <- naiveBayes(Play ~ ., data = tennis, laplace = l)
  new <- data.frame(Outlook = "Sunny", Temp = "Cool", Humidity = "High", Wind = "Strong")
  for (v in names(new)) new[[v]] <- factor(new[[v]], levels = levels(tennis[[v]]))
  cat("laplace =", l, "\n")
  print(predict(m, new, type = "raw"))
  print(predict(m, new))
}
m$tables$Outlook
with(tennis, table(Outlook, Play))
x <- tennis[, -5]
mx <- naiveBayes(x, tennis$Play)
mx$call
mean(predict(mx, x) == tennis$Play)
