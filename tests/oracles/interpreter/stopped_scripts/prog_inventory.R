# Inventory management (typical assignment)
inventory <- list()
add_item <- function(inv, name, qty, price) {
  if (name %in% names(inv)) {
    inv[[name]]$qty <- inv[[name]]$qty + qty
  } else {
    inv[[name]] <- list(qty = qty, price = price)
  }
  inv
}
remove_item <- function(inv, name, qty) {
  if (!name %in% names(inv)) stop(sprintf("Item '%s' not found", name))
  if (inv[[name]]$qty < qty) {
    warning(sprintf("Only %d units of %s available", inv[[name]]$qty, name))
    qty <- inv[[name]]$qty
  }
  inv[[name]]$qty <- inv[[name]]$qty - qty
  if (inv[[name]]$qty == 0) inv[[name]] <- NULL
  inv
}
report <- function(inv) {
  cat(sprintf("%-10s %5s %10s %12s\n", "Item", "Qty", "Price", "Value"))
  cat(strrep("-", 40), "\n", sep = "")
  total <- 0
  for (nm in sort(names(inv))) {
    it <- inv[[nm]]
    cat(sprintf("%-10s %5d %10.2f %12s\n", nm, it$qty, it$price, format(it$qty * it$price, big.mark = ",", nsmall = 2)))
    total <- total + it$qty * it$price
  }
  cat(sprintf("%-10s %29s\n", "TOTAL", formatC(total, format = "f", digits = 2, big.mark = ",")))
}
inventory <- add_item(inventory, "widget", 10L, 2.5)
inventory <- add_item(inventory, "gadget", 3L, 1999.99)
inventory <- add_item(inventory, "widget", 5L, 2.5)
report(inventory)
inventory <- remove_item(inventory, "gadget", 5L)
names(inventory)
str(inventory)
values <- vapply(inventory, function(it) it$qty * it$price, numeric(1))
values
inv_df <- do.call(rbind, lapply(names(inventory), function(n) data.frame(item = n, inventory[[n]])))
inv_df
res <- tryCatch(remove_item(inventory, "doohickey", 1L), error = function(e) {
  cat("Caught error:", conditionMessage(e), "\n")
  print(conditionCall(e))
  NULL
})
is.null(res)
remove_item(inventory, "gizmo", 1L)
