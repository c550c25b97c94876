# Abstract reference classes, stop in base methods, callSuper with values, modify fields in place
Shape <- setRefClass("Shape", fields = list(name = "character"),
  methods = list(area = function() stop("abstract method"),
                 describe = function() cat(sprintf("%s with area %.2f\n", name, area()))))
Square <- setRefClass("Square", contains = "Shape", fields = list(side = "numeric"),
  methods = list(area = function() side^2))
Circle <- setRefClass("Circle", contains = "Shape", fields = list(radius = "numeric"),
  methods = list(area = function() pi * radius^2,
                 describe = function() { cat("Round: "); callSuper() }))
shapes <- list(Square$new(name = "sq", side = 2), Circle$new(name = "ci", radius = 1))
for (s in shapes) s$describe()
vapply(shapes, function(s) s$area(), 0)
r <- try(Shape$new(name = "none")$describe(), silent = TRUE)
cat(r)
total <- 0
for (s in shapes) total <- total + s$area()
round(total, 3)
Logger <- setRefClass("Logger", fields = list(lines = "character", level = "numeric"),
  methods = list(
    initialize = function(..., level = 1) {
      callSuper(..., level = level)
    },
    log = function(msg, lvl = 1) {
      if (lvl <= level) lines <<- c(lines, sprintf("[%d] %s", as.integer(lvl), msg))
      invisible(.self)
    },
    dump = function() writeLines(lines)))
TimedLogger <- setRefClass("TimedLogger", contains = "Logger", fields = list(tick = "numeric"),
  methods = list(
    initialize = function(...) { callSuper(...); tick <<- 0 },
    log = function(msg, ...) {
      tick <<- tick + 1
      callSuper(paste0("t", tick, " ", msg), ...)
    }))
l <- TimedLogger$new(level = 2)
l$log("start")$log("detail", 2)$log("hidden", 3)
l$dump()
l$tick
l$level
s2 <- shapes[[1]]$copy()
s2$side <- 10
shapes[[1]]$side
s2$area()
all.equal(s2$name, "sq")
