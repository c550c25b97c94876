# Default show of reference objects, generator, fields, methods added later
Person <- setRefClass("Person", fields = list(name = "character", age = "numeric"))
Person
p <- Person$new(name = "Al", age = 3)
p
Person$methods(birthday = function() {
  age <<- age + 1
  invisible(.self)
})
q <- Person$new(name = "Bea", age = 9)
q$birthday()
q$age
q$birthday()$birthday()
q
Person$fields()
Person$className
p$age <- 10
p$age
p[["name"]]
r <- Person(name = "Cy", age = 1)
r
Counter <- setRefClass("Counter", fields = list(count = "numeric"),
  methods = list(
    initialize = function(...) {
      count <<- 0
      callSuper(...)
    },
    inc = function(by = 1) {
      count <<- count + by
      invisible(.self)
    },
    get = function() count))
cc <- Counter$new()
cc$inc()
cc$inc(5)
cc$get()
cc$inc()$inc()$get()
k <- Counter$new(count = 10)
k$get()
tryCatch(Person$new(nme = "x"), error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(Person$new(name = 5), error = function(e) cat("Error:", conditionMessage(e), "\n"))
