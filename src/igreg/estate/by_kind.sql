-- By kind of date: how much is overdue and how much is due, in how many registers. What is overdue most first.
SELECT
  item AS kind,
  SUM(CASE WHEN part = 'overdue' THEN value ELSE 0 END) AS overdue,
  SUM(CASE WHEN part = 'due' THEN value ELSE 0 END) AS due,
  COUNT(DISTINCT register) AS registers
FROM newest
WHERE part IN ('overdue', 'due')
GROUP BY item
ORDER BY SUM(CASE WHEN part = 'overdue' THEN value ELSE 0 END) DESC NULLS LAST, item NULLS LAST
