# Reference classes: list fields, untyped fields, method calling method, fields with defaults
Inventory <- setRefClass("Inventory",
  fields = list(items = "data.frame", log = "character", anything = "ANY"),
  methods = list(
    add = function(name, qty) {
      items <<- rbind(items, data.frame(name = name, qty = qty))
      note(paste("added", qty, name))
    },
    note = function(msg) { log <<- c(log, msg) },
    total = function() sum(items$qty),
    report = function() {
      cat("Inventory:", nrow(items), "kinds,", total(), "pieces\n")
      for (l in log) cat(" -", l, "\n")
      invisible(.self)
    }))
inv <- Inventory$new()
inv$add("bolt", 10)
inv$add("nut", 5)
inv$report()
inv$items
inv$anything <- 1:3
inv$anything
inv$log
Node <- setRefClass("Node", fields = c("value", "nxt"))
n1 <- Node$new(value = 1, nxt = NULL)
n2 <- Node$new(value = 2, nxt = n1)
n2$nxt$value
n2$nxt$value <- 99
n1$value
LinkedList <- setRefClass("LinkedList", fields = list(head = "ANY", n = "numeric"),
  methods = list(
    initialize = function(...) { head <<- NULL; n <<- 0; callSuper(...) },
    add = function(v) { head <<- Node$new(value = v, nxt = head); n <<- n + 1; invisible(.self) },
    toVector = function() { out <- c(); cur <- head; while (!is.null(cur)) { out <- c(out, cur$value); cur <- cur$nxt }; out }))
l <- LinkedList$new()
l$add(1)$add(2)$add(3)
l$toVector()
l$n
f <- function(acc) { acc$n <- 100; invisible(NULL) }
f(l)
l$n
