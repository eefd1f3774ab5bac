import type { WordHit } from './lexicon.ts'
import { NUMBER, type Token } from './tokens.ts'

/** What a passage says that says no danger: of orders and goods (`trade`), or nothing of those either (`talk`). */
export type Everyday = 'trade' | 'talk'

/** What sounds a little like a cry is one beside others: as little as this speaks for it where nothing does. */
export const NOTHING_SPEAKS_FOR_IT = -3

const OF_TRADE: ReadonlySet<string> = new Set([
  ...(['shop.order', 'shop.ship', 'shop.refund', 'shop.price', 'shop.invoice', 'shop.review', 'shop.service'] as const),
  ...(['shop.warranty', 'shop.account', 'quality', 'machine.fail', 'size.fit', 'phone.pc', 'appliance'] as const),
  ...(['cloth', 'shoe.bag', 'furniture', 'money.plain'] as const),
])
const OF_TALK: ReadonlySet<string> = new Set([
  ...(['color', 'smell.taste', 'kitchen', 'cooking', 'food', 'drink', 'jewel', 'beauty', 'home', 'tool.fix'] as const),
  ...(['baby.goods', 'clean.wash', 'weather', 'travel', 'school.plain', 'job.plain', 'festival', 'legal'] as const),
  ...(['pill.vitamin', 'number', 'unit', 'place.home', 'place.out', 'time.now', 'time.past', 'time.future'] as const),
  ...(['time.long', 'move.verb', 'hold.verb', 'use.verb', 'buy.verb', 'say.verb', 'think.verb'] as const),
  ...(['me', 'you', 'other', 'it', 'caller', 'seller', 'worker', 'greet', 'thanks', 'praise', 'complain'] as const),
  ...(['sorry', 'want', 'not', 'question', 'if', 'deny', 'turn', 'sure'] as const),
])

/**
 * Whether a passage says nothing but what is said every day, by all that it is about: one word that is told of a danger, of somebody in it, of a film or a
 * joke as well makes it none, since what stands beside it may be more or less by that. So it is neither for nor against a cry.
 */
export function everydayOf(
  tokens: readonly Token[],
  { learned, phrases, senses }: { learned: number; phrases: readonly WordHit[]; senses: readonly WordHit[] },
): Everyday | null {
  if (learned > NOTHING_SPEAKS_FOR_IT) return null
  const isSome =
    (...names: readonly ReadonlySet<string>[]) =>
    ({ name }: WordHit['entries'][number]) =>
      names.some((some) => some.has(name))
  // Every number reads alike, 110 too.
  const isNumber = ({ from, to }: WordHit) => tokens.slice(from, to).every(({ text }) => text === NUMBER)
  const isPlain = (hit: WordHit) => isNumber(hit) || hit.entries.every(isSome(OF_TRADE, OF_TALK))
  if (!senses.every(isPlain)) return null
  return [...senses, ...phrases].some(({ entries }) => entries.some(isSome(OF_TRADE))) ? 'trade' : 'talk'
}
