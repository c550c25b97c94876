# S3 classes: a stack, a queue, an account; with print, format, summary and operators.
Stack <- function() structure(list(items = list()), class = "Stack")
push <- function(s, ...) UseMethod("push")
pop <- function(s) UseMethod("pop")
size <- function(s) UseMethod("size")
push.Stack <- function(s, x, ...) { s$items <- c(s$items, list(x)); s }
pop.Stack <- function(s) {
  n <- length(s$items)
  if (n == 0) stop("stack is empty")
  top <- s$items[[n]]
  s$items <- s$items[-n]
  list(stack = s, value = top)
}
size.default <- function(s) length(s$items)
print.Stack <- function(x, ...) {
  cat("<Stack of", length(x$items), "items>\n")
  for (i in rev(seq_along(x$items))) cat(" ", i, ":", format(x$items[[i]]), "\n")
  invisible(x)
}
s <- Stack()
s <- push(s, 1); s <- push(s, "two"); s <- push(s, c(3, 3))
s
size(s)
r <- pop(s); r$value; r$stack
tryCatch(pop(Stack()), error = function(e) cat("Error caught:", conditionMessage(e), "\n"))
make_queue <- function() {
  items <- list()
  list(enqueue = function(x) { items[[length(items) + 1]] <<- x; invisible(length(items)) },
       dequeue = function() { v <- items[[1]]; items[[1]] <<- NULL; v },
       size = function() length(items))
}
q <- make_queue()
q$enqueue("a"); q$enqueue("b")
print(q$enqueue("c"))
q$dequeue(); q$size()
"+.money" <- function(e1, e2) money(unclass(e1) + unclass(e2))
money <- function(x) structure(x, class = "money")
format.money <- function(x, ...) paste0("$", formatC(unclass(x), format = "f", digits = 2, big.mark = ","))
print.money <- function(x, ...) print(format(x), quote = FALSE)
Ops.temp <- function(e1, e2) { v <- get(.Generic)(unclass(e1), unclass(e2)); if (.Generic %in% c("+", "-")) structure(v, class = "temp") else v }
money(1234.5) + money(10)
c(money(1), money(2))
m <- money(c(5, 6)); m[2]
structure(20, class = "temp") > structure(10, class = "temp")
summary.account <- function(object, ...) structure(list(total = sum(object$moves), n = length(object$moves)), class = "summary.account")
print.summary.account <- function(x, ...) cat("Total:", x$total, "from", x$n, "moves\n")
a <- structure(list(moves = c(10, -3, 5)), class = c("savings", "account"))
summary(a)
inherits(a, "account"); inherits(a, c("x", "account"), which = TRUE)
describe <- function(x) UseMethod("describe")
describe.account <- function(x) cat("account\n")
describe.savings <- function(x) { cat("savings, then "); NextMethod() }
describe(a)
length.Stack <- function(x) length(x$items)
length(s)
"$.rec" <- function(x, name) paste("field", name)
structure(list(), class = "rec")$foo
"[<-.Stack" <- function(x, i, value) { x$items[[i]] <- value; x }
s[1] <- "first"; s
as.character.Stack <- function(x, ...) vapply(x$items, function(i) paste(i, collapse = " "), "")
as.character(s)
unclass(a)
a
