import { addressesInParts } from './address-in-parts.ts'
import { digitSegments } from './digit-segments.ts'
import { DETECTORS, maskedByRules, reading, STAGES, WORDS_WITH_DIGITS } from './mask-by-rules.ts'
import { mayHoldPersonalData } from './may-hold.ts'
import { namesAtCues } from './name-at-cue.ts'
import { namesByShape } from './name-by-signs.ts'
import { namesInLetters } from './names-in-letters.ts'
import { findNames } from './person-name.ts'
import { placesByParts } from './place-by-parts.ts'
import { findAddresses } from './street-address.ts'
import { namesInWords } from './words/names-in-words.ts'

/** In letters of both widths, which a pattern is made for apart; together they have something of most that is looked for, each a little. */
const SAMPLES = [
  '电话13812345678，尾号一二三四，邮箱 a@b.cn',
  '住在北京市海淀区中关村大街1号',
  '客户王女士说',
  'phone 13812345678, card ending one two three four, a@b.cn',
  'Mrs Smith lives at 12 High Street',
  'customer Peyami Tazegül called',
]

/**
 * Has the patterns of the masks made, which otherwise happens at the first text that is masked and takes as long as hundreds of them: a little at each step,
 * so that whatever else is to be done goes between.
 */
export function* masksMadeReady(): Generator<void> {
  for (const sample of SAMPLES) {
    const heard = reading(sample)
    yield
    for (const find of [...DETECTORS, ...WORDS_WITH_DIGITS]) {
      find(heard.folded, digitSegments(heard.folded))
      yield
    }
    for (const find of [
      mayHoldPersonalData,
      findAddresses,
      addressesInParts,
      placesByParts,
      namesAtCues,
      namesByShape,
      findNames,
      namesInWords,
      namesInLetters,
    ]) {
      find(heard.folded)
      yield
    }
    for (const stage of STAGES) {
      stage(heard, DETECTORS)
      yield
    }
    maskedByRules(sample)
    yield
  }
}
