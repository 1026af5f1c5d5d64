-- What outliers are looked for in. `worse` is 1 where more is worse and -1 where less is; `least` is how far from the
-- median a value must at least be before it is worth a word.
SELECT register, name, 'findings.error' AS measure, errors AS value, 1 AS worse, 3 AS least
FROM organisations WHERE place = 1 AND unreadable = 0
UNION ALL
SELECT register, name, 'findings.warning' AS measure, warnings AS value, 1 AS worse, 5 AS least
FROM organisations WHERE place = 1 AND unreadable = 0
UNION ALL
SELECT register, name, 'due.overdue' AS measure, overdue AS value, 1 AS worse, 3 AS least
FROM organisations WHERE place = 1 AND unreadable = 0
UNION ALL
SELECT register, name, 'leads.vacant' AS measure, vacant AS value, 1 AS worse, 2 AS least
FROM organisations WHERE place = 1 AND unreadable = 0
UNION ALL
SELECT register, name, 'training.share' AS measure, lowest_share AS value, -1 AS worse, 10 AS least
FROM organisations WHERE place = 1 AND unreadable = 0 AND lowest_share IS NOT NULL
UNION ALL
SELECT register, name, 'assessment.missing' AS measure, missing AS value, 1 AS worse, 5 AS least
FROM organisations WHERE place = 1 AND unreadable = 0 AND missing IS NOT NULL
UNION ALL
SELECT register, name, 'breaches.late' AS measure, late AS value, 1 AS worse, 1 AS least
FROM organisations WHERE place = 1 AND unreadable = 0
