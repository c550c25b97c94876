# Tree nodes as reference objects, recursion in methods, printing with indentation
Node <- setRefClass("Node", fields = list(key = "numeric", left = "ANY", right = "ANY"),
  methods = list(
    initialize = function(...) {
      left <<- NULL
      right <<- NULL
      callSuper(...)
    },
    insert = function(k) {
      if (k < key) {
        if (is.null(left)) left <<- Node$new(key = k) else left$insert(k)
      } else {
        if (is.null(right)) right <<- Node$new(key = k) else right$insert(k)
      }
      invisible(.self)
    },
    inorder = function() {
      c(if (!is.null(left)) left$inorder(), key, if (!is.null(right)) right$inorder())
    },
    depth = function() {
      1 + max(if (is.null(left)) 0 else left$depth(), if (is.null(right)) 0 else right$depth())
    },
    pretty = function(level = 0) {
      if (!is.null(right)) right$pretty(level + 1)
      cat(strrep("  ", level), key, "\n", sep = "")
      if (!is.null(left)) left$pretty(level + 1)
    },
    contains = function(k) {
      if (k == key) return(TRUE)
      child <- if (k < key) left else right
      if (is.null(child)) FALSE else child$contains(k)
    }))
root <- Node$new(key = 50)
for (k in c(30, 70, 20, 40, 60, 80, 65)) root$insert(k)
root$inorder()
root$depth()
root$pretty()
root$contains(65)
root$contains(66)
sapply(c(20, 25), root$contains)
root$left$key
root$right$left$right$key
is.null(root$left$left$left)
Matrix2 <- setRefClass("Matrix2", fields = list(data = "matrix"), methods = list(
  set = function(i, j, v) { data[i, j] <<- v; invisible(.self) },
  get = function(i, j) data[i, j],
  transpose = function() { data <<- t(data); invisible(.self) },
  dims = function() dim(data)))
m <- Matrix2$new(data = matrix(0, 2, 3))
m$set(1, 2, 5)$set(2, 3, 7)
m$data
m$transpose()$dims()
m$get(3, 2)
