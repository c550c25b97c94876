# Comparing clusterings and classes: e1071 and base R
library(e1071)
g1 <- sample(1:5, size = 10, replace = TRUE) * 0 + c(1, 2, 3, 4, 5, 1, 2, 3, 4, 5)
g2 <- c(1, 2, 3, 4, 5, 2, 2, 3, 5, 5)
tab <- table(g1, g2)
tab
ca <- classAgreement(tab)
ca
classAgreement(tab, match.names = TRUE)$kappa
matchClasses(tab)
matchClasses(tab, method = "rowmax", verbose = FALSE)
adj_rand <- function(tab) {
  a <- sum(choose(tab, 2)); r <- sum(choose(rowSums(tab), 2)); c <- sum(choose(colSums(tab), 2))
  e <- r * c / choose(sum(tab), 2)
  (a - e) / ((r + c) / 2 - e)
}
adj_rand(tab)
all.equal(adj_rand(tab), ca$crand)
purity <- sum(apply(tab, 2, max)) / sum(tab)
cat("Purity:", purity, "\n")
# silhouette by hand
sil <- function(d, cl) {
  d <- as.matrix(d)
  sapply(seq_along(cl), function(i) {
    own <- cl == cl[i]; own[i] <- FALSE
    a <- mean(d[i, own])
    b <- min(tapply(d[i, cl != cl[i]], cl[cl != cl[i]], mean))
    (b - a) / max(a, b)
  })
}
set.seed(1)
for (k in 2:5) {
  km <- kmeans(scale(iris[, 1:4]), k, nstart = 20)
  cat("k =", k, " mean silhouette =", round(mean(sil(dist(scale(iris[, 1:4])), km$cluster)), 4), "\n")
}
hc <- hclust(dist(USArrests[1:10, ]), "average")
hc$merge
round(hc$height, 2)
hc$order
hc$labels[hc$order]
cutree(hc, k = 2:4)
plot(hc)
rect.hclust(hc, 3)
cophenetic(hc)[1:5]
cor(cophenetic(hc), dist(USArrests[1:10, ]))
single <- hclust(dist(c(1, 2, 4, 7, 11)), "single")
single$height
identical(cutree(single, h = 2.5), cutree(single, k = 3))
mds <- cmdscale(eurodist, k = 2)
head(round(mds, 1))
set.seed(6)
cl <- cmeans(scale(USArrests), 3, iter.max = 50)
sort(cl$cluster)[1:8]
rownames(cl$membership)[apply(cl$membership, 2, which.max)]
