-- The figures that count: of each organisation the newest.
SELECT
  figures.register,
  organisations.name,
  figures.part,
  figures.item,
  figures.value,
  figures.words
FROM figures
INNER JOIN organisations ON figures.register = organisations.register AND figures.source = organisations.source
WHERE organisations.place = 1
