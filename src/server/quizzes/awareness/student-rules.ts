/** Both tails of a 95 % interval together leave this much between them. */
const COVERED = 0.95
/** Halvings of a right angle: far below the last digit a machine keeps. */
const HALVINGS = 60

/**
 * The chance that Student's t lies between −t and t, for a whole number of degrees of freedom, where t = √degrees × tan(angle).
 * Source: M. Abramowitz, I. A. Stegun (1964), Handbook of mathematical functions, 26.7.3 and 26.7.4: finite series.
 */
function coveredWithin(angle: number, degrees: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = degrees % 2 === 1
  let [term, sum] = isOdd ? [cosine, degrees === 1 ? 0 : cosine] : [1, 1]
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine
    sum += term
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
}

/**
 * The 97.5 % point of Student's t: what two-sided intervals at 95 % are made with where the variance itself is estimated.
 * @param degrees of freedom, a whole number of 1 or more.
 * @returns 12.706… for one degree, 1.96… for very many.
 */
export function studentQuantile(degrees: number): number {
  let [below, above] = [0, Math.PI / 2]
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (below + above) / 2
    if (coveredWithin(middle, degrees) < COVERED) below = middle
    else above = middle
  }
  return Math.sqrt(degrees) * Math.tan((below + above) / 2)
}
