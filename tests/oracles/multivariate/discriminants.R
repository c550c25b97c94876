# Rscript discriminants.R writes discriminants.json: what lda and qda of MASS estimate.
suppressMessages({ library(MASS); library(jsonlite) })
some <- iris[c(1:12, 51:95, 101:120), ]
new <- iris[seq(1, 150, 7), ]
prior <- c(0.2, 0.5, 0.3)
answers <- list()
keep <- function(name, value) answers[[name]] <<- unclass(value)
for (method in c("moment", "mle", "t")) {
  sink(nullfile())
  fit <- lda(Species ~ ., some, method = method)
  sink()
  for (part in c("means", "scaling", "svd")) keep(paste("lda", method, part, sep = "-"), fit[[part]])
  if (method != "t") for (rule in c("plug-in", "predictive", "debiased")) for (dimen in 1:2) {
    name <- paste("lda", method, rule, dimen, sep = "-")
    keep(name, predict(fit, new, method = rule, dimen = dimen)$posterior)
    other <- predict(fit, new, prior = prior, method = rule, dimen = dimen)
    keep(paste0(name, "-prior"), other$posterior)
    keep(paste0(name, "-x"), other$x)
  }
  fit <- eval(bquote(qda(Species ~ ., some, method = .(method))))  # looCV reads the call
  keep(paste0("qda-", method, "-means"), fit$means)
  keep(paste0("qda-", method, "-scaling"), as.vector(fit$scaling))
  keep(paste0("qda-", method, "-ldet"), fit$ldet)
  if (method != "t") {
    for (rule in c("plug-in", "predictive", "debiased"))
      keep(paste("qda", method, rule, sep = "-"), predict(fit, new, method = rule)$posterior)
    keep(paste0("qda-", method, "-looCV"), predict(fit, method = "looCV")$posterior)
    keep(paste0("lda-", method, "-cv"), lda(Species ~ ., some, CV = TRUE, method = method, prior = prior)$posterior)
    keep(paste0("qda-", method, "-cv"), qda(Species ~ ., some, CV = TRUE, method = method, prior = prior)$posterior)
  }
}
writeLines(toJSON(answers, digits = NA), "discriminants.json")
