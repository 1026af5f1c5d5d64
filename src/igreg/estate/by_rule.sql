-- By rule: how many findings, in how many registers. The most first.
SELECT
  item AS rule,
  SUM(value) AS findings,
  COUNT(DISTINCT register) AS registers
FROM newest
WHERE part = 'rule'
GROUP BY item
ORDER BY SUM(value) DESC NULLS LAST, item NULLS LAST
