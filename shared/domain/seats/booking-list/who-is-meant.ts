import type { RowFault } from '../../../contract/seats/booking-lists.ts'
import type { Id } from '../../../contract/values.ts'
import { withLostZeros } from '../../house/lost-zeros.ts'
import { nameKey, numberKey } from '../../house/people-list.ts'

export interface Somebody {
  readonly id: Id
  readonly name: string
  readonly employeeNumber: string | null
}

/** Who a row means by a number, a name, or both; `name` may hold a number as well: «E1001», «王敏 (E1001)». */
export type WhoIsMeant = (number: string, name: string) => Somebody | RowFault

export function whoIsMeantAmong(people: readonly Somebody[]): WhoIsMeant {
  const byNumber = new Map(
    people.flatMap((one) => (one.employeeNumber === null ? [] : [[numberKey(one.employeeNumber), one]])),
  )
  const byName = Map.groupBy(people, ({ name }) => nameKey(name))
  const zeroed = withLostZeros(people)
  const numbered = (said: string): Somebody | undefined => {
    const number = said.replace(/\s+/g, '')
    const [one, other] = zeroed(number)
    return byNumber.get(numberKey(number)) ?? (other === undefined ? one : undefined)
  }

  function named(said: string): Somebody | RowFault {
    const namesakes = byName.get(nameKey(said)) ?? []
    const [one, other] = namesakes
    if (other !== undefined) return { code: 'several_people', detail: { said } }
    const known = one ?? numbered(said) ?? numberedInside(said)
    return known ?? { code: 'unknown_person', detail: { said } }
  }
  /** A name with its number beside it. Both must be the same person's. */
  function numberedInside(said: string): Somebody | undefined {
    const parts = said.split(/[\s()（）[\]【】,，/、]+/).filter((part) => part !== '')
    const one = parts.map(numbered).find((each) => each !== undefined)
    const rest = parts.filter((part) => numbered(part) === undefined).join('')
    return one !== undefined && (rest === '' || nameKey(rest) === nameKey(one.name)) ? one : undefined
  }

  return (number, name) => {
    if (number === '') return name === '' ? { code: 'nobody_named', detail: {} } : named(name)
    const holder = numbered(number)
    if (holder === undefined) return { code: 'unknown_person', detail: { said: number } }
    if (name !== '' && nameKey(name) !== nameKey(holder.name))
      return { code: 'number_of_another', detail: { said: number, name: holder.name } }
    return holder
  }
}
