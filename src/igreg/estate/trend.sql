-- How each organisation stood before: its older snapshots, the oldest first, under the name that it has now.
SELECT
  name,
  as_of,
  error,
  overdue
FROM (
  SELECT
    register,
    place,
    as_of,
    errors AS error,
    overdue,
    MAX(CASE WHEN place = 1 THEN name END) OVER (PARTITION BY organisation) AS name
  FROM organisations
) AS named
WHERE place > 1
ORDER BY name NULLS LAST, as_of NULLS LAST, register NULLS LAST
