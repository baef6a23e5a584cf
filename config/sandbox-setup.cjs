const fc = require('fast-check')
const { format, types } = require('node:util')

// One seed for every property of a run, as in plain Node.
if (process.env.PROPERTY_SEED) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED) })

// Node's own faults (a file that is not there) are born outside Jest's sandbox, where `instanceof Error` would be false: in the product it is
// true, so here too. Classes that extend these keep the ordinary meaning.
for (const kind of [Error, TypeError, RangeError, SyntaxError]) {
  const ordinary = value => Function.prototype[Symbol.hasInstance].call(kind, value)
  const isForeign = value => types.isNativeError(value) && (kind === Error || value.name === kind.name)
  Object.defineProperty(kind, Symbol.hasInstance, {
    value(candidate) {
      return this === kind ? ordinary(candidate) || isForeign(candidate) : Function.prototype[Symbol.hasInstance].call(this, candidate)
    }
  })
}

// A stray console.error in a passing test is a fault nobody reads. A test that expects one takes the function over
// (jest.spyOn(console, 'error').mockImplementation(…)); what still arrives here was not expected.
for (const level of ['error', 'warn']) {
  let spoken = []
  beforeEach(() => {
    spoken = []
    console[level] = (...words) => spoken.push(format(...words))
  })
  afterEach(() => {
    if (spoken.length > 0) throw new Error(`console.${level} was called and not expected:\n${spoken.join('\n')}`)
  })
}
