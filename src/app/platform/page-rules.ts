export interface Page<Row> {
  rows: readonly Row[]
  nextCursor?: string
  totalCount?: number
}

/** Rows with those of a further page. What moved between two readings comes twice and stands once, where it stood first. */
export function withFurther<Row>(rows: readonly Row[], further: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  const known = new Set(rows.map(idOf))
  return [...rows, ...further.filter(row => !known.has(idOf(row)))]
}

/** Reads from the beginning, as many pages as `count` says. */
export async function readPages<Row>(
  read: (cursor?: string) => Promise<Page<Row>>,
  count: number,
  idOf: (row: Row) => string
): Promise<Page<Row> & { pages: number }> {
  const first = await read()
  let { rows, nextCursor } = first
  let pages = 1
  for (; pages < count && nextCursor !== undefined; pages++) {
    const page = await read(nextCursor)
    rows = withFurther(rows, page.rows, idOf)
    nextCursor = page.nextCursor
  }
  return {
    rows,
    pages,
    ...(nextCursor !== undefined && { nextCursor }),
    ...(first.totalCount !== undefined && { totalCount: first.totalCount })
  }
}
