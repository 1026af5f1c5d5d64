-- Which of them counts for its organisation: place 1, the newest. A register stands as it is today, so it counts itself,
-- and all snapshots of the same organisation are older.
SELECT
  register,
  source,
  organisation,
  unreadable,
  name,
  as_of,
  unread,
  errors,
  warnings,
  overdue,
  due,
  vacant,
  lowest_share,
  missing,
  late,
  CASE
    WHEN source = 'register' OR unreadable = 1 THEN 1
    ELSE ROW_NUMBER() OVER (PARTITION BY organisation, source, unreadable ORDER BY as_of DESC NULLS LAST, register DESC NULLS LAST)
      + MAX(CASE WHEN source = 'register' THEN 1 ELSE 0 END) OVER (PARTITION BY organisation)
  END AS place
FROM (
  SELECT
    register,
    source,
    unreadable,
    name,
    as_of,
    unread,
    errors,
    warnings,
    overdue,
    due,
    vacant,
    lowest_share,
    missing,
    late,
    CASE
      WHEN unreadable = 1 THEN 'path ' || register
      WHEN TRIM(COALESCE(ods_code, '')) <> '' THEN 'code ' || UPPER(TRIM(ods_code))
      WHEN TRIM(COALESCE(name, '')) <> '' THEN 'name ' || TRIM(name)
      ELSE 'path ' || register
    END AS organisation
  FROM registers
) AS called
