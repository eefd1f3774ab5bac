import type { ReactNode } from 'react'

export interface Head {
  key: string
  head: ReactNode
  isFigure?: boolean
}

/** The headings of a table, in order: their words alone, or what more there is to a heading. */
export function TableHead({ heads, rowIndex }: { heads: readonly (string | Head)[]; rowIndex?: number }) {
  return (
    <thead>
      <tr aria-rowindex={rowIndex}>
        {heads.map(wholeHead).map(({ key, head, isFigure }) => (
          <th key={key} scope="col" data-figure={isFigure || undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const wholeHead = (head: string | Head): Head => (typeof head === 'string' ? { key: head, head } : head)
