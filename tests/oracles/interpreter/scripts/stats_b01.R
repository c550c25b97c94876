# Lecture 3: tables and proportions
smoke <- matrix(c(51,43,22,92,28,21,68,22,9), ncol=3, byrow=TRUE)
colnames(smoke) <- c("High","Low","Middle")
rownames(smoke) <- c("current","former","never")
smoke <- as.table(smoke)
smoke
margin.table(smoke); margin.table(smoke, 1); margin.table(smoke, 2)
smoke/margin.table(smoke)
round(margin.table(smoke,1)/margin.table(smoke), 3)
prop.table(smoke, 2)
expected <- as.array(margin.table(smoke,1)) %*% t(as.array(margin.table(smoke,2))) / margin.table(smoke)
expected
chi <- sum((expected - as.array(smoke))^2/expected)
chi
1-pchisq(chi,df=4)
summary(smoke)
res <- chisq.test(smoke); str(res$expected); res$residuals
barplot(smoke, legend=T, beside=T)
apply(smoke, 1, sum)
sweep(smoke, 1, rowSums(smoke), FUN="/")
t(smoke)
smoke["never", "High"]; smoke["former", ]
tt <- table(mtcars$cyl, mtcars$gear, dnn = c("Cyl", "Gear"))
dimnames(tt); names(dimnames(tt)); dim(tt); length(tt)
tt[order(-tt[, "4"]), ]
as.data.frame(tt)
as.data.frame(tt, responseName = "n", stringsAsFactors = FALSE)
aggregate(x = mtcars$mpg, by = list(cyl = mtcars$cyl, am = mtcars$am), FUN = mean)
with(mtcars, table(cyl > 4, gear, am))
ftable(Cyl ~ Gear, data = tt)
unclass(table(c("a","b","a")))
names(table(c("a","b","a"))); table(c("a","b","a"))[["a"]]
barplot(prop.table(table(mtcars$am, mtcars$cyl), 2))
table(cut(mtcars$hp, c(0, 100, 200, 400), labels = c("low", "mid", "high")), mtcars$cyl)
quantile(mtcars$mpg, c(1/3, 2/3)); tabulate(mtcars$cyl)
xt <- xtabs(hp ~ cyl + am, mtcars); xt / xtabs(~ cyl + am, mtcars)
apply(table(mtcars$cyl, mtcars$gear), c(1, 2), function(n) ifelse(n == 0, "-", as.character(n)))
which(tt == max(tt), arr.ind = TRUE); max(tt); sum(tt); mean(tt); range(tt)
rbind(tt, total = colSums(tt)); cbind(tt, total = rowSums(tt))
outer(rowSums(tt), colSums(tt)) / sum(tt)
