/**
 * The peer of the seat board: the same seats and times as one plain table, every slot a cell, without any library. `[` and `]` fill it
 * anew as another day, the arrows move the focus.
 */
export function plainBoard(seats: number, slots: number): string {
  const cells = (row: number) =>
    Array.from({ length: seats }, (_, seat) => {
      const isHeld = row >= 32 && (row + (seat % 4)) % 8 < 4
      return `<td role="gridcell" tabindex="-1" data-cell="${seat}:${row}"${isHeld ? ' data-booking' : ''}>${isHeld ? '王敏 听线' : ''}</td>`
    }).join('')
  const rows = Array.from({ length: slots }, (_, row) => `<tr role="row"><th>${row}</th>${cells(row)}</tr>`).join('')
  return `<!doctype html><meta charset="utf-8"><title>表</title>
<style>td{min-width:84px;height:24px;border:1px dotted #ccc}[data-booking]{background:#ddd}main{height:90vh;overflow:auto}</style>
<main><h1>表</h1><table role="grid" aria-label="0"><tbody>${rows}</tbody></table></main>`
}

/** Runs in the page: what the plain table does with keys. */
export function hearPlainKeys(): void {
  const grid = document.querySelector('[role=grid]')
  const body = grid?.querySelector('tbody')
  if (!grid || !body) return
  const cellAt = (seat: number, row: number) => document.querySelector<HTMLElement>(`[data-cell="${seat}:${row}"]`)
  cellAt(0, 32)?.focus()
  addEventListener('keydown', ({ key }) => {
    if (key === '[' || key === ']') {
      body.innerHTML = body.innerHTML.replaceAll('王敏', `王敏${grid.getAttribute('aria-label')}`)
      grid.setAttribute('aria-label', String(Number(grid.getAttribute('aria-label')) + 1))
      return cellAt(0, 32)?.focus()
    }
    const [seat = 0, row = 0] = (document.activeElement?.getAttribute('data-cell') ?? '0:32').split(':').map(Number)
    const across = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0
    const down = { ArrowDown: 1, ArrowUp: -1 }[key] ?? 0
    cellAt(seat + across, row + down)?.focus()
  })
}

/** The peer of a week of a room: as many columns and hours of as many pixels, and nothing in them. */
export function emptyWeek(seats: number): string {
  const columns = '<td></td>'.repeat(seats * 7)
  return `<!doctype html><meta charset="utf-8"><title>周</title>
<style>table{border-spacing:0}td{min-width:6px;height:24px;border-right:1px dotted #ccc}main{height:90vh;overflow:auto hidden}</style>
<main><table role="grid"><tbody>${`<tr>${columns}</tr>`.repeat(24)}</tbody></table></main>`
}
