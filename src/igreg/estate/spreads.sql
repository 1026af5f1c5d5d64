-- How far from the median the values of a measure are: half of them are no further than this.
SELECT measures.measure, MEDIAN(ABS(measures.value - medians.median)) AS spread
FROM measures
INNER JOIN medians ON measures.measure = medians.measure
GROUP BY measures.measure
