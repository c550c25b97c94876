# Course exercise: library with books (RC) and items (S4)
setClass("Item", representation("VIRTUAL", id = "integer", title = "character"))
setClass("Book", contains = "Item", representation(author = "character", pages = "numeric"))
setClass("DVD", contains = "Item", representation(minutes = "numeric"))
setGeneric("label", function(x) standardGeneric("label"))
setMethod("label", "Item", function(x) sprintf("#%03d %s", x@id, x@title))
setMethod("label", "Book", function(x) paste0(callNextMethod(), " by ", x@author))
setMethod("show", "Item", function(object) cat("<", class(object), " ", label(object), ">\n", sep = ""))
Library <- setRefClass("Library", fields = list(items = "list", loans = "list", nextId = "integer"),
  methods = list(
    initialize = function(...) {
      nextId <<- 1L
      callSuper(...)
    },
    addBook = function(title, author, pages) {
      items[[length(items) + 1]] <<- new("Book", id = nextId, title = title, author = author, pages = pages)
      nextId <<- nextId + 1L
      invisible(.self)
    },
    addDVD = function(title, minutes) {
      items[[length(items) + 1]] <<- new("DVD", id = nextId, title = title, minutes = minutes)
      nextId <<- nextId + 1L
      invisible(.self)
    },
    find = function(pattern) Filter(function(i) grepl(pattern, i@title, ignore.case = TRUE), items),
    lend = function(id, who) {
      key <- as.character(id)
      if (!is.null(loans[[key]])) stop("item ", id, " is lent to ", loans[[key]])
      loans[[key]] <<- who
      invisible(.self)
    },
    giveBack = function(id) { loans[[as.character(id)]] <<- NULL; invisible(.self) },
    report = function() {
      for (i in items) {
        who <- loans[[as.character(i@id)]]
        cat(format(label(i), width = 40), if (is.null(who)) "in" else paste("out:", who), "\n")
      }
    }))
lib <- Library$new()
lib$addBook("R in a Nutshell", "Adler", 722)$addBook("The R Book", "Crawley", 1076)$addDVD("Matrix", 136)
lib$report()
lib$find("r ")
lib$lend(1, "Ann")$lend(3, "Bob")
r <- try(lib$lend(1, "Cy"), silent = TRUE)
cat(r)
lib$report()
lib$giveBack(1)
lib$report()
pages <- sapply(Filter(function(i) is(i, "Book"), lib$items), function(b) b@pages)
summary(pages)
table(sapply(lib$items, class))
isVirtualClass("Item")
lib$nextId
sapply(lib$items, is, "Item")
