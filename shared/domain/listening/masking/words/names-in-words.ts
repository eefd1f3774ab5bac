import learned from '../../../../../resources/masking/chinese-words.json' with { type: 'json' }
import { OF_THING } from '../name-forms.ts'
import { isNobody } from '../person-name.ts'
import type { Span } from '../span.ts'
import { foldTraditional } from '../traditional.ts'
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
/** 银杏苑南门. */
const SIDE_OF_PLACE = /^[东西南北]门$/u
/** Nor what ends as places, offices and goods do: 云享卡. */
const ENDS_AS_THING =
  /[村镇鎮乡鄉县縣区區路街巷弄室店厂站厅组所局屯院园馆庙寺省市科处部卡词单号码款件版包箱盒袋机器网页面价费量期券票证表币课餐粉水油酒茶糖奶肉]$/u
/** Nobody's given name: sums in capitals, 付贰佰. */
const NUMERALS = /[贰叁肆伍陆柒捌玖拾佰仟]{2}|[佰仟]|[一二三四五六七八九十百千万两]{2}/u
/** Who is spoken to in a chat may be of the house, and their names are left there; things have names as well. */
const SPOKEN_TO_OR_THING = new RegExp(`(?:[@＠]|${OF_THING}(?:名字?|名称)?[是叫写填]?[为成]?)$`, 'iu')
const FARTHEST = 12

/** Signs that neither words nor names have are of another writing: 展覽. */
function isKnownSigns(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const { words, first } = shipped()
  for (let place = start; place < end; place++)
    if (first[text.charCodeAt(place)] === 0 && frequencyOf(words, text, place, place + 1) === 0) return false
  return true
}

const isName = (text: string, { start, end, familySigns }: Piece): boolean => {
  const given = { start: start + familySigns, end }
  return (
    frequencyOf(shipped().words, text, start, end) === 0 &&
    isKnownSigns(text, given) &&
    !isNobody(text, given) &&
    !ENDS_AS_THING.test(text.slice(start, end)) &&
    !NUMERALS.test(text.slice(start, end)) &&
    !PLACE_BEHIND.test(text.slice(end, end + 1)) &&
    !SIDE_OF_PLACE.test(text.slice(end - 1, end + 1)) &&
    !SPOKEN_TO_OR_THING.test(text.slice(Math.max(0, start - FARTHEST), start))
  )
}

/**
 * Names that no word leads to and no list holds, in a text whose masks stand: told by what its most likely words are (decision 0091). Surname and given name, of
 * which the family stays.
 */
export const namesInWords = (text: string): Span[] => {
  const folded = foldTraditional(text)
  return namesCut(folded, shipped())
    .filter((piece) => isName(folded, piece))
    .map(({ start, end, familySigns }) => ({
      ...{ kind: 'name', start: start + familySigns, end },
      ...{ mask: '*', isByShape: true },
    }))
}
