import { readPages, withFurther, type Page } from '#app/platform/page-rules'

const idOf = (row: { id: string }) => row.id
const rows = (...ids: string[]) => ids.map(id => ({ id }))
const pages: Record<string, Page<{ id: string }>> = {
  first: { rows: rows('a', 'b'), nextCursor: 'second', totalCount: 5 },
  second: { rows: rows('b', 'c'), nextCursor: 'third', totalCount: 6 },
  third: { rows: rows('d') }
}
const read = (cursor = 'first') => Promise.resolve(pages[cursor]!)

test('a row that moved down while somebody was reading stands once, where it stood first', () => {
  expect(withFurther(rows('a', 'b'), rows('b', 'c'), idOf)).toEqual(rows('a', 'b', 'c'))
})

test('a list that is read again comes back as long as it was', async () => {
  expect(await readPages(read, 2, idOf)).toEqual({ rows: rows('a', 'b', 'c'), nextCursor: 'third', totalCount: 5, pages: 2 })
})

test('reading stops at the end, however many pages are asked for', async () => {
  expect(await readPages(read, 9, idOf)).toEqual({ rows: rows('a', 'b', 'c', 'd'), totalCount: 5, pages: 3 })
})
