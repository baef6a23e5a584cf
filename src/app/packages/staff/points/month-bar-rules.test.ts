import { barsOf } from '#app/packages/staff/points/month-bar-rules'

test('all bars stand on one scale, and what left the books is what was redeemed and what expired', () => {
  const [one, two] = barsOf([
    { month: '2026-10', issued: 200, redeemed: 30, expired: 20 },
    { month: '2026-11', issued: 100, redeemed: 0, expired: 0 }
  ])
  expect(one).toMatchObject({ spent: 50, issuedPercent: 78, spentPercent: 19.5 })
  expect(two).toMatchObject({ spent: 0, issuedPercent: 39, spentPercent: 0 })
})

test('a month that took back more than it gave has no bar, and empty months divide nothing by nothing', () => {
  expect(barsOf([{ month: '2026-11', issued: -5, redeemed: 0, expired: 0 }])).toMatchObject([{ issuedPercent: 0, spentPercent: 0 }])
})
