# Rscript fits.R > fits.json: what R answers to calls of lm and glm, one case per call.
# Every call is also written in Python by tests/support/r_to_python.py.
library(MASS)
library(jsonlite)

calls <- c(
  "lm(mpg ~ wt * hp, data = mtcars)",
  "lm(mpg ~ poly(wt, 2) + factor(gear), data = mtcars, subset = cyl != 6)",
  "lm(log(medv) ~ . - rad, data = Boston)",
  "lm(Ozone ~ Wind + Temp + factor(Month), data = airquality, na.action = na.exclude)",
  "lm(Fertility ~ Agriculture + Education + I(Agriculture + Education), data = swiss)",
  "lm(weight ~ feed, data = chickwts, contrasts = list(feed = 'contr.sum'))",
  "lm(len ~ ordered(dose) * supp, data = ToothGrowth)",
  "lm(dist ~ 0 + speed + I(speed^2), data = cars)",
  "lm(breaks ~ wool:tension, data = warpbreaks)",
  "lm(bwt ~ age + lwt + factor(race) * smoke, data = birthwt, weights = lwt)",
  "lm(mpg ~ wt, data = mtcars, weights = ifelse(cyl == 4, 0, hp))",
  "lm(mpg ~ wt + offset(2 * qsec), data = mtcars, offset = 0.1 * hp)",
  "lm(yield ~ block + N * P * K, data = npk)",
  "lm(time ~ dist + climb, data = hills)",
  "lm(Employed ~ ., data = longley)",
  "lm(uptake ~ Type * Treatment + log(conc), data = CO2)",
  "lm(temp ~ activ * time, data = beaver1)",
  "lm(case ~ education + spontaneous, data = infert)",
  "lm(Price ~ MPG.city + Origin + Passengers, data = Cars93)",
  "glm(case ~ education + spontaneous + induced, family = binomial, data = infert)",
  "glm(case ~ parity + induced + spontaneous, family = binomial(link = 'probit'), data = infert)",
  "glm(case ~ parity + induced, family = binomial('cloglog'), data = infert, subset = age > 28)",
  "glm(case ~ spontaneous, family = binomial('log'), data = infert)",
  "glm(am ~ hp, family = quasibinomial, data = mtcars)",
  "glm(am ~ hp + wt, family = binomial, data = mtcars)",
  "glm(type ~ glu + bmi + age, family = binomial, data = Pima.tr)",
  "glm(Kyphosis ~ Age + Number + Start, family = binomial('cauchit'), data = kyphosis)",
  "glm(cbind(Menarche, Total - Menarche) ~ Age, family = binomial, data = menarche)",
  "glm(Menarche/Total ~ Age, family = binomial, weights = Total, data = menarche)",
  "glm(y == 'y' ~ trt + I(week > 2), family = binomial, data = bacteria)",
  "glm(low ~ lwt + factor(race) + smoke + ht + ui, family = binomial, data = birthwt)",
  "glm(Days ~ Eth + Sex + Age + Lrn, family = poisson, data = quine)",
  "glm(Days ~ Eth * Sex, family = quasipoisson(link = 'sqrt'), data = quine)",
  "glm(Claims ~ Group + offset(log(Holders)), family = poisson, data = Insurance)",
  "glm(Claims ~ Age, family = poisson('identity'), data = Insurance)",
  "glm(Freq ~ Infl + Type + Cont + Sat, family = poisson, data = housing)",
  "glm(Volume ~ Girth + Height, family = Gamma, data = trees)",
  "glm(Volume ~ Girth, family = Gamma(link = 'identity'), data = trees)",
  "glm(Time ~ Viscosity, family = inverse.gaussian(link = 'log'), data = stormer)",
  "glm(Time ~ Viscosity, family = inverse.gaussian, data = stormer)",
  "glm(mpg ~ wt, family = gaussian('inverse'), data = mtcars)",
  "glm(mpg ~ wt, family = gaussian('log'), data = mtcars, weights = hp)",
  "glm(dist ~ speed, family = quasi(link = 'sqrt', variance = 'mu'), data = cars)",
  "glm(dist ~ speed, family = quasi(variance = 'mu^2', link = 'log'), data = cars)",
  "glm(dist ~ speed, family = quasi, data = cars)",
  "glm(am ~ wt, family = quasi(link = 'logit', variance = 'mu(1-mu)'), data = mtcars, start = c(12, -4))",
  "glm(Ozone ~ Temp, family = Gamma('log'), data = airquality, na.action = na.exclude)",
  "glm(count ~ spray - 1, family = poisson, data = InsectSprays)",
  "glm(ncases/(ncases + ncontrols) ~ unclass(agegp), family = quasibinomial, data = esoph)",
  "glm(am ~ wt, family = binomial, data = mtcars, control = glm.control(maxit = 3))",
  "glm(case ~ offset(spontaneous), family = binomial, data = infert)"
)

exact <- function(x) sprintf("%.17g", as.numeric(x))
text_of <- function(x) paste(capture.output(print(x)), collapse = "\n")

record <- function(code) {
  warned <- character()
  fit <- withCallingHandlers(eval(parse(text = code), globalenv()), warning = function(w) {
    warned <<- c(warned, conditionMessage(w))
    invokeRestart("muffleWarning")
  })
  data <- eval(fit$call$data, globalenv())
  new <- head(data[nrow(data):1, ], 7)
  kind <- if (inherits(fit, "glm")) "response" else "link"
  predicted <- suppressWarnings(
    if (kind == "link") predict(fit, new) else predict(fit, new, type = "response"))
  list(code = code, warnings = I(warned), text = I(strsplit(text_of(fit), "\n")[[1]]),
       coef_names = I(names(coef(fit))), coef = I(exact(coef(fit))),
       fitted_names = I(names(fitted(fit))), fitted = I(exact(fitted(fit))),
       residuals = I(exact(residuals(fit))), deviance = exact(deviance(fit)),
       null_deviance = if (kind == "response") exact(fit$null.deviance),
       iter = fit$iter, df_residual = df.residual(fit), rank = fit$rank,
       log_lik = exact(logLik(fit)), aic = exact(AIC(fit)), bic = exact(BIC(fit)), nobs = nobs(fit),
       predicted = I(exact(predicted)), predicted_names = I(names(predicted)))
}

data(kyphosis, package = "rpart")
cat(toJSON(list(r_version = R.version.string, cases = lapply(calls, record)),
           auto_unbox = TRUE, null = "null", na = "null", pretty = 1), "\n")
