const COUNT = '[\\d〇零一二两三四五六七八九十百千]+'
const PEOPLE = '(?:人|名|位|people|persons|employees|rows?)'

/** What stands below or between the people of a list and names none of them, written without blanks and signs. */
const NOBODY = [
  `(?:合计|总计|小计|共计|累计|总数|总人数|平均|合計|總計|小計|共計|累計|總數|總人數|(?:grand|sub)?totals?|sum|average)(?:${COUNT})?${PEOPLE}?`,
  `(?:总|总计|一|合|以上|本页|本表|以上合计|總|本頁)?共(?:计|有|計)?${COUNT}(?:人|名|位|条|行)?`,
  `${COUNT}(?:个)?${PEOPLE}`,
  `第${COUNT}[页頁](?:共${COUNT}[页頁])?`,
  `page\\d+(?:of\\d+)?`,
  '以下(?:空白|无正文|無正文)',
  'end(?:oflist)?',
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'))

/** «制表人：李强», «备注：…» */
const FOOT =
  /^(?:制表|填表|填报|审核|审批|复核|制单|备注|说明|注|日期|prepared by|approved by|notes?)[^:：]{0,6}[:：]/iu

/** Whether a cell says how many there are, or where the list ends: 合计, «共 40 人», Total. A name has a letter. */
export function isNobody(cell: string): boolean {
  if (cell === '') return false
  const words = cell.replace(/[^\p{L}\p{N}]/gu, '')
  return FOOT.test(cell) || !/\p{L}/u.test(words) || NOBODY.some((pattern) => pattern.test(words))
}
