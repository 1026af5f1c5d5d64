// Where in the list a page stands that holds what was looked for: what somebody is to do comes before why it was so decided.
const SHELVES = [
  [/^docs\/(decisions\/|rulings$)|^CHANGELOG$/, -40],
  [/^docs\/guides\//, 12],
  [/^docs\/(commands|kinds)\//, 10],
  [/^docs\/(rules|frameworks)\//, 4],
  [/^docs\//, 8],
];
// eslint-disable-next-line no-var -- Sphinx asks for it by this name
var Scorer = {
  score: ([page, , , , score]) => score + (SHELVES.find(([shape]) => shape.test(page)) ?? [null, 0])[1],
  // What follows is as Sphinx has it, which asks for all of it where any is given.
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
