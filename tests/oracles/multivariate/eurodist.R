# Rscript eurodist.R eurodist.json: R's road distances between 21 cities of Europe.
out <- commandArgs(TRUE)[1]
write(jsonlite::toJSON(list(labels = attr(eurodist, "Labels"), values = as.vector(eurodist)), digits = I(17)), out)
