-- By area: in how many registers somebody leads it, and in how many nobody does. The most vacant first.
SELECT
  item AS area,
  SUM(1 - value) AS held,
  SUM(value) AS vacant
FROM newest
WHERE part = 'lead'
GROUP BY item
ORDER BY SUM(value) DESC NULLS LAST, item NULLS LAST
