# Intro S4: Trajectories style
Trajectories <- setClass("Trajectories", representation(times = "numeric", traj = "matrix"),
  validity = function(object) {
    if (length(object@times) != ncol(object@traj)) return("number of times and columns differ")
    TRUE
  })
x <- Trajectories(times = c(1, 3, 4), traj = matrix(c(15, 15.1, 15.2, 16, 15.9, 16.4), ncol = 3))
x
x@traj[1, ]
Trajectories
setGeneric("getTimes", function(object) standardGeneric("getTimes"))
setMethod("getTimes", "Trajectories", function(object) return(object@times))
getTimes(x)
setMethod("summary", "Trajectories", function(object, ...) {
  cat("-- Trajectories --\n")
  cat("* times =", object@times, "\n")
  cat("* size of traj =", paste(dim(object@traj), collapse = " x "), "\n")
  invisible(NULL)
})
summary(x)
setMethod("print", "Trajectories", function(x, ...) {
  cat("*** Class Trajectories, method Print ***\n")
  print(x@times)
})
print(x)
x
setMethod("[", "Trajectories", function(x, i, j, drop) {
  if (i == "times") return(x@times)
  if (i == "traj") return(x@traj)
})
x["times"]
x["traj"]
setReplaceMethod("[", "Trajectories", function(x, i, j, value) {
  if (i == "times") x@times <- value
  validObject(x)
  x
})
x["times"] <- 1:3
x["times"]
r <- try(x["times"] <- 1:5, silent = TRUE)
cat(r)
tr2 <- initialize(x, times = c(7, 8, 9))
tr2@times
setMethod("initialize", "Trajectories", function(.Object, times, traj) {
  cat("~~~ initializer ~~~\n")
  if (!missing(traj)) {
    colnames(traj) <- paste0("T", times)
    .Object@times <- times
    .Object@traj <- traj
    validObject(.Object)
  }
  .Object
})
new("Trajectories", times = c(1, 2, 48), traj = matrix(1:6, ncol = 3))
new("Trajectories")
