import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import { nameKey } from '../../../../shared/domain/house/people-list.ts'

export interface ListRow {
  readonly row: number
  readonly person: PersonWish
  readonly isUpdate: boolean
}
export type RowFate = 'new' | 'update' | 'same'

const SAID = ['name', 'department', 'role', 'email', 'joinedOn'] as const

/** As the list finds them: by the number, and where there is none by name and department. */
const knownBy = ({ employeeNumber, name, department }: PersonWish): string =>
  employeeNumber ?? `${nameKey(name)}\n${department}`

/** What becomes of each row; `same`: the house has them just so. Those that change anything come first. */
export function fatesOf(rows: readonly ListRow[], house: readonly Person[]): (ListRow & { fate: RowFate })[] {
  const known = new Map(house.map((one) => [knownBy(one), one]))
  const fateOf = ({ person, isUpdate }: ListRow): RowFate => {
    if (!isUpdate) return 'new'
    const before = known.get(knownBy(person))
    const isSame = SAID.every((key) => person[key] === undefined || person[key] === before?.[key])
    return before !== undefined && isSame ? 'same' : 'update'
  }
  const told = rows.map((row) => ({ ...row, fate: fateOf(row) }))
  return [...told.filter(({ fate }) => fate !== 'same'), ...told.filter(({ fate }) => fate === 'same')]
}
