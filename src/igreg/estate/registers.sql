-- One row for each register and each snapshot that was read, with its own figures.
SELECT
  register,
  source,
  MAX(CASE WHEN part = 'unreadable' THEN 1 ELSE 0 END) AS unreadable,
  MAX(CASE WHEN part = 'organisation' AND item = 'name' THEN words END) AS name,
  MAX(CASE WHEN part = 'organisation' AND item = 'type' THEN words END) AS type,
  MAX(CASE WHEN part = 'organisation' AND item = 'ods_code' THEN words END) AS ods_code,
  MAX(CASE WHEN part = 'organisation' AND item = 'as_of' THEN words END) AS as_of,
  SUM(CASE WHEN part = 'files' THEN value ELSE 0 END) AS unread,
  SUM(CASE WHEN part = 'finding' AND item = 'error' THEN value ELSE 0 END) AS errors,
  SUM(CASE WHEN part = 'finding' AND item = 'warning' THEN value ELSE 0 END) AS warnings,
  SUM(CASE WHEN part = 'overdue' THEN value ELSE 0 END) AS overdue,
  SUM(CASE WHEN part = 'due' THEN value ELSE 0 END) AS due,
  SUM(CASE WHEN part = 'lead' THEN value ELSE 0 END) AS vacant,
  MIN(CASE WHEN part = 'share' THEN value END) AS lowest_share,
  MAX(CASE WHEN part = 'assessment' AND item = 'missing' THEN value END) AS missing,
  SUM(CASE WHEN part = 'breach' AND item = 'late' THEN value ELSE 0 END) AS late
FROM figures
GROUP BY register, source
