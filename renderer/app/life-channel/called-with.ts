import type { DangerKind, Evidence } from '../../../shared/contract/life-channel/danger.ts'
import type { HeardLine } from '../../../shared/domain/life-channel/danger.ts'

export const isIn =
  (words: readonly string[]) =>
  ({ text }: Pick<HeardLine, 'text'>): boolean =>
    words.some((each) => text.includes(each))

const SENTENCE_END = /[。！？；.!?;\n]/u

/** What somebody feels in their body: a clause that says how they are tells of the same danger. */
const FELT: ReadonlySet<DangerKind> = new Set(['gas', 'poisoning', 'suicide', 'self_harm'])

/** Somebody else than whoever speaks. */
const SOMEBODY =
  /[妈爸爷奶姥娘爹婆公儿女娃孩哥姐弟妹叔姨舅姑婶嫂他她]|老人|老伴|对象|邻居|同事|同学|朋友|室友|别人|有人|客户|顾客|\b(?:he|she|him|her|they|them|mum|mom|mother|dad|father|nan|gran(?:ny|dma|dpa|dad)?|son|daughter|child|kids?|baby|husband|wife|partner|brother|sister|neighbou?r|friend|someone|somebody)\b/iu

/**
 * Whoever calls a cry of high risk wrong has its whole sentence before them, and says so of what of that danger was still to be heard of it: of its clause, of its kind, and how
 * whoever speaks is by it. Of another danger of high risk, which no card showed, and of somebody else who lies there, they say nothing.
 */
export function isCalledWith(
  called: readonly Evidence[],
  standing: readonly Pick<HeardLine, 'text'>[],
): (rest: Evidence) => boolean {
  const high = called.filter((each) => !isNotHigh(each))
  const words = high.flatMap((each) => each.words)
  const sentences = standing.flatMap(({ text }) => text.split(SENTENCE_END)).filter((text) => isIn(words)({ text }))
  const isOfSentence = (clause: string) => sentences.some((text) => text.includes(clause))
  const isFelt = high.some(({ kind }) => FELT.has(kind))
  return (rest) => {
    if (isNotHigh(rest)) return true
    const isOfKind = high.some(({ kind }) => kind === rest.kind)
    const isOfDanger = (clause: string) =>
      rest.kind === 'emergency' ? (isOfKind || isFelt) && !SOMEBODY.test(clause) : isOfKind
    return rest.words.every((clause) => isIn(words)({ text: clause }) || (isOfDanger(clause) && isOfSentence(clause)))
  }
}

export const isNotHigh = ({ grade }: Evidence): boolean => grade !== 'high'
