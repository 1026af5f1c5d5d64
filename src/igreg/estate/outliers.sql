-- Registers that stand much worse than the others: further from the median than five times the spread, and by as much as
-- the measure asks at least. Of fewer than three registers nobody can say so.
SELECT
  measures.register,
  measures.measure,
  measures.value,
  medians.median
FROM measures
INNER JOIN medians ON measures.measure = medians.measure
INNER JOIN spreads ON measures.measure = spreads.measure
WHERE
  medians.registers >= 3
  AND (measures.value - medians.median) * measures.worse >= measures.least
  AND (measures.value - medians.median) * measures.worse > 5 * spreads.spread
ORDER BY measures.measure NULLS LAST, (measures.value - medians.median) * measures.worse DESC NULLS LAST, measures.name NULLS LAST, measures.register NULLS LAST
