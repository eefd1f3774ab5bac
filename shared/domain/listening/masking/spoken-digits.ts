/** Digits as they are spoken and as they are written on cheques. */
export const SPOKEN_DIGITS = [
  '零〇○洞',
  '一幺妖壹',
  '二两兩贰貳',
  '三叁參叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七拐柒',
  '八捌',
  '九勾钩玖',
]
