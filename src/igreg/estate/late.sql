-- Who is late with what: each kind of date of which something is overdue. The most first.
SELECT
  register,
  item AS what,
  value AS overdue
FROM newest
WHERE part = 'overdue' AND value > 0
ORDER BY value DESC NULLS LAST, name NULLS LAST, register NULLS LAST, item NULLS LAST
