import { ChangedField } from '../contract/versions.ts'

/** Which fields of a thing a change touched, in the order of the contract's list. What `after` leaves out stays as it was. */
export function changedFields(before: object, after: object): ChangedField[] {
  const [old, now] = [before, after].map((thing) => new Map<string, unknown>(Object.entries(thing)))
  return ChangedField.options.filter(
    (field) => now?.has(field) && JSON.stringify(old?.get(field)) !== JSON.stringify(now.get(field)),
  )
}
