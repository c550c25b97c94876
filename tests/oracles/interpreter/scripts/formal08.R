# Inheritance of reference classes
Animal <- setRefClass("Animal", fields = list(name = "character", sound = "character"),
  methods = list(
    initialize = function(...) {
      initFields(...)
      if (length(sound) == 0) sound <<- "..."
      invisible(.self)
    },
    speak = function() cat(name, "says", sound, "\n"),
    rename = function(new) { name <<- new }
  ))
Dog <- setRefClass("Dog", contains = "Animal", fields = list(tricks = "character"),
  methods = list(
    initialize = function(...) {
      callSuper(...)
      sound <<- "Woof"
    },
    speak = function() {
      callSuper()
      cat("(wags tail)\n")
    },
    addTrick = function(t) {
      tricks <<- c(tricks, t)
      invisible(.self)
    },
    show = function() {
      cat("Dog:", name, "\n")
      cat("Tricks:", if (length(tricks)) paste(tricks, collapse = ", ") else "none", "\n")
    }
  ))
x <- Animal$new(name = "Generic")
x$speak()
d <- Dog$new(name = "Rex")
d$speak()
d
d$addTrick("sit")$addTrick("roll")
d
d$rename("Max")
d$name
is(d, "Animal")
is(d)
animals <- list(x, d)
for (a in animals) a$speak()
d2 <- d$copy(); d2$name <- "Copy"; d$name; d2$name
