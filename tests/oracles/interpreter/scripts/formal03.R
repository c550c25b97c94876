# Validity and show methods
setClass("Account", slots = list(owner = "character", balance = "numeric"),
         prototype = list(owner = "nobody", balance = 0),
         validity = function(object) {
           msgs <- character()
           if (length(object@balance) != 1) msgs <- c(msgs, "balance must have length 1")
           if (any(object@balance < 0)) msgs <- c(msgs, "balance must not be negative")
           if (length(msgs)) msgs else TRUE
         })
a <- new("Account", owner = "Bo", balance = 100)
validObject(a)
tryCatch(new("Account", balance = -1), error = function(e) cat(conditionMessage(e), "\n"))
tryCatch(new("Account", balance = c(-1, 2)), error = function(e) cat(conditionMessage(e), "\n"))
a@balance <- -5
tryCatch(validObject(a), error = function(e) cat(conditionMessage(e), "\n"))
setMethod("show", "Account", function(object) {
  cat("<Account of ", object@owner, ": ", object@balance, ">\n", sep = "")
})
a
print(a)
list(a, 1)
new("Account")
setGeneric("deposit", function(acc, amount) standardGeneric("deposit"))
setMethod("deposit", signature("Account", "numeric"), function(acc, amount) {
  acc@balance <- acc@balance + amount
  validObject(acc)
  acc
})
b <- deposit(new("Account", owner = "Cy", balance = 10), 25)
b
b@balance
tryCatch(deposit(b, "x"), error = function(e) cat(conditionMessage(e), "\n"))
setValidity("Account", function(object) if (nchar(object@owner) == 0) "empty owner" else TRUE)
tryCatch(new("Account", owner = ""), error = function(e) cat(conditionMessage(e), "\n"))
