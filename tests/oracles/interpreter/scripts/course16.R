# Library system: a small inventory program
inventory <- data.frame(item = character(), qty = integer(), price = numeric(), stringsAsFactors = FALSE)
str(inventory)
inventory
add_item <- function(inv, item, qty, price) {
  if (item %in% inv$item) {
    warning("item '", item, "' already there; adding quantity")
    inv$qty[inv$item == item] <- inv$qty[inv$item == item] + qty
    return(inv)
  }
  rbind(inv, data.frame(item = item, qty = qty, price = price))
}
inventory <- add_item(inventory, "apple", 10L, 0.5)
inventory <- add_item(inventory, "pear", 4L, 0.75)
inventory <- add_item(inventory, "kiwi", 25L, 0.2)
inventory <- suppressWarnings(add_item(inventory, "apple", 5L, 0.5))
inventory
report <- function(inv) {
  cat(rep("-", 30), "\n", sep = "")
  cat(sprintf("%-10s %5s %8s\n", "Item", "Qty", "Value"))
  for (i in seq_len(nrow(inv))) {
    with(inv[i, ], cat(sprintf("%-10s %5d %8.2f\n", item, qty, qty * price)))
  }
  cat(rep("-", 30), "\n", sep = "")
  cat(format("Total", width = 16), formatC(sum(inv$qty * inv$price), format = "f", digits = 2, width = 8), "\n")
}
report(inventory)
inventory$value <- inventory$qty * inventory$price
inventory[["cheap"]] <- inventory$price < 0.6
inventory
print(inventory, digits = 2)
print(format(inventory, nsmall = 2))
as.list(inventory[1, ])
inventory[inventory$item == "plum", ]
nrow(inventory[inventory$qty > 100, ])
names(inventory)[2] <- "quantity"
colnames(inventory)
inventory$value <- NULL
t(inventory)
sapply(inventory, class)
is.data.frame(inventory[, 1]); is.data.frame(inventory[1])
unlist(inventory[2, ])
within(inventory, { total <- quantity * price; rm(cheap) })
cbind(inventory, id = 1:3)
inventory[order(inventory$price), "item"]
inventory[c("apple", "pear"), ]
rowSums(inventory[, c("quantity", "price")])
apply(inventory, 1, function(r) paste(r["item"], r["quantity"]))
summary(inventory)
lapply(inventory, summary)
duplicated(c("a", "b", "a")); rev(inventory$item)
seq_along(inventory)
