# Rscript derivatives.R > derivatives.json: what D and deriv of R 4.2.2 say.
library(jsonlite)

expressions <- c(
  "5", "y", "x", "x+y", "y+x", "x+x", "x-y", "y-x", "-x", "-(x)", "(x)", "+x", "x*y", "y*x",
  "x*x", "2*x", "x*2", "x/y", "y/x", "x/x", "2/x", "x/2", "x^2", "x^3", "x^1", "x^0", "x^-1",
  "x^0.5", "x^y", "y^x", "x^x", "2^x", "x^(1/2)", "x^n", "x^(n-1)", "(x+1)^2", "(2*x)^3",
  "exp(x)", "exp(2*x)", "exp(-x/th)", "log(x)", "log(2*x)", "log(x,2)", "log(x, base=2)",
  "sin(x)", "cos(x)", "tan(x)", "sinh(x)", "cosh(x)", "tanh(x)", "sqrt(x)", "sqrt(1-x^2)",
  "pnorm(x)", "dnorm(x)", "pnorm(2*x)", "dnorm(2*x)", "asin(x)", "acos(x)", "atan(x)",
  "asin(2*x)", "acos(2*x)", "atan(2*x)", "gamma(x)", "lgamma(x)", "digamma(x)", "trigamma(x)",
  "psigamma(x)", "psigamma(x,2)", "psigamma(x,2L)", "psigamma(x,n)", "psigamma(2*x, 3)",
  "gamma(2*x)", "lgamma(2*x)", "digamma(2*x)", "trigamma(2*x)", "log1p(x)", "expm1(x)",
  "log2(x)", "log10(x)", "cospi(x)", "sinpi(x)", "tanpi(x)", "factorial(x)", "lfactorial(x)",
  "lfactorial(2*x)", "log1p(2*x)", "expm1(2*x)", "log2(2*x)", "log10(2*x)", "cospi(2*x)",
  "sinpi(2*x)", "tanpi(2*x)", "abs(x)", "sign(x)", "if(x>0) x^2 else -x", "foo(x)", "a*x^b",
  "a+b*exp(-k*x)", "a*exp(-k*x)", "Asym/(1+exp((xmid-x)/scal))", "x/(1+x)", "sin(x)*cos(x)",
  "sin(cos(x+y^2))", "exp(sin(x))", "(x)*y", "x*(y)", "-x*y", "-(x^2)", "-sin(x)", "sin(-x)",
  "1/(1+exp(-x))", "x^2+3*x+5", "(x-1)*(x+1)", "x*y*z", "y*x*z", "x+y+z", "log(x)/x", "exp(x^2)",
  "exp(-x^2/2)", "x^-2", "x^-n", "x^(-2)", "x^2.5", "1-x", "1+x", "0*x", "x*0", "x+0", "x^2^3",
  "y^2", "TRUE", "sin(1)", "pi*x", "-2*x", "2*-x", "sin(x)^2", "x^2*y^3", "exp(a*x)*sin(b*x)",
  "x%%2", "x>0", "x[1]", "f$x", "(x^2)", "((x))", "-(-x)", "- -x", "+x^2", "(a+b)*x", "(a+b)^x",
  "exp(-(a+b)*x)", "x^a^b", "tan(2*x)", "sinh(2*x)", "cosh(2*x)", "tanh(2*x)", "sqrt(2*x)",
  "cos(2*x)", "log(x^2+1)", "sqrt(x^2+y^2)", "atan(x/y)", "x/(x^2+y^2)", "1L", "x^2L", "x^n1",
  "-x^2", "(-x)^2", "2^(2*x)", "x^(2*x)", "sin(x)^y", "sin(x)^n*2", "sin(x)/2", "2/sin(x)",
  "x - 0", "0-x", "x-x", "y-2*x", "-x+y", "-x-y", "-x - -y", "x*cos(x)", "cos(x)-sin(x)",
  "cos(x)+sin(x)", "cos(x)-exp(-x)", "asin(-x)", "(-2*x)^3", "atan(-x)", "factorial(2*x)",
  "y/-x", "-y/x", "-x/y", "1/x - 1/y", "x/-y", "(x)^(y)", "exp(-x)*exp(-x)", "-exp(-x)",
  "1-exp(-x)", "x^(y+1)", "tan(-x)", "acos(-x)", "log1p(-x)", "sqrt(-x)", "x^0L", "x^1L",
  "x^2.0", "x^1.5", "x^1e5", "-(x-1)^2", "- (3-x)", "3*(x-2)", "(x-2)*3", "3-2*(x-2)",
  "cosh(-x)", "dnorm(-x)", "lgamma(-x)", "cospi(-x)", "gamma(-x)", "sin(x)^-1", "(x^2)^3",
  "(x+y)^-2", "sin(x)^(-y)", "2^-x", "exp(1)^x", "x^-(2)", "x^y^-1", "x-(-y*x)", "x+(-y*x)",
  "psigamma(x,-1)", "psigamma(x, 1.5)", "x^TRUE", "pi^x", "a*(-x)", "a/(-x)", "exp(-(x/a)^b)",
  "1-exp(-(x/a)^b)", "a*b^x", "Asym*exp(-b2*b3^x)"
)
slope <- function(text) tryCatch(
  paste(deparse(D(parse(text = text)[[1]], "x")), collapse = "\n"),
  error = function(e) paste("Error:", conditionMessage(e)))

calls <- c(
  "deriv(~x^2, 'x')",
  "deriv(quote(sin(cos(x + y^2))), c('x', 'y'))",
  "deriv(quote(sin(cos(x + y^2))), c('x', 'y'), hessian = TRUE)",
  "deriv(~x^2 * y, c('x', 'y'), function.arg = TRUE)",
  "deriv(~x^2 * y, c('x', 'y'), function(x, y = 2, ...) NULL, hessian = TRUE)",
  "deriv(~x^2 * y, c('x', 'y'), function(x, y = 2, ...) NULL, hessian = TRUE)(1:2)",
  "deriv(y ~ Asym/(1 + exp((xmid - t)/scal)), c('Asym', 'xmid', 'scal'), function(t, Asym, xmid, scal) {})",
  "deriv3(~x^2, 'x')",
  "deriv(~x^2, 'x', tag = '.e')",
  "deriv(quote(5), 'x')",
  "deriv(quote(exp(x) + exp(x)), 'x')",
  "deriv(~a * exp(-b * x), c('a', 'b'), hessian = TRUE)",
  "deriv(quote((x + 1)^2 * (x + 1)), 'x')",
  "deriv(quote((a + b) * (x + 1)), 'x')",
  "deriv(quote(-(x)), 'x')",
  "deriv(quote(x^n), c('x', 'n'))",
  "deriv(quote((x*y)/(x*y)), 'x')"
)
shown <- function(call) paste(capture.output(print(eval(parse(text = call), globalenv()))), collapse = "\n")
cat(toJSON(list(D = sapply(expressions, slope, simplify = FALSE),
                deriv = sapply(calls, shown, simplify = FALSE)),
           auto_unbox = TRUE, pretty = TRUE))
