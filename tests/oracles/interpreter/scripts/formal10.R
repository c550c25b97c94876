# A queue and a stack as reference classes
Stack <- setRefClass("Stack", fields = list(items = "list"),
  methods = list(
    push = function(x) { items[[length(items) + 1]] <<- x },
    pop = function() {
      if (length(items) == 0) stop("stack is empty")
      top <- items[[length(items)]]
      items[[length(items)]] <<- NULL
      top
    },
    size = function() length(items),
    peek = function() items[[length(items)]],
    isEmpty = function() length(items) == 0
  ))
s <- Stack$new()
s$isEmpty()
s$push(1)
s$push("two")
s$push(3)
s$size()
s$peek()
s$pop()
s$pop()
s$size()
s$pop()
msg <- tryCatch(s$pop(), error = function(e) conditionMessage(e))
msg
Queue <- setRefClass("Queue", fields = list(data = "list"),
  methods = list(
    enqueue = function(...) { for (x in list(...)) data <<- c(data, list(x)); invisible(.self) },
    dequeue = function() { x <- data[[1]]; data <<- data[-1]; x },
    size = function() length(data)))
q <- Queue$new()
q$enqueue(1, 2, 3)$enqueue("four")
q$size()
q$dequeue()
q$dequeue()
q$size()
while (q$size() > 0) print(q$dequeue())
