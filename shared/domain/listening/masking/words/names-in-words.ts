import learned from '../../../../../resources/masking/chinese-words.json' with { type: 'json' }
import { OF_THING } from '../name-forms.ts'
import { isNobody } from '../person-name.ts'
import type { Span } from '../span.ts'
import { namesCut, type Piece } from './cutting.ts'
import { type NameModel, nameModelOf } from './name-model.ts'
import { frequencyOf } from './word-table.ts'

let made: NameModel | null = null
/** Made with the other patterns before anything is typed (`masksMadeReady`): a megabyte, and no key waits for it. */
function shipped(): NameModel {
  made ??= nameModelOf(learned)
  return made
}

/** A village, a way, a shop: 罗岩村, 彬江镇, 陈列室. */
const PLACE_BEHIND = /^[村镇鎮乡鄉县縣市区區路街巷弄屯寨桥站港湾岛山河湖店厂牌级型款号]/u
/** Nor what ends as places, offices and goods do: 云享卡. */
const ENDS_AS_THING =
  /[村镇鎮乡鄉县縣区區路街巷弄室店厂站厅组所局屯院园馆省市科处部卡词单号码款件版包箱盒袋机器网页面价费量期券票证表币课餐粉水油酒茶糖奶肉]$/u
/** Nobody's given name: sums in capitals, 付贰佰. */
const NUMERALS = /[贰叁肆伍陆柒捌玖拾佰仟]{2}|[佰仟]|[一二三四五六七八九十百千万两]{2}/u
/** Who is spoken to in a chat may be of the house, and their names are left there; things have names as well. */
const SPOKEN_TO_OR_THING = new RegExp(`(?:[@＠]|${OF_THING}(?:名字?|名称)?[是叫写填]?[为成]?)$`, 'iu')
const FARTHEST = 12

const isName = (text: string, { start, end, familySigns }: Piece): boolean => {
  const given = { start: start + familySigns, end }
  return (
    !(end - start > familySigns && frequencyOf(shipped().words, text, start, end) > 0) &&
    !isNobody(text, given) &&
    !ENDS_AS_THING.test(text.slice(start, end)) &&
    !NUMERALS.test(text.slice(start, end)) &&
    !PLACE_BEHIND.test(text.slice(end, end + 1)) &&
    !SPOKEN_TO_OR_THING.test(text.slice(Math.max(0, start - FARTHEST), start))
  )
}

/**
 * What else is personal, and names that no word leads to and no list holds: told by what the most likely words of the text are (decision 0091). Surname and given
 * name, of which the family stays. `found`: in order, and none of it is looked at again.
 */
export function withNamesInWords(text: string, found: Span[]): Span[] {
  const names = namesCut(text, shipped()).flatMap((piece): Span[] => {
    const [start, end] = [piece.start + piece.familySigns, piece.end]
    return found.some((other) => other.start < end && other.end > piece.start) || !isName(text, piece)
      ? []
      : [{ ...{ kind: 'name', start, end }, mask: '*', isByShape: true }]
  })
  return names.length === 0 ? found : [...found, ...names].sort((a, b) => a.start - b.start)
}
