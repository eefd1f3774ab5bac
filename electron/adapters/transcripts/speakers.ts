import type { Speaker } from '../../../shared/contract/listening/conversations.ts'
import { audible, field, textField } from './untrusted.ts'

const ROLES: readonly (readonly [Speaker, RegExp])[] = [
  ['other', /^(?:bot|ivr|system|supervisor|voicemail|robot|机器人|系统|主管|班长)$/u],
  [
    'agent',
    /^(?:agent|operator|representative|rep|advisor|adviser|csr|staff|employee|support|assistant|客服|坐席|座席|客服代表|接线员|员工)$/u,
  ],
  ['customer', /^(?:customer|contact|caller|client|consumer|user|guest|客户|顾客|来电人|来电者|用户|消费者)$/u],
]

const LONGEST_LABEL = 80

const BRACKETS = /[()（）[\]【】<>「」]/u

/** The speaker a role or label names, `Agent`, `客户2`, `customer_1`, `Anna (Agent)`; null when it says nothing, or two things. */
export function speakerOfLabel(label: string): Speaker | null {
  const parts = audible(label).slice(0, LONGEST_LABEL).normalize('NFKC').toLowerCase().split(BRACKETS)
  const named = new Set(parts.map(speakerOfWord).filter((speaker) => speaker !== null))
  return named.size === 1 ? ([...named][0] ?? null) : null
}

function speakerOfWord(part: string): Speaker | null {
  const word = part.replace(/[\s_#-]*\d*\s*$/u, '').trim()
  return ROLES.find(([, names]) => names.test(word))?.[0] ?? null
}

/** Who of the parties speaks: by number, by name, by role. */
export interface Parties {
  readonly speakers: readonly (Speaker | null)[]
  readonly names: readonly (string | null)[]
}

export function readParties(listed: readonly unknown[]): Parties {
  return {
    speakers: listed.map((party) => {
      // A party that is called 客户 and has no role says it by its name.
      const role = textField(party, 'role') ?? textField(field(party, 'meta'), 'role') ?? textField(party, 'name')
      return role === null ? null : speakerOfLabel(role)
    }),
    names: listed.map(
      (party) =>
        audible(textField(party, 'name') ?? '')
          .trim()
          .toLowerCase() || null,
    ),
  }
}

/** A voice before we know whose it is: the speaker when it is known, else a key that is the same for the same voice. */
export interface Voice {
  readonly speaker: Speaker | null
  readonly key: string | null
}

/** Nobody said who spoke. */
export const unknownVoice: Voice = { speaker: null, key: null }

export function voiceOfParty(parties: Parties, index: number): Voice {
  return { speaker: parties.speakers[index] ?? null, key: `party ${index}` }
}

/** A label of a transcript: a role, a party's name, or a name of the transcript's own (`SPEAKER_00`, `A`). */
export function voiceOfLabel(parties: Parties, label: string): Voice {
  const name = audible(label).trim()
  const party = parties.names.indexOf(name.toLowerCase())
  // Two parties of one name: which of them speaks is not said.
  if (party >= 0 && party === parties.names.lastIndexOf(name.toLowerCase())) return voiceOfParty(parties, party)
  return { speaker: speakerOfLabel(name), key: `label ${name.toLowerCase()}` }
}

export interface Told {
  readonly speaker: Speaker
  /** Tells unknown voices apart. */
  readonly voice?: number
}

/**
 * Gives every line a speaker, never by guessing: who speaks first, or in turn, says nothing about who is the customer. Voices the
 * file tells apart without a name are numbered. Of two voices in a call of one agent and one customer, who is not the one is
 * the other: that the file says itself.
 */
export function tellSpeakers(voices: readonly Voice[], parties: Parties): Told[] {
  const other = theOther(voices, parties)
  const numbers = new Map<string, number>()
  return voices.map(({ speaker, key }) => {
    if (speaker !== null) return { speaker }
    if (key === null) return { speaker: 'unknown' }
    if (other !== null) return { speaker: other }
    const voice = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, voice)
    return { speaker: 'unknown', voice }
  })
}

function theOther(voices: readonly Voice[], { speakers }: Parties): Speaker | null {
  const isOneOfEach = speakers.length === 2 && speakers.includes('agent') && speakers.includes('customer')
  const known = new Set(voices.flatMap(({ speaker }) => speaker ?? []))
  const unknown = new Set(voices.flatMap(({ speaker, key }) => (speaker === null ? (key ?? '') : [])))
  if (!isOneOfEach || known.size !== 1 || unknown.size !== 1 || unknown.has('')) return null
  return known.has('agent') ? 'customer' : known.has('customer') ? 'agent' : null
}
