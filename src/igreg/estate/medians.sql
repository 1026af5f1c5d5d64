-- The median of each measure, and of how many registers.
SELECT measure, MEDIAN(value) AS median, COUNT(*) AS registers
FROM measures
GROUP BY measure
