suppressPackageStartupMessages({library(e1071);library(MASS);library(jsonlite)})
f <- function(m){ write.svm(m,"o.svm","o.scale","o.yscale"); r<-list(svm=readChar("o.svm",1e6),scale=paste0(readChar("o.scale",1e6),""),yscale=if(file.exists("o.yscale")) readChar("o.yscale",1e6)); unlink(c("o.svm","o.scale","o.yscale")); r}
set.seed(1)
cases <- list(
 sigmoid_nu = "svm(Sex ~ ., data = cats[seq(1, 144, 12), ], type = 'nu-classification', nu = 0.3, kernel = 'sigmoid', coef0 = 0.1)",
 sigma = "svm(Hwt ~ Bwt, data = cats[1:20, ], probability = TRUE)",
 linear = "svm(Hwt ~ Bwt, data = cats[1:20, ], kernel = 'linear', scale = FALSE)",
 nu_regression = "svm(Hwt ~ Bwt + Sex, data = cats[seq(1, 144, 12), ], type = 'nu-regression', kernel = 'poly', degree = 2.7)",
 probability = "svm(Species ~ ., data = iris[seq(1, 150, 5), ], probability = TRUE)",
 one_of_two = "svm(mpg ~ wt + factor(cyl), data = mtcars)")
out <- lapply(cases, function(code) { set.seed(1); c(list(code=code), f(eval(parse(text=code)))) })
writeLines(toJSON(out, auto_unbox = TRUE, pretty = 1, null = "null"), "write_svm_more.json")
