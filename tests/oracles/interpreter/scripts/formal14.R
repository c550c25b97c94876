# Replacement generics and accessors
setClass("Student", slots = c(name = "character", marks = "numeric"))
setGeneric("name", function(obj) standardGeneric("name"))
setGeneric("name<-", function(obj, value) standardGeneric("name<-"))
setMethod("name", "Student", function(obj) obj@name)
setMethod("name<-", "Student", function(obj, value) {
  obj@name <- value
  validObject(obj)
  obj
})
setReplaceMethod("name", "Student", function(obj, value) { obj@name <- toupper(value); obj })
s <- new("Student", name = "Ida", marks = c(1.3, 2.0, 1.7))
name(s)
name(s) <- "Ole"
name(s)
setGeneric("marks<-", function(object, value) standardGeneric("marks<-"))
setMethod("marks<-", "Student", function(object, value) { object@marks <- value; object })
marks(s) <- c(1, 1, 1)
s@marks
s@marks[2] <- 5
s@marks
setMethod("[<-", "Student", function(x, i, ..., value) { x@marks[i] <- value; x })
s[1] <- 4
s@marks
setMethod("mean", "Student", function(x, ...) mean(x@marks))
mean(s)
setMethod("names", "Student", function(x) "nm")
names(s)
isVirtualClass("Student")
students <- lapply(c("A", "B"), function(n) new("Student", name = n, marks = 1:3))
sapply(students, name)
sapply(students, function(x) mean(x))
students[[1]]
str(s)
s
