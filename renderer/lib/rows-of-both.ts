import { v7 } from 'uuid'

/**
 * A list that two people changed from `before` on, each as a whole: my rows, without those I left as they were that the other took out, and with
 * those the other added, each behind the row it stands behind there. A row that both changed stands twice, mine as another one: nothing anybody wrote is
 * lost, and an id is of one row.
 */
export function rowsOfBoth<Row>(before: readonly Row[], mine: readonly Row[], theirs: readonly Row[]): Row[] {
  const rows = mine.filter((row) => !has(before, row) || has(theirs, row))
  for (const [at, row] of theirs.entries()) {
    if (has(before, row) || has(rows, row)) continue
    const alike = rows.findIndex((each) => idOf(row) !== undefined && idOf(each) === idOf(row))
    if (alike >= 0) rows[alike] = { ...rows[alike], id: v7() } as Row
    const place = theirs.slice(0, at).reduce((last, each) => Math.max(last, placeOf(rows, each)), -1)
    rows.splice(place + 1, 0, row)
  }
  return rows
}

const idOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined)
const placeOf = <Row>(rows: readonly Row[], row: Row): number =>
  rows.findIndex((each) => JSON.stringify(each) === JSON.stringify(row))
const has = <Row>(rows: readonly Row[], row: Row): boolean => placeOf(rows, row) >= 0
