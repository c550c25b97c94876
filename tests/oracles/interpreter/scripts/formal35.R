# Reference class: game of cards, method chaining, class-level counters via environments
Card <- setRefClass("Card", fields = list(suit = "character", rank = "numeric"),
  methods = list(show = function() cat(toString(), "\n"),
                 toString = function() paste0(rank, " of ", suit)))
Deck <- setRefClass("Deck", fields = list(cards = "list"),
  methods = list(
    initialize = function(...) {
      cards <<- list()
      for (s in c("hearts", "spades")) for (r in 1:3) {
        cards[[length(cards) + 1]] <<- Card$new(suit = s, rank = r)
      }
      callSuper(...)
    },
    deal = function(n = 1) {
      hand <- cards[seq_len(n)]
      cards <<- cards[-seq_len(n)]
      hand
    },
    size = function() length(cards),
    shuffle = function() { cards <<- cards[sample(length(cards))]; invisible(.self) }
  ))
d <- Deck$new()
d$size()
h <- d$deal(2)
h[[1]]
h
d$size()
sapply(h, function(card) card$toString())
set.seed(1)
d$shuffle()$size()
invisible(d$deal(4))
d$size()
Person <- setRefClass("Person", fields = list(name = "character", friends = "list"),
  methods = list(
    befriend = function(other) {
      friends[[other$name]] <<- other
      if (is.null(other$friends[[name]])) other$befriend(.self)
      invisible(.self)
    },
    listFriends = function() sort(names(friends))))
a <- Person$new(name = "Ann"); b <- Person$new(name = "Bob"); c3 <- Person$new(name = "Cat")
a$befriend(b)$befriend(c3)
a$listFriends()
b$listFriends()
c3$listFriends()
identical(a$friends$Bob, b)
