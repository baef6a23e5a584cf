/** 0.8937 → 89.4% */
export const percentWords = (share: number) => `${(share * 100).toFixed(1)}%`

/** A bound is rounded away from the estimate, so that 89.99 % is never shown as a reached 90 %. */
export const lowWords = (share: number) => `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)}%`
export const highWords = (share: number) => `${(Math.ceil(share * 1000 - 1e-9) / 10).toFixed(1)}%`
export const rangeWords = ({ low, high }: { low: number; high: number }) => `${lowWords(low)}～${highWords(high)}`

/** A change in points of a hundred, with its sign: +3.2 个百分点. */
export const pointsWords = (difference: number) => `${difference < 0 ? '−' : '+'}${Math.abs(difference * 100).toFixed(1)} 个百分点`
