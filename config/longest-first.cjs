const Sequencer = require('@jest/test-sequencer').default

/**
 * The files that take longest, longest first, by what was last measured on two cores. A fresh clone has no memory of earlier runs, and a long
 * file begun last leaves one core idle.
 */
const longest = [
  ...[
    'process',
    'clock',
    'report-moves',
    'demo-volunteering',
    'volunteering-presence-histories',
    'points',
    'sign-up-histories',
    'documents'
  ],
  ...['hour-histories', 'points-histories', 'quiz-secrecy', 'quiz-learning', 'volunteering-integrity', 'volunteering-crowds'],
  ...['staff-case', 'volunteer-desk', 'contest', 'whole-way', 'resident-report', 'interview', 'volunteer-resident', 'quiz-bank', 'quiz']
].map(name => `/${name}.test.ts`)

const placeOf = ({ path }) => {
  const place = longest.findIndex(name => path.endsWith(name))
  return place === -1 ? longest.length : place
}

/** Known long files first, the rest by size as Jest would. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other))
  }
}
