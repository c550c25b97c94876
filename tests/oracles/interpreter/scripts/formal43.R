# Reference class tutorial: person with list field, methods list, show, and modify
Person <- setRefClass("Person",
  fields = list(fname = "character", lname = "character", addresses = "list"),
  methods = list(
    fullname = function() paste(.self$fname, .self$lname),
    add = function(kind, value) {
      .self$addresses[[kind]] <- value
      invisible(.self)
    },
    greet = function(greeting = "Hello") cat(paste0(greeting, ", my name is ", fullname(), ".\n"))
  ))
p <- Person$new(fname = "Ann", lname = "Lee")
p$fullname()
p$greet()
p$greet("Hi")
p$add("home", "Main St")$add("work", "High St")
names(p$addresses)
p$addresses$home
p
Student <- setRefClass("Student", contains = "Person", fields = list(gpa = "numeric"),
  methods = list(
    greet = function(...) {
      callSuper(...)
      cat("My GPA is", gpa, "\n")
    },
    improve = function(by) {
      new_gpa <- gpa + by
      if (new_gpa > 4) {
        warning("capped")
        new_gpa <- 4
      }
      gpa <<- new_gpa
      invisible(.self)
    }))
s <- Student$new(fname = "Bob", lname = "Ray", gpa = 3.2)
s$greet("Hey")
s$improve(0.5)
s$gpa
withCallingHandlers(s$improve(2), warning = function(w) {
  cat("warned:", conditionMessage(w), "\n"); invokeRestart("muffleWarning") })
s$gpa
s$fname <- "Rob"
s$fullname()
people <- list(p, s)
invisible(sapply(people, function(x) x$greet()))
class(s)
is(s, "Person")
inherits(s, "Person")
isVirtualClass("Person")
modify <- function(person) person$lname <- "Changed"
modify(s)
s$lname
s2 <- s$copy()
modify2 <- function(person) { person$lname <- "Copy"; person }
modify2(s2)$lname
s$lname
Person$methods(initials = function() paste0(substr(fname, 1, 1), substr(lname, 1, 1)))
Person$new(fname = "Cy", lname = "Dow")$initials()
