import { z } from 'zod'
import { isBlank, oddCharacterIn } from '../text/characters.ts'
import { namesAgent } from '../text/pseudonyms.ts'

/** UUIDv7 in lower case. Sorts by time of creation. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export type Id = z.infer<typeof Id>

/** Fixed-width UTC text with milliseconds, `2026-11-21T09:00:00.000Z`: sorts as text, also inside SQLite. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>

/** A calendar date in the room's time zone, `2026-11-21`. */
export const PlainDate = z.iso.date()
export type PlainDate = z.infer<typeof PlainDate>

/** A wall-clock time in the room's time zone, `00:00` to `24:00`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** A short word, `coupon`. Its pattern also keeps what is typed from being stored here, where nothing is masked. */
export const IssueTypeId = z.string().regex(/^[a-z_]{1,40}$/)

/** Milliseconds, a whole number, never negative. */
export const DurationMs = z
  .number()
  .int()
  .min(0)
  .max(10 * 365 * 86_400_000)
export type DurationMs = z.infer<typeof DurationMs>

/**
 * Text a person typed or pasted, blanks around it left aside. Every character of it is kept as it is, or the whole is refused
 * with the reason (`text_too_long`, `odd_character` of the door): nothing is cut or replaced on the way to the disk.
 */
export const keptText = (longest: number) => z.string().trim().max(longest).check(isKept)

/** Text that may be left out: what cannot be seen is left out too. */
export const optionalText = (longest: number) => keptText(longest).transform((text) => (isBlank(text) ? '' : text))

/** A text that must say something: characters nobody sees say nothing. */
export const shortText = (longest: number) => keptText(longest).refine((text) => !isBlank(text))

/** What somebody looks for: anything but an agent. A pseudonym is refused with the reason (`names_agent` of the door). */
const isNobody = ({ value, issues }: z.core.ParsePayload<string>): void => {
  if (namesAgent(value)) issues.push({ code: 'custom', input: value, params: { namesAgent: true } })
}

/** Words that are looked for; none may be. Every search of the contract takes these. */
export const searchedText = (longest: number) => optionalText(longest).check(isNobody)

/** For a schema of text: refuses characters that would not come back as they went in. */
export function isKept({ value, issues }: z.core.ParsePayload<string>): void {
  const odd = oddCharacterIn(value)
  if (odd !== null) issues.push({ code: 'custom', input: value, params: { odd } })
}

/** The bytes of a file. */
export const FileBytes = z.base64()

/** For calls that take nothing. */
export const Nothing = z.strictObject({})
export type Nothing = z.infer<typeof Nothing>
