import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'

export interface ListRow {
  readonly row: number
  readonly person: PersonWish
  readonly isUpdate: boolean
}
export type RowFate = 'new' | 'update' | 'same'

const SAID = ['name', 'department', 'role', 'email', 'joinedOn'] as const

/** What becomes of each row; `same`: the house has them just so. Those that change anything come first. */
export function fatesOf(rows: readonly ListRow[], house: readonly Person[]): (ListRow & { fate: RowFate })[] {
  const known = new Map(
    house.flatMap((one) => (one.employeeNumber === null ? [] : [[one.employeeNumber, one] as const])),
  )
  const fateOf = ({ person, isUpdate }: ListRow): RowFate => {
    if (!isUpdate) return 'new'
    const before = known.get(person.employeeNumber ?? '')
    const isSame = SAID.every((key) => person[key] === undefined || person[key] === before?.[key])
    return before !== undefined && isSame ? 'same' : 'update'
  }
  const told = rows.map((row) => ({ ...row, fate: fateOf(row) }))
  return [...told.filter(({ fate }) => fate !== 'same'), ...told.filter(({ fate }) => fate === 'same')]
}
