-- All of them together, each organisation once.
SELECT
  COUNT(*) AS registers,
  SUM(unreadable) AS unreadable,
  SUM(CASE WHEN unread > 0 THEN 1 ELSE 0 END) AS incomplete,
  SUM(errors) AS error,
  SUM(warnings) AS warning,
  SUM(overdue) AS overdue
FROM organisations
WHERE place = 1
