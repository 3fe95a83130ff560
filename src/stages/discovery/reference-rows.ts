import type { Clusters } from './clusters.ts';

/*
 * Sixty records that the tests of stratified statistics share with R 4.2:
 * i <- 0:59; label <- as.integer((i*7) %% 10 < 4 | i %% 11 == 0); b <- ifelse(i %% 13 == 0, 2, as.integer(i %% 3 == 0))
 * a <- as.integer((i*i + i %/% 7) %% 5 < 2); q <- (i*5 + i %/% 4) %% 4
 * score <- ((i*37) %% 41)/10 + 0.7*a + (b==1) + 0.4*(q==2); acc <- i %/% 4
 */
export const rows = Array.from({ length: 60 }, (_, i) => i);
export const label = rows.map((i) => Number((i * 7) % 10 < 4 || i % 11 === 0));
/** Two strata, and -1 where R has 2: the unknown. */
export const b = rows.map((i) => (i % 13 === 0 ? -1 : Number(i % 3 === 0)));
export const a = rows.map((i) => Number((i * i + Math.floor(i / 7)) % 5 < 2));
export const q = rows.map((i) => (i * 5 + Math.floor(i / 4)) % 4);
export const score = rows.map(
  (i) => ((i * 37) % 41) / 10 + 0.7 * a[i]! + Number(b[i] === 1) + 0.4 * Number(q[i] === 2),
);
/** Accounts of four records each. */
export const clusters: Clusters = { cluster: Int32Array.from(rows, (i) => Math.floor(i / 4)), accounts: 15 };
