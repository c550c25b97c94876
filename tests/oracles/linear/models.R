# What R 4.2.2 prints of models beyond the recorded sessions; run: Rscript models.R > models.json
# One case a block: expressions run in order, every visible value printed.
library(jsonlite)
cases <- list(
  drop1_lm = quote({
    f <- lm(mpg ~ wt + hp + factor(cyl), mtcars)
    drop1(f, test = "F"); drop1(f, test = "Chisq"); drop1(f, scale = 5); drop1(f, scope = ~wt)
    drop1(f, scale = 5, test = "Chisq"); drop1(f, scale = 5, test = "F"); drop1(f, k = 3)
    drop1(lm(breaks ~ wool * tension, warpbreaks), test = "F"); drop1(f, ~qsec)
    drop1(lm(mpg ~ wt + offset(hp / 100), mtcars)); drop1(lm(Ozone ~ Temp + Wind, airquality))
    extractAIC(f, scale = 3); extractAIC(f, k = 3)
  }),
  add1_lm = quote({
    f0 <- lm(mpg ~ wt, mtcars)
    add1(f0, ~ . + hp + factor(cyl) + qsec, test = "F"); add1(f0, ~ hp * wt)
    add1(f0, "hp", test = "Chisq"); add1(f0, ~wt); add1(f0)
    a <- lm(Ozone ~ Temp, airquality)
    add1(a, ~ . + Solar.R + Wind)
  }),
  drop1_glm = quote({
    g <- glm(am ~ wt + hp, binomial, mtcars)
    drop1(g); drop1(g, test = "Chisq"); drop1(g, test = "LRT"); drop1(g, test = "F")
    drop1(g, test = "Rao")
    q <- glm(breaks ~ wool + tension, quasipoisson, warpbreaks)
    drop1(q, test = "F"); drop1(q, test = "Chisq"); drop1(q); drop1(q, test = "Rao")
    k <- glm(mpg ~ wt + hp, data = mtcars)
    drop1(k, test = "F"); drop1(k, test = "Chisq"); drop1(k, test = "Rao")
    v <- glm(Volume ~ Girth + Height, Gamma("log"), trees)
    drop1(v, test = "F"); drop1(v); drop1(v, test = "Chisq"); extractAIC(q); extractAIC(v)
  }),
  add1_glm = quote({
    g1 <- glm(am ~ wt, binomial, mtcars)
    add1(g1, ~ . + hp, test = "Chisq"); add1(g1, ~ . + hp, test = "Rao")
    add1(g1, ~ . + hp, test = "F")
    q0 <- glm(breaks ~ wool, quasipoisson, warpbreaks)
    add1(q0, ~ . + tension, test = "F"); add1(q0, ~ . + tension, test = "Rao")
    p <- glm(Ozone ~ Temp, poisson, airquality)
    add1(p, ~ . + Solar.R)
  }),
  anova_lm = quote({
    m1 <- lm(mpg ~ wt, mtcars)
    m2 <- lm(mpg ~ wt + hp, mtcars)
    m3 <- lm(log(mpg) ~ wt, mtcars)
    anova(m2, m1); anova(m1, m1); anova(m1, m3); anova(m1, m3, lm(hp ~ wt, mtcars), m2)
    anova(m1, m2, scale = 5); anova(m1, m2, test = "Chisq", scale = 5)
    anova(lm(dist ~ 0, cars)); anova(lm(mpg ~ wt, mtcars, weights = rep(0:1, 16)))
    anova(lm(dist ~ speed, cars), lm(dist ~ 1, cars[1:10, ]))
  }),
  anova_glm = quote({
    g1 <- glm(am ~ wt, binomial, mtcars)
    g2 <- glm(am ~ wt + hp, binomial, mtcars)
    anova(g1, test = "F"); anova(g2, g1, test = "Chisq"); anova(g1, g2, test = "Rao")
    anova(g1, g2, test = "Cp"); anova(g1, g2, test = "F"); anova(g1); anova(g1, g2)
    q <- glm(breaks ~ wool + tension, quasipoisson, warpbreaks)
    anova(q, test = "Rao"); anova(q, test = "Chisq"); anova(q, test = "F"); anova(q, test = "Cp")
    anova(glm(mpg ~ wt + hp, data = mtcars), test = "Rao")
    anova(glm(mpg ~ wt, data = mtcars), test = "F", dispersion = 2)
    anova(glm(am ~ 0, binomial, mtcars), test = "Chisq")
    anova(glm(Claims ~ District + offset(log(Holders)), poisson, MASS::Insurance), test = "Chisq")
  }),
  predict_terms = quote({
    f <- lm(breaks ~ wool + tension, warpbreaks)
    nd <- data.frame(wool = c("A", "A"), tension = c("L", "M"))
    predict(f, nd, type = "terms", se.fit = TRUE); predict(f, nd, type = "terms", interval = "confidence")
    predict(f, nd, type = "terms", terms = "wool"); predict(f, nd, type = "terms", terms = 2)
    predict(lm(dist ~ speed - 1, cars), data.frame(speed = 1:2), type = "terms")
    predict(lm(dist ~ speed, cars, weights = speed), data.frame(speed = 1:2), interval = "prediction")
    predict(lm(dist ~ speed, cars), data.frame(speed = c(1, NA)), interval = "confidence", se.fit = TRUE)
    predict(lm(dist ~ speed, cars), data.frame(speed = 3), se.fit = TRUE, df = 3, scale = 2, interval = "prediction")
    g <- glm(am ~ wt, binomial, mtcars)
    predict(g, data.frame(wt = 3), se.fit = TRUE); predict(g, data.frame(wt = 3), se.fit = TRUE, type = "response")
    predict(g, data.frame(wt = 3:4), se.fit = TRUE, type = "terms")
    o <- lm(mpg ~ wt + offset(0.01 * hp), mtcars)
    predict(o, data.frame(wt = c(3, 4), hp = c(100, 90)), type = "terms")
    predict(o, data.frame(wt = c(3, 4), hp = c(100, 90)))
    predict(lm(dist ~ poly(speed, 3), cars), data.frame(speed = c(5, 30)), interval = "confidence")
    predict(lm(dist ~ splines::ns(speed, 3), cars), data.frame(speed = c(5, 20)), se.fit = TRUE)
    predict(lm(dist ~ splines::bs(speed, df = 5), cars), data.frame(speed = c(5, 20)))
  }),
  summaries = quote({
    summary(lm(dist ~ 0, cars)); summary(glm(am ~ 0, binomial, mtcars))
    w <- rep(c(1, 2), 25)
    summary(lm(dist ~ speed, cars, weights = w)); summary(lm(Ozone ~ Temp, airquality, weights = rep(2, 153)))
    summary(glm(dist ~ speed, data = cars, weights = rep(0:1, 25)))
    summary(lm(mpg ~ wt + hp + qsec, mtcars), correlation = TRUE)
    confint(lm(dist ~ speed, cars, weights = w), level = 0.999)
    confint(glm(Volume ~ log(Girth), Gamma("log"), trees)); confint(glm(mpg ~ wt + hp, data = mtcars), 2:3)
    confint(glm(breaks ~ wool + tension, quasipoisson, warpbreaks), level = 0.9)
  }),
  influence = quote({
    w <- rep(c(0, 1, 2, 1, 1), 10)
    f <- lm(dist ~ speed, cars, weights = w)
    head(hatvalues(f)); head(cooks.distance(f)); head(rstudent(f)); head(dfbetas(f), 3)
    g <- glm(am ~ wt, binomial, mtcars)
    summary(influence.measures(g)); head(dfbetas(g), 3); head(covratio(g), 3); head(rstudent(g), 3)
    head(rstandard(g), 3); head(dffits(g), 3)
    v <- glm(Volume ~ Girth, Gamma("log"), trees)
    head(rstudent(v), 3); head(rstandard(v), 3); head(dffits(v), 3); head(cooks.distance(v), 3)
    head(rstandard(lm(dist ~ speed, cars), type = "predictive"), 3)
    influence.measures(lm(mpg ~ wt + hp, mtcars)); summary(influence.measures(lm(dist ~ speed, cars)))
    summary(influence.measures(lm(dist ~ speed, cars[5:20, ])))
    kappa(g); kappa(f); alias(lm(mpg ~ wt + I(2 * wt) + hp, mtcars))
  }),
  several_responses = quote({
    f <- lm(cbind(mpg, disp) ~ wt + hp, mtcars)
    f; summary(f); coef(f); anova(f); vcov(f); confint(f); head(resid(f), 3); head(fitted(f), 3)
    predict(f, data.frame(wt = 3, hp = 100)); deviance(f); df.residual(f); nobs(f); logLik(f)
    anova(f, test = "Wilks"); anova(f, test = "Roy"); anova(f, test = "Hotelling-Lawley"); sigma(f)
    anova(lm(cbind(Sepal.Length, Petal.Length) ~ Species, iris)); names(f)
    f2 <- update(f, . ~ . - hp)
    f2
  }),
  step = quote({
    s <- step(lm(mpg ~ (wt + hp + qsec)^2, mtcars))
    s <- step(glm(am ~ 1, binomial, mtcars), ~ wt + hp, direction = "forward")
    s$anova
    s <- step(lm(mpg ~ wt + hp, mtcars), list(lower = ~hp, upper = ~ wt * hp + qsec), scale = 6)
    s <- step(lm(mpg ~ wt + hp, mtcars), steps = 1, k = 20)
    s
  })
)
run <- function(block) {
  env <- globalenv()
  lapply(as.list(block)[-1], function(e) {
    warned <- character(); failed <- NULL
    output <- capture.output(withCallingHandlers(
      tryCatch({ v <- withVisible(eval(e, env)); if (v$visible) print(v$value) },
               error = function(err) failed <<- conditionMessage(err)),
      warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") },
      message = function(m) invokeRestart("muffleMessage")))
    list(code = unbox(paste(deparse(e), collapse = "\n")),
         output = unbox(paste0(output, "\n", collapse = "")),
         warnings = warned, error = if (is.null(failed)) NULL else unbox(failed))
  })
}
cat(toJSON(list(r_version = unbox(as.character(getRversion())), cases = lapply(cases, run)), pretty = TRUE, null = "null"), "\n")
