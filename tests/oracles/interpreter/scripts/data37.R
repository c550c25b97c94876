# Census style table with formatted output
census <- read.table(header = TRUE, sep = ",", strip.white = TRUE, text = "
state, pop2010, pop2020, area
Bavaria, 12538696, 13140183, 70550.2
Berlin, 3460725, 3664088, 891.7
Hesse, 6067021, 6293154, 21114.9
Saxony, 4149477, 4056941, 18449.9
Bremen, 660999, 680130, 419.8")
census
str(census)
summary(census)
census$growth <- (census$pop2020 / census$pop2010 - 1) * 100
census$density <- census$pop2020 / census$area
census
print(census, digits = 3)
format(census, digits = 3)
format(census$pop2020, big.mark = ",")
formatC(census$pop2020, big.mark = ".", format = "d", decimal.mark = ",")
formatC(census$growth, digits = 1, format = "f", flag = "+")
data.frame(state = census$state, pop = format(census$pop2020, big.mark = " "), growth = sprintf("%+.2f %%", census$growth))
out <- census[order(-census$density), c("state", "density")]
out$density <- round(out$density)
print(out, row.names = FALSE)
for (i in seq_len(nrow(out))) cat(sprintf("%d. %-10s %8.0f\n", i, out$state[i], out$density[i]))
total <- data.frame(state = "Total", pop2010 = sum(census$pop2010), pop2020 = sum(census$pop2020), area = sum(census$area), growth = NA, density = NA)
all <- rbind(census, total); all
all$growth[6] <- with(all[6, ], (pop2020 / pop2010 - 1) * 100); all$density[6] <- all$pop2020[6] / all$area[6]
all
print(format(all, big.mark = ",", digits = 4), quote = FALSE)
options(scipen = 10); census$pop2020 * 1000; options(scipen = 0); census$pop2020 * 1000
options(digits = 3); census; options(digits = 7)
colnames(census); cor(census$pop2020, census$area); sapply(census[-1], median)
cut(census$density, c(0, 100, 500, 5000), dig.lab = 4); cut(census$pop2020, 3); cut(census$pop2020, quantile(census$pop2020, c(0, .5, 1)), include.lowest = TRUE)
census[census$growth < 0, "state"]; mean(census$growth > 2); apply(census[2:3], 1, diff)
barplot(census$density, names.arg = census$state)
t(census[1:2, ]); as.list(census[1, ]); unlist(census[2, 2:4]); census[[2, "state"]]
1e5; 100000L; 123456.7; 0.1 + 0.2; 1/3; 1e-4; 0.00012; c(0.00001, 1); 1e15; 1e16; c(1.5, NA, Inf); 2^31; 22/7 * 1e6; c(1e-300, 1); 1234567.8; TRUE + TRUE
c(1.10, 2.25, 3.333); c(1000000, 1); c(123456, 0.001); c(1e-8, 1e8); 5 %/% 2; -5 %/% 2; -5 %% 3; 5.5 %% 2; 7.0; 1e3; 3e10; 0x10; 1e-17 + 1
