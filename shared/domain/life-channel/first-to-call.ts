import type { Recipient } from '../../contract/life-channel/case-acts.ts'
import type { DangerKind } from '../../contract/life-channel/danger.ts'

/** Whom a danger to the body asks for, before anybody who talks. */
const BY_KIND: Partial<Record<DangerKind, Recipient>> = {
  gas: '120',
  poisoning: '120',
  emergency: '120',
  old_person_in_danger: '120',
  violence: '110',
  threat: '110',
  child_in_danger: '110',
}

/** Who is called first for these dangers: who goes there, an ambulance before the police; else who talks. Null: nothing was heard that says so. */
export function firstToCall(kinds: readonly DangerKind[], hasContact: boolean): Recipient | null {
  if (kinds.length === 0) return null
  const goThere = kinds.map((kind) => BY_KIND[kind])
  if (goThere.includes('120')) return '120'
  if (goThere.includes('110')) return '110'
  return hasContact ? 'contact' : '12356'
}

const GO_THERE: ReadonlySet<Recipient> = new Set(['110', '120'])

/**
 * Who is still to be called first. Whoever goes there until they were called, whomever else somebody has spoken to; whoever talks until anybody took over. Null: nobody.
 */
export function stillToCall(
  kinds: readonly DangerKind[],
  hasContact: boolean,
  called: readonly Recipient[],
): Recipient | null {
  const first = firstToCall(kinds, hasContact)
  if (first === null || called.includes(first)) return null
  return called.length === 0 || GO_THERE.has(first) ? first : null
}
