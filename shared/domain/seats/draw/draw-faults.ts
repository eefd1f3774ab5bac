import type { DrawInput } from '../../../contract/seats/draw-file.ts'

/** Why a draw cannot be held with what is given; `id` is what it is about. */
export interface DrawFault {
  readonly code:
    | 'request_twice'
    | 'slot_twice'
    | 'facts_twice'
    | 'person_twice'
    | 'facts_missing'
    | 'wish_twice'
    | 'slot_without_length'
    | 'slots_overlap'
    | 'other_seed'
  readonly id: string
}

/** Everybody asks once and is known, slots are apart, and the seed is the one that was promised. Empty: the draw can be held. */
export function faultsOf(input: DrawInput, digest: (text: string) => string): DrawFault[] {
  const known = new Set(input.facts.map(({ personId }) => personId))
  const people = input.requests.flatMap(({ personId, togetherWith }) => [personId, ...togetherWith])
  const asFaults = (code: DrawFault['code'], ids: readonly string[]) => ids.map((id) => ({ code, id }))
  const slots = [...input.slots].sort((left, right) =>
    `${left.roomId} ${left.startsAt}` < `${right.roomId} ${right.startsAt}` ? -1 : 1,
  )
  return [
    ...asFaults('request_twice', repeated(input.requests.map(({ id }) => id))),
    ...asFaults('slot_twice', repeated(input.slots.map(({ id }) => id))),
    ...asFaults('facts_twice', repeated(input.facts.map(({ personId }) => personId))),
    ...asFaults('person_twice', repeated(people)),
    ...asFaults('facts_missing', [...new Set(people)].filter((id) => !known.has(id)).sort()),
    ...asFaults(
      'wish_twice',
      input.requests.filter(({ wishes }) => repeated(wishes).length > 0).map(({ id }) => id),
    ),
    ...asFaults(
      'slot_without_length',
      slots.filter(({ startsAt, endsAt }) => endsAt <= startsAt).map(({ id }) => id),
    ),
    ...asFaults(
      'slots_overlap',
      slots
        .filter((slot, at) => slots[at - 1]?.roomId === slot.roomId && (slots[at - 1]?.endsAt ?? '') > slot.startsAt)
        .map(({ id }) => id),
    ),
    ...asFaults('other_seed', digest(input.seed) === input.commitment ? [] : [input.seed]),
  ]
}

/** Each that is there more than once, once. */
function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const id of ids) (seen.has(id) ? twice : seen).add(id)
  return [...twice].sort()
}
