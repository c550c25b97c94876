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
