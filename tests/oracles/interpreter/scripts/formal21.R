# Simulation with reference objects
set.seed(42)
Walker <- setRefClass("Walker",
  fields = list(pos = "numeric", path = "numeric", name = "character"),
  methods = list(
    initialize = function(name = "w", ...) {
      name <<- name
      pos <<- 0
      path <<- 0
      callSuper(...)
    },
    step = function(n = 1) {
      for (i in seq_len(n)) {
        pos <<- pos + sample(c(-1, 1), 1)
        path <<- c(path, pos)
      }
      invisible(.self)
    },
    summary = function() {
      cat(sprintf("%s: %d steps, end %d, range [%d, %d]\n", name, length(path) - 1L,
                  as.integer(pos), as.integer(min(path)), as.integer(max(path))))
    }))
ws <- lapply(c("a", "b", "c"), function(n) Walker$new(name = n))
for (w in ws) w$step(20)$summary()
ends <- sapply(ws, function(w) w$pos)
ends
Bank <- setRefClass("Bank", fields = list(accounts = "list"),
  methods = list(
    open = function(id, amount = 0) { accounts[[id]] <<- amount; invisible(.self) },
    transfer = function(from, to, x) {
      if (accounts[[from]] < x) stop("not enough money in ", from)
      accounts[[from]] <<- accounts[[from]] - x
      accounts[[to]] <<- accounts[[to]] + x
      invisible(.self)
    },
    show = function() for (n in names(accounts)) cat(format(n, width = 6), ":", accounts[[n]], "\n")))
bank <- Bank$new()
bank$open("ann", 100)$open("bob")
bank$transfer("ann", "bob", 40)
bank
r <- tryCatch(bank$transfer("bob", "ann", 400), error = function(e) print(e))
r2 <- try(bank$transfer("bob", "ann", 400), silent = TRUE)
class(r2)
cat(r2)
