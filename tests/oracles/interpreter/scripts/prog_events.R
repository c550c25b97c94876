# closures: event system / observer / pub-sub + queue simulation
EventBus <- function() {
  handlers <- list()
  on <- function(event, f) {
    handlers[[event]] <<- c(handlers[[event]], f)
    invisible(length(handlers[[event]]))
  }
  emit <- function(event, ...) {
    hs <- handlers[[event]]
    if (is.null(hs)) { cat("no handlers for", sQuote(event, FALSE), "\n"); return(invisible(FALSE)) }
    for (h in hs) h(...)
    invisible(TRUE)
  }
  list(on = on, emit = emit, count = function() lengths(handlers))
}
bus <- EventBus()
bus$on("greet", function(n) cat("Hello,", n, "\n"))
bus$on("greet", function(n) cat("Nice to see you,", toupper(n), "\n"))
print(bus$on("bye", function(...) cat("Bye", ..., "\n")))
bus$emit("greet", "ann")
bus$emit("bye", "x", "y")
r <- bus$emit("nothing"); r
bus$count()
simulate_queue <- function(arrivals, service) {
  clock <- 0; log <- data.frame(customer = integer(0), start = numeric(0), end = numeric(0))
  for (i in seq_along(arrivals)) {
    start <- max(arrivals[i], clock)
    clock <- start + service[i]
    log[nrow(log) + 1, ] <- list(i, start, clock)
  }
  log$wait <- log$start - arrivals
  log
}
res <- simulate_queue(c(0, 1, 2.5, 7), c(2, 2, 1, 3))
res
colMeans(res[, c("wait", "end")])
str(res)
cat("Max wait:", max(res$wait), "for customer", res$customer[which.max(res$wait)], "\n")
matrix_queue <- as.matrix(res); matrix_queue; dim(matrix_queue)
pq <- data.frame(task = character(), pri = integer(), stringsAsFactors = FALSE)
enq <- function(q, t, p) rbind(q, data.frame(task = t, pri = p))
for (k in 1:3) pq <- enq(pq, c("write", "test", "ship")[k], c(2L, 3L, 1L)[k])
pq <- pq[order(pq$pri), ]; pq; rownames(pq) <- NULL; pq; pq$task[1]; pq <- pq[-1, ]; nrow(pq); pq
state <- "idle"; transitions <- list(idle = c(start = "running"), running = c(pause = "paused", stop = "idle"), paused = c(resume = "running"))
for (ev in c("start", "pause", "bogus", "resume", "stop")) { nxt <- transitions[[state]][ev]; if (is.na(nxt)) cat("invalid event", ev, "in state", state, "\n") else { cat(sprintf("%-8s --%s--> %s\n", state, ev, nxt)); state <- nxt } }
state; unname(state)
