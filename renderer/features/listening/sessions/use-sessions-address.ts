import { useSearchParams } from 'react-router'
import type { PlainDate } from '../../../../shared/contract/values.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/

export interface SessionsAddress {
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly page: number
  narrow(change: { from?: PlainDate | null; to?: PlainDate | null }): void
  turnTo(page: number): void
}

/** Dates and page stand in the address, `?from=2026-11-01&page=2`; what is typed of a name does not. */
export function useSessionsAddress(): SessionsAddress {
  const [search, setSearch] = useSearchParams()
  const dateAt = (name: string) => DATE.exec(search.get(name) ?? '')?.[0] ?? null
  const shown = { from: dateAt('from'), to: dateAt('to') }
  const write = (from: PlainDate | null, to: PlainDate | null, page: number) =>
    setSearch(
      {
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
        ...(page === 1 ? {} : { page: `${page}` }),
      },
      { replace: true },
    )
  return {
    ...shown,
    page: Math.max(1, Math.trunc(Number(search.get('page'))) || 1),
    narrow: (change) => {
      const { from, to } = { ...shown, ...change }
      write(from, to, 1)
    },
    turnTo: (page) => write(shown.from, shown.to, page),
  }
}
