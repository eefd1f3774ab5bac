import type { HeardLine } from '../life-channel/danger.ts'

export type SignName = 'age' | 'cannot' | 'addressed' | 'called' | 'for_parent'

/** As it is written in `resources/silver-hair/signs.json`: patterns with `<parts>` in them. */
export type WrittenSigns = Readonly<Record<SignName, readonly string[]>> & {
  readonly version: string
  readonly parts: Readonly<Record<string, string>>
}

/** What tells that an old person is being heard, ready to be looked for. */
export interface Signs {
  readonly version: string
  readonly patterns: readonly { readonly name: SignName; readonly pattern: RegExp }[]
}

/** Where it was said, and what kind of sign it is. `words` as they were heard. */
export interface Sign {
  readonly name: SignName
  readonly line: number
  readonly words: string
}

const NAMES: readonly SignName[] = ['age', 'cannot', 'for_parent', 'called', 'addressed']

export function makeSigns({ parts, version, ...written }: WrittenSigns): Signs {
  const whole = (pattern: string): string =>
    pattern.replace(/(?<!\(\?)<([a-z\d]+)>/g, (_, name: string) => {
      const part = parts[name]
      if (part === undefined) throw new Error(`no part «${name}»`)
      return whole(part)
    })
  return {
    version,
    patterns: NAMES.flatMap((name) =>
      written[name].map((pattern) => ({ name, pattern: new RegExp(whole(pattern), 'iu') })),
    ),
  }
}

/** Who is called by these words is known where the agent speaks, or nobody knows who speaks; a customer may speak of somebody else. */
function mayMean(name: SignName, { speaker }: HeardLine): boolean {
  if (name === 'addressed') return speaker === 'agent' || speaker === 'listener' || speaker === 'unknown'
  if (name === 'called') return speaker === 'listener' || speaker === 'unknown'
  // What an agent says of ages and of what somebody cannot do may be a question, an offer, an example.
  return speaker !== 'agent' || name === 'age'
}

/** Longer than anybody says in one breath: a pasted page is looked at up to here. */
const LONGEST_LINE = 2_000

/** The first line that says so; null where none does. It only proposes: a person decides. */
export function findSign(lines: readonly HeardLine[], signs: Signs): Sign | null {
  for (const [line, heard] of lines.entries()) {
    const text = heard.text.slice(0, LONGEST_LINE)
    for (const { name, pattern } of signs.patterns) {
      if (!mayMean(name, heard)) continue
      const words = pattern.exec(text)?.[0]
      if (words !== undefined) return { name, line, words: words.trim() }
    }
  }
  return null
}
