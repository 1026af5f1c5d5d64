-- By course: in how many registers it is taught, the lowest share of people trained, and the one in the middle.
-- Shares of fewer than five people that a snapshot does not tell are counted as `few`.
SELECT
  item AS course,
  MAX(CASE WHEN part = 'course' THEN words END) AS title,
  COUNT(DISTINCT register) AS registers,
  MIN(CASE WHEN part = 'share' THEN value END) AS lowest,
  MEDIAN(CASE WHEN part = 'share' THEN value END) AS middle,
  SUM(CASE WHEN part = 'share' AND value IS NULL THEN 1 ELSE 0 END) AS few
FROM newest
WHERE part IN ('course', 'share')
GROUP BY item
ORDER BY MIN(CASE WHEN part = 'share' THEN value END) NULLS LAST, item NULLS LAST
