# Multivariate analysis of variance
man <- manova(cbind(Sepal.Length, Petal.Length) ~ Species, data = iris); man
class(man); s <- summary(man); names(s); class(s); s$stats; s$SS; s$Eigenvalues; s$row.names
summary(man, test="Wilks"); summary(man); summary.aov(man); class(summary.aov(man))
summary(manova(cbind(Sepal.Width, Petal.Width) ~ Species, iris), test = "Hotelling-Lawley"); summary(manova(cbind(Sepal.Width, Petal.Width) ~ Species, iris), test = "Roy")
Y <- as.matrix(mtcars[,c("mpg","disp","hp")]); f <- manova(Y ~ factor(cyl)*wt, data=mtcars); summary(f); summary(f, "Wilks"); summary(f,test="Hotelling"); summary.aov(f)
summary.aov(lm(mpg~factor(cyl),mtcars)); summary.aov(lm(cbind(mpg,hp)~factor(cyl),mtcars))
a <- aov(cbind(Sepal.Length, Petal.Length) ~ Species, data = iris); a; class(a)
# Formatted p values, calls of packages
format.pval(matrix(c(.1,.01,.2,1e-20),2)); format.pval(c(a=.1,b=NA)); format.pval(c(x=1e-20))
MASS::lda(Species~., iris)$call; MASS::qda(Species~., iris)$call; e1071::svm(Species~., iris)$call; stats::princomp(mtcars[,1:2])$call; stats::lm(mpg~wt,mtcars)$call
