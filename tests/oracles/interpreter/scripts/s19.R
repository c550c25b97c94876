# Inventory system: lists of records, updates, report
inventory <- list()
add_item <- function(inv, name, qty, price) { inv[[name]] <- list(qty = qty, price = price); inv }
inventory <- add_item(inventory, "apple", 10, 0.5)
inventory <- add_item(inventory, "pear", 4, 0.75)
inventory <- add_item(inventory, "fig", 0, 1.2)
names(inventory)
str(inventory)
inventory$apple$qty <- inventory$apple$qty - 3
inventory[["pear"]][["price"]]
totals <- sapply(inventory, function(i) i$qty * i$price); totals
report <- function(inv) {
  cat(format("Item", width = 10), format("Qty", width = 5, justify = "right"), format("Price", width = 8, justify = "right"), "\n")
  cat(rep("-", 25), "\n", sep = "")
  for (n in names(inv)) cat(format(n, width = 10), format(inv[[n]]$qty, width = 5), formatC(inv[[n]]$price, format = "f", digits = 2, width = 8), "\n")
  cat("Total value:", format(sum(totals), nsmall = 2), "\n")
}
report(inventory)
df <- do.call(rbind, lapply(names(inventory), function(n) data.frame(item = n, qty = inventory[[n]]$qty, price = inventory[[n]]$price)))
df
df[df$qty == 0, "item"]
df$status <- ifelse(df$qty == 0, "out", ifelse(df$qty < 5, "low", "ok")); df
inventory$fig <- NULL; length(inventory)
"fig" %in% names(inventory)
is.null(inventory$banana)
modifyList(list(a = 1, b = 2), list(b = 3, c = 4))
setNames(1:3, c("x", "y", "z"))
unlist(lapply(inventory, `[[`, "qty"))
mapply(function(n, i) paste0(n, ":", i$qty), names(inventory), inventory)
rapply(inventory, function(v) v * 2, how = "list")$apple
stack <- c(); stack <- c(stack, 1); stack <- c(stack, 2); stack[length(stack)]; stack <- stack[-length(stack)]; stack
queue <- 1:3; queue[1]; queue <- queue[-1]; queue
m <- sapply(inventory, unlist); m
t(m)
array(unlist(inventory), c(2, 2))
invisible(sapply(names(inventory), function(n) cat(n, "\n")))
print(list(1, "a", c(1, 2)))
print(list(x = 1, y = list(z = "deep", w = 1:3)))
list()
nchar(names(inventory))
