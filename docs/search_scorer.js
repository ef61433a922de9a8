// Sphinx's own figures (_static/searchtools.js), except that guides stand above records of the project with the same words.
const RECORDS = /^(decisions\/|changelog|architecture)/;
var Scorer = {
  score: ([page, title, anchor, text, score]) => (RECORDS.test(page) ? score / 10 : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
