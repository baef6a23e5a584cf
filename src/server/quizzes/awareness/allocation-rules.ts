/**
 * Divides a sample over the cells of a frame in proportion to who lives there, by largest remainder (Hamilton's method): every
 * cell gets its quota rounded down, and those with the largest remainders one more, of equal ones the first.
 * @param size how many to ask; whoever asks for more than live there asks everybody.
 * @param populations whole numbers of people, one a cell.
 * @returns whole numbers, one a cell: they sum to `size`, none is above its population or as much as 1 away from its quota, and a
 * larger cell never gets less than a smaller one.
 */
export function allocate(size: number, populations: readonly number[]): number[] {
  const whole = populations.reduce((sum, population) => sum + population, 0)
  const seats = Math.min(size, whole)
  if (seats === 0) return populations.map(() => 0)
  // Remainders are compared as whole numbers: divided, equal ones would differ in their last digit.
  const cells = populations.map((population, place) => {
    const product = BigInt(population) * BigInt(seats)
    return { place, count: Number(product / BigInt(whole)), remainder: product % BigInt(whole) }
  })
  const left = seats - cells.reduce((sum, cell) => sum + cell.count, 0)
  const byRemainder = [...cells].sort((one, other) => Number(other.remainder - one.remainder) || one.place - other.place)
  for (const cell of byRemainder.slice(0, left)) cell.count += 1
  return cells.map(cell => cell.count)
}
