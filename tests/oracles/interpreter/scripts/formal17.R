# Observers: functions in fields, callbacks, .self, methods list
Subject <- setRefClass("Subject", fields = list(handlers = "list", state = "numeric"),
  methods = list(
    on = function(f) { handlers[[length(handlers) + 1L]] <<- f; invisible(.self) },
    set = function(v) { state <<- v; for (h in handlers) h(.self) }))
s <- Subject$new(state = 0)
s$on(function(x) cat("state is", x$state, "\n"))$on(function(x) cat("twice:", 2 * x$state, "\n"))
s$set(4)
s$set(5)
Account <- setRefClass("Account", fields = list(total = "numeric", history = "numeric"),
  methods = list(
    add = function(x) {
      'Adds x to the total'
      total <<- total + x
      history <<- c(history, x)
      invisible(.self)
    }))
Savings <- setRefClass("Savings", contains = "Account", fields = list(rate = "numeric"),
  methods = list(
    addInterest = function() { add(total * rate) },
    add = function(x) { cat("saving", x, "\n"); callSuper(x) }))
sv <- Savings$new(total = 100, rate = 0.05)
sv$add(50)
sv$addInterest()
sv$total
sv$history
sv
a <- Account$new(total = 1)
a
accounts <- list(a, sv)
sapply(accounts, function(x) x$total)
invisible(lapply(accounts, function(x) x$add(1)))
sapply(accounts, function(x) x$total)
is(sv, "Account")
is(a, "Savings")
class(sv)[1]
