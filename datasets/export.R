# Rscript export.R: writes CSV and sidecar of further data sets of R's `datasets` and MASS.
# README.md tells the format; then run make_index.py.
suppressMessages(library(jsonlite))
number <- function(x) {
  text <- formatC(x, digits = 15, format = "g", width = -1)
  text <- ifelse(!is.na(x) & as.double(text) != x, formatC(x, digits = 17, format = "g", width = -1), text)
  ifelse(is.na(x), "NA", trimws(text))
}
quoted <- function(x) ifelse(is.na(x), "NA", paste0('"', gsub('"', '""', x), '"'))
cells <- function(x) {
  if (is.factor(x) || is.character(x)) quoted(as.character(x))
  else if (is.logical(x)) ifelse(is.na(x), "NA", as.character(x)) else number(as.double(x))
}
about <- function(x, name) {
  entry <- list(name = unbox(name), class = if (length(class(x)) == 1) unbox(class(x)) else class(x),
                typeof = unbox(typeof(x)))
  if (is.factor(x)) { entry$levels <- levels(x); entry$ordered <- unbox(is.ordered(x)) }
  c(entry, list(n_na = unbox(sum(is.na(x)))))
}
export <- function(name, package) {
  where <- new.env()
  item <- get(data(list = name, package = package, envir = where), envir = where)
  plain <- function(x) { if (is.ts(x)) as.vector(x) else x }
  kind <- if (is.data.frame(item)) "data.frame" else if (inherits(item, "dist")) "dist" else
    if (is.table(item)) "table" else if (is.matrix(item)) "matrix" else if (is.ts(item)) "ts" else "vector"
  frame <- switch(kind,
    data.frame = as.data.frame(lapply(item, plain), check.names = FALSE, row.names = attr(item, "row.names")),
    matrix = as.data.frame(item), table = as.data.frame(item),
    dist = data.frame(x = as.vector(item)), ts = data.frame(x = as.vector(item)),
    vector = data.frame(x = unname(item)))
  names_of <- switch(kind, data.frame = if (.row_names_info(item) > 0) row.names(item),
    matrix = rownames(item), dist = NULL, vector = names(item), NULL)
  if (kind == "matrix" && is.null(colnames(item))) names(frame) <- paste0("V", seq_len(ncol(item)))
  columns <- lapply(frame, cells)
  header <- quoted(names(frame))
  if (!is.null(names_of)) { columns <- c(list(quoted(names_of)), columns); header <- c('""', header) }
  body <- do.call(paste, c(unname(columns), sep = ","))
  writeLines(c(paste(header, collapse = ","), body), paste0(name, ".csv"), useBytes = TRUE)
  sidecar <- list(name = unbox(name), package = unbox(package), r_version = unbox(R.version.string),
    object_class = if (length(class(item)) == 1) unbox(class(item)) else class(item), kind = unbox(kind))
  if (kind == "matrix" && is.null(colnames(item))) sidecar$column_names <- unbox(FALSE)
  if (kind == "ts") sidecar$tsp <- tsp(item)
  if (kind == "table") { sidecar$dim <- dim(item); sidecar$dimnames <- dimnames(item) }
  if (kind == "dist") sidecar$items <- attr(item, "Labels")
  sidecar <- c(sidecar, list(nrow = unbox(nrow(frame)), ncol = unbox(ncol(frame)),
    row_names = unbox(!is.null(names_of)),
    columns = unname(Map(about, frame, names(frame)))))
  writeLines(toJSON(sidecar, pretty = TRUE, digits = NA), paste0(name, ".json"), useBytes = TRUE)
}
for (name in c("BOD", "Formaldehyde", "Indometh", "USJudgeRatings", "beaver2", "USPersonalExpenditure",
               "VADeaths", "WorldPhones", "stack.x", "occupationalStatus", "islands", "precip",
               "rivers", "euro", "state.name", "state.abb", "state.region", "state.division", "state.area",
               "stack.loss", "eurodist", "UScitiesD", "LakeHuron", "lynx", "nhtemp", "discoveries", "lh",
               "AirPassengers", "ldeaths", "mdeaths", "fdeaths", "presidents", "sunspot.year", "sunspots",
               "UKgas", "nottem", "JohnsonJohnson", "WWWusage", "uspop", "co2", "austres",
               "USAccDeaths", "UKDriverDeaths", "volcano"))
  export(name, "datasets")
for (name in c("Animals", "mammals", "Cushings", "leuk", "geyser", "galaxies", "immer", "cpus", "Traffic",
               "Rubber", "muscle", "forbes", "chem", "abbey", "shrimp", "DDT", "eagles", "epil", "ships",
               "snails", "steam", "VA", "cement", "Aids2", "gehan", "Rabbit", "waders", "coop", "caith",
               "michelson", "newcomb", "beav1", "beav2", "Sitka"))
  export(name, "MASS")
# Series side by side (mts), and lists whose parts are vectors and matrices (parts).
export_series <- function(name) {
  item <- get(name, "package:datasets")
  frame <- as.data.frame(item)
  lines <- c(paste(quoted(names(frame)), collapse = ","), do.call(paste, c(unname(lapply(frame, cells)), sep = ",")))
  writeLines(lines, paste0(name, ".csv"), useBytes = TRUE)
  sidecar <- list(name = unbox(name), package = unbox("datasets"), r_version = unbox(R.version.string),
    object_class = class(item), kind = unbox("mts"), tsp = tsp(item), nrow = unbox(nrow(item)),
    ncol = unbox(ncol(item)), row_names = unbox(FALSE),
    columns = unname(Map(about, lapply(frame, as.vector), names(frame))))
  writeLines(toJSON(sidecar, pretty = TRUE, digits = I(17)), paste0(name, ".json"), useBytes = TRUE)
}
export_parts <- function(name) {
  item <- get(name, "package:datasets")
  rows <- lapply(names(item), function(part) {
    x <- item[[part]]
    if (is.matrix(x)) data.frame(part = part, row = rep(rownames(x), ncol(x)), column = rep(colnames(x), each = nrow(x)),
                                 value = number(as.double(x)))
    else data.frame(part = part, row = if (is.null(names(x))) "" else names(x), column = "", value = number(as.double(x)))
  })
  frame <- do.call(rbind, rows)
  writeLines(c("\"part\",\"row\",\"column\",\"value\"",
               paste(quoted(frame$part), quoted(frame$row), quoted(frame$column), frame$value, sep = ",")),
             paste0(name, ".csv"), useBytes = TRUE)
  sidecar <- list(name = unbox(name), package = unbox("datasets"), r_version = unbox(R.version.string),
    object_class = unbox("list"), kind = unbox("parts"), items = names(item))
  writeLines(toJSON(sidecar, pretty = TRUE), paste0(name, ".json"), useBytes = TRUE)
}
for (name in c("EuStockMarkets", "Seatbelts")) export_series(name)
for (name in c("state.center", "ability.cov", "Harman23.cor", "Harman74.cor")) export_parts(name)
for (name in c("BJsales", "BJsales.lead", "crimtab", "euro.cross", "freeny", "freeny.x", "freeny.y",
               "sunspot.month", "treering")) export(name, "datasets")
