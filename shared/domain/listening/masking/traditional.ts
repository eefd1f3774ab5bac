import { hasAny, signTable } from './sign-table.ts'

/**
 * Signs of Taiwan and Hong Kong, each with the one that the rules here know: of the words that personal data stand behind, of ways and houses, and
 * of surnames. In Cantonese 係 and 喺 are 是 and 在.
 */
const PAIRS =
  '護护鄉乡證证驗验碼码電电話话號号機机貨货樓楼區区縣县鎮镇莊庄園园廈厦廣广場场單单層层戶户門门棟栋東东點点個个後后連连銀银車车訊讯郵邮實实動动態态認认確确聯联繫系開开與与線线發发來来還还這这裡里裏里為为係是喺在嘅的俾给給给' +
  '陳陈張张劉刘黃黄吳吴趙赵楊杨許许馬马鄭郑謝谢韓韩馮冯鄧邓葉叶蕭萧盧卢蔣蒋賴赖鍾钟譚谭龍龙嚴严孫孙羅罗蘇苏呂吕範范顧顾齊齐龔龚湯汤錢钱溫温萬万鄒邹陸陆駱骆歐欧喬乔賀贺閻阎祿禄聶聂簡简關关畢毕倫伦蘭兰衛卫麥麦鮑鲍賈贾紀纪費费厲厉寧宁婁娄項项鄺邝闕阙華华樂乐應应龐庞' +
  '對对錯错說说記记寫写聽听報报邊边頭头幫帮們们嗎吗時时間间兩两媽妈爺爷親亲兒儿國国際际醫医師师員员長长陽阳臺台灣湾諸诸鞏巩顏颜聞闻強强魯鲁儲储鄔邬繆缪鳳凤鬱郁習习藺蔺榮荣滿满慶庆勞劳饒饶欒栾莊庄數数從从換换傳传簽签預预經经運运訂订'
const known = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS.charAt(index * 2), PAIRS.charAt(index * 2 + 1)]),
)
const SIGNS = [...known.keys()].join('')
const TRADITIONAL = new RegExp(`[${SIGNS}]`, 'gu')
const isTraditional = signTable(SIGNS)

/** Only for looking. Every place in the text stays where it was. */
export const foldTraditional = (text: string): string =>
  hasAny(text, isTraditional) ? text.replace(TRADITIONAL, (sign) => known.get(sign) ?? sign) : text
