# S4 object system in a simulation: particles with generics and lapply
setClass("Particle", representation(x = "numeric", v = "numeric", id = "integer"))
setGeneric("move", function(p, dt = 1, ...) standardGeneric("move"))
setMethod("move", "Particle", function(p, dt = 1, ...) {
  p@x <- p@x + p@v * dt
  p
})
setClass("Bouncing", contains = "Particle", representation(limit = "numeric"),
         prototype(limit = 10))
setMethod("move", "Bouncing", function(p, dt = 1, ...) {
  p <- callNextMethod(p, dt, ...)
  if (abs(p@x) > p@limit) { p@x <- sign(p@x) * p@limit; p@v <- -p@v }
  p
})
ps <- list(new("Particle", x = 0, v = 1, id = 1L), new("Bouncing", x = 8, v = 3, id = 2L))
for (i in 1:4) {
  ps <- lapply(ps, move)
  cat("step", i, ":", sapply(ps, function(p) p@x), "\n")
}
ps[[2]]
ps <- lapply(ps, move, dt = 0.5)
sapply(ps, function(p) round(p@x, 2))
energy <- function(p) 0.5 * p@v^2
sum(sapply(ps, energy))
df <- do.call(rbind, lapply(ps, function(p) data.frame(id = p@id, x = p@x, class = class(p))))
df
isVirtualClass("Particle")
identical(ps[[1]], ps[[1]])
initialize(ps[[1]], x = 50)
tryCatch(new("Particle", id = 1.5), error = function(e) cat(conditionMessage(e), "\n"))
new("Particle", x = 1:3)@x
