# Employees: inheritance with NextMethod
Person <- function(name, age, ...) {
  obj <- list(name = name, age = age, ...)
  class(obj) <- "Person"
  obj
}
Employee <- function(name, age, salary, ...) {
  obj <- Person(name, age, salary = salary, ...)
  class(obj) <- c("Employee", class(obj))
  obj
}
Manager <- function(name, age, salary, reports = character()) {
  obj <- Employee(name, age, salary, reports = reports)
  class(obj) <- c("Manager", class(obj))
  obj
}
print.Person <- function(x, ...) {
  cat("Name: ", x$name, "\nAge:  ", x$age, "\n", sep = "")
  invisible(x)
}
print.Employee <- function(x, ...) {
  NextMethod()
  cat("Salary: ", format(x$salary, big.mark = ","), "\n", sep = "")
  invisible(x)
}
print.Manager <- function(x, ...) {
  NextMethod("print")
  if (length(x$reports)) cat("Reports:", paste(x$reports, collapse = ", "), "\n")
  else cat("No reports\n")
  invisible(x)
}
raise <- function(x, pct, ...) UseMethod("raise")
raise.default <- function(x, pct, ...) stop("cannot raise object of class ", dQuote(class(x)[1], FALSE))
raise.Employee <- function(x, pct = 5, ...) { x$salary <- x$salary * (1 + pct / 100); x }
raise.Manager <- function(x, pct = 5, bonus = 0, ...) { x <- NextMethod(pct = pct * 2); x$salary <- x$salary + bonus; x }
m <- Manager("Ann", 45, 100000, c("Bob", "Cy"))
e <- Employee("Bob", 30, 50000)
m
e
class(m)
raise(e, 10)$salary
raise(m, 10, bonus = 500)$salary
raise(m)$salary
staff <- list(m, e, Employee("Cy", 28, 48000.5))
sapply(staff, `[[`, "salary")
total <- sum(sapply(staff, function(s) s$salary)); total
invisible(lapply(staff, print))
inherits(m, "Person"); inherits(m, c("X", "Employee"), which = TRUE); inherits(e, "Manager")
summary.Person <- function(object, ...) structure(list(name = object$name, kind = class(object)[1]), class = "summary.Person")
print.summary.Person <- function(x, ...) cat("<", x$kind, ": ", x$name, ">\n", sep = "")
for (s in staff) print(summary(s))
summary(m)
sort_by <- function(lst, key, ...) lst[order(sapply(lst, `[[`, key), ...)]
sapply(sort_by(staff, "age"), `[[`, "name")
sapply(sort_by(staff, "salary", decreasing = TRUE), function(p) p$name)
str(e)
update.Person <- function(object, ...) { mods <- list(...); for (n in names(mods)) object[[n]] <- mods[[n]]; object }
update(e, age = 31, title = "Dr")$title
as.data.frame(do.call(rbind, lapply(staff, function(s) data.frame(name = s$name, salary = s$salary))))
raise(list(1), 3)
