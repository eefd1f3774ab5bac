import type { z } from 'zod'
import type { DoorRefusal } from '../shared/contract/entry.ts'
import type { OddCharacter } from '../shared/text/characters.ts'

/**
 * Why an input does not fit. A text too long or with a character that cannot be kept is told as such, so that the person knows
 * what to change; paths and counts go out, never the text.
 */
export function whyUnfit(issues: readonly z.core.$ZodIssue[], input: unknown): DoorRefusal {
  for (const issue of issues) {
    const field = issue.path.join('.')
    const odd = issue.code === 'custom' ? (issue.params?.odd as OddCharacter | undefined) : undefined
    if (issue.code === 'custom' && issue.params?.namesAgent === true)
      return { ok: false, code: 'names_agent', detail: {} }
    if (odd !== undefined) return { ok: false, code: 'odd_character', detail: { field, ...odd } }
    const text = issue.code === 'too_big' && issue.origin === 'string' ? valueAt(input, issue.path) : undefined
    if (typeof text !== 'string' || issue.code !== 'too_big') continue
    const longest = Number(issue.maximum)
    return { ok: false, code: 'text_too_long', detail: { field, longest, excess: text.trim().length - longest } }
  }
  const named = issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.code }))
  return { ok: false, code: 'bad_input', detail: { issues: named } }
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input)
