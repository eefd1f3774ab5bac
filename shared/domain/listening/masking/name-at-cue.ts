import { isNoNameByShape } from './name-by-shape.ts'
import { EVERYDAY_WORD, NOBODY } from './name-by-signs.ts'
import { BEGINS_WORD, GIVEN, OF_THING, WORDS } from './name-forms.ts'
import { SIGN_OF_NAMES } from './signs-of-names.ts'
import { matchesWhere, type Needy, type Span } from './span.ts'
import { COMPOUND, FIRST_SIGNS, SURNAMES } from './surnames.ts'

/** Names right behind what says that somebody is meant, and in front of an end: 我就是邬倩; 找冷雪，她; 收件人改彭可; 身份核验：康德明 140***. */
/** 束丽行吗: asked whether that will do. */
const ASKED = '(?!\\p{Script=Han}{1,2}(?:行|好|可以)[吗么吧不])'
const NO_NAME = `${ASKED}(?!(?<=[改换变更写填登])成)(?!${NOBODY}|${WORDS}|${BEGINS_WORD}(?!${SIGN_OF_NAMES}{2})|${EVERYDAY_WORD})`
/** Besides the signs of given names those that only stand in one where the family is sure: 陈大有, 彭可. */
const ALSO = '[可有大小多来会朵沫真果贝豆丫乔]'
const ANY_SIGN = `(?:${GIVEN}|${ALSO})`
const SURE_NAME = `${NO_NAME}(?:${SURNAMES.plain}${ANY_SIGN}{1,2}|${SURNAMES.any}(?:${SIGN_OF_NAMES}|${GIVEN}${SIGN_OF_NAMES}|${SIGN_OF_NAMES}${GIVEN})|${SURNAMES.seldom}${SIGN_OF_NAMES}{2})`
/** Where much else is told behind the same words: of signs that names are made of alone. */
const LIKELY_NAME = `${NO_NAME}(?:${SURNAMES.plain}(?:${SIGN_OF_NAMES}|可){1,2}|${SURNAMES.any}${SIGN_OF_NAMES}{2})`
const ENDS = '(?=[啊呀哈哦嘛呢吧吗]?(?:$|[^\\p{Script=Han}\\w*]))'
const LED = '[\\s:：“"「（(]{0,2}'
const SOURCES: readonly string[] = [
  // 我就是邬倩; 我是马骁啊; 我这边是贾敏，.
  `(?<=[我俺咱](?:们)?(?:这边|这里|这|本人)?就?是${LED})${SURE_NAME}${ENDS}`,
  // 找冷雪，她手机; 让她找阎青，她在.
  `(?<=[找问叫让联给跟系])${LIKELY_NAME}(?=[，,]\\s?[她他](?!们))`,
  // 你找彭可吧; 联系贾敏就行; 交给阎青就行; 转给邬倩处理; 麻烦叫一下冷雪.
  `(?<=(?:找|联系|[交转留递拿送开写]给|转告|[叫喊找]一?下|给))${LIKELY_NAME}(?=吧|就[行好]|处理|签收|[打回]个?电话|(?:接|听)一?下?电话|$|[，,。；;！!])`,
  // 和阎青核对过; 是彭可收的; 是邬倩在用.
  `(?<=[和跟是])${LIKELY_NAME}(?=核对|确认过|联系过|说过|商量|收的|签的|签收|在用|下的单|买的|订的|代[收签])`,
  // 收件人改彭可; 收货人陈大有，; 抬头写贾敏; 申报人田园; 入住人费翔宇.
  `(?<=(?:[收寄发签联取申报入乘投被付付下预订持受][件货系报住车机保款单约订卡益票]{1,2}人|[户机车业房]主|户名|抬头|姓名|(?<!${OF_THING})名字?)(?:改|换|变更)?[成为]?(?:写的?|填的?|开|登记)?(?:是|为|叫|成)?${LED})${SURE_NAME}${ENDS}`,
  // 客户夏沫，; 收退货给夏沫，: whoever gets flowers or a parcel.
  `(?<=[：:，,\\s]给|[送寄发]给)${SURE_NAME}(?=[，,。；;]|收|$)`,
  // 身份核验：康德明 140***; 汪洋，身份证410***; 扎西收 189****: beside what is masked as somebody's.
  `(?<=^|[：:，,。；;、\\s（(])${NO_NAME}(?:${SURNAMES.any}${GIVEN}{1,2}|${SURNAMES.seldom}${SIGN_OF_NAMES}{1,2})(?=[，,、\\s:：（(]{1,2}(?:身份证号?|证件号?|护照号?|手机号?|电话|号码|tel)?[是为:：\\s]{0,2}\\d{3}\\*{4})`,
  // 福田区***，温静收; 139****5027 冉冉收: where the address or the number of a parcel stands in front, by any sign.
  `(?<=\\*{3}[，,、；;\\s]{1,2}|\\*{4}\\d{4}[，,、；;\\s]{1,2})(?!门卫|前台|物业|保安|家[人里属]|本人|邻居|[老妈爸爷奶哥姐弟妹儿女同朋室]|驿站|没|不|未|请|已|代|签|拒|谁|先|都|也|可|能|让|由|给|他|她|我|[一二两三四五六七八九十\\d]|学校|公司|单位|仓库|[到还再就才又])(?:${SURNAMES.any}\\p{Script=Han}{1,2}|(\\p{Script=Han})\\1)(?<![没不未签代拒验查回接已先可])(?=收(?:$|[^\\p{Script=Han}]))`,
  // 邮储，汪洋; 6214****9610，招行，汪洋: whose card it is.
  `(?<=\\*{4}\\d{4}[，,\\s]{1,2}(?:\\p{Script=Han}{2,4}[，,\\s]{1,2})?)${NO_NAME}${SURNAMES.any}${SIGN_OF_NAMES}{1,2}(?=$|[，,。；;])`,
  // 名字？白帆，就两个字; 贵姓？姓白，白帆.
  `(?<=(?:名字|贵姓|怎么称呼)[啊呢]?[？?，,\\s]{1,2}(?:姓\\p{Script=Han}[，,]\\s?)?)${NO_NAME}${SURNAMES.any}${SIGN_OF_NAMES}{1,2}(?=[，,]\\s?(?:就?[两俩三]个?字|\\p{Script=Han}{1,3}的\\p{Script=Han})|$)`,
  // 您是不是云朵; 您是丁当吧.
  `(?<=(?:[您你]是|请问是)(?:不是)?)${NO_NAME}(?:${SURNAMES.plain}${ANY_SIGN}{1,2}|${SURNAMES.any}(?:${SIGN_OF_NAMES}|朵){1,2}|云朵)(?=[吗吧么](?:$|[^\\p{Script=Han}]))`,
  // 白帆本人签收; 卡是我老公贾敏的.
  `(?<=^|[^\\p{Script=Han}\\w])${NO_NAME}${SURNAMES.any}${SIGN_OF_NAMES}{1,2}(?=本人)`,
  `(?<=[我他她](?:老[公婆]|[爸妈哥姐弟妹]{1,2}|儿子|女儿|闺女))${LIKELY_NAME}(?=的(?:$|[^\\p{Script=Han}]|[名卡号手单])|${ENDS})`,
  // 把石磊的货发给石蕾了: what was sent is somebody's.
  `(?<=[把将])${LIKELY_NAME}(?=的(?:货|件|包裹|快递|单|东西))`,
  `(?<=的(?:货|件|包裹|快递|单子?|东西)(?:发|寄|送)(?:错|成|给)?)${LIKELY_NAME}(?=了|$|[，,。])`,
]
const BEHIND_CUES = new RegExp(`(?:${SOURCES.join('|')})`, 'uy')
/** Which signs begin a family, and which end what stands in front of a name: told by a table, for a text is gone through sign by sign. */
const [FAMILY, LEAD] = [1, 2]
const MAY_BE = new Uint8Array(0x1_0000)
const mayBe = (signs: string, what: number): void => {
  for (const sign of signs) MAY_BE[sign.charCodeAt(0)] = (MAY_BE[sign.charCodeAt(0)] ?? 0) | what
}
mayBe(FIRST_SIGNS.any, FAMILY)
mayBe(
  '是找问叫让联给跟系告下声和人主头名成为改换更写填开登记录字否不婆公爸妈哥姐弟妹儿子女把将发寄送错的啊呢姓：:，,。；;、（("“「？?*0123456789 \t\n',
  LEAD,
)
const isAt = (text: string, place: number, what: number): boolean =>
  ((MAY_BE[text.charCodeAt(place)] ?? 0) & what) !== 0

function behindCues(text: string): { name: string; index: number }[] {
  const found: { name: string; index: number }[] = []
  for (let index = 0; index < text.length - 1; index++) {
    if (!isAt(text, index, FAMILY) || !(index === 0 || isAt(text, index - 1, LEAD))) continue
    BEHIND_CUES.lastIndex = index
    const name = BEHIND_CUES.exec(text)?.[0]
    if (name === undefined) continue
    found.push({ name, index })
    index += name.length - 1
  }
  return found
}
/** A family in front of which somebody stands with a name in letters: Lily 汪, Kevin 徐. */
const LETTERS_AND_FAMILY: Needy = {
  needs: /[A-Z][a-z]{1,14}\s?\p{Script=Han}/u,
  pattern: new RegExp(
    `(?<=(?:姓名|名字|人|叫|客户|联系|找|给|是)[\\s:：]{0,2})([A-Z][a-z]{1,14})(?=\\s?(?:${SURNAMES.plain}|[马方白高])(?:$|[^\\p{Script=Han}]))`,
    'gu',
  ),
}
/** 客户Linda（中文凌达）; 客户Dmitri，: behind whoever calls a name in letters. */
const IN_LETTERS: Needy = {
  needs: /(?:客户|顾客|会员|来电|旅客|买家|联系人|收件人|业主|租客)[A-Z][a-z]/u,
  pattern:
    /(?<=(?:客户|顾客|会员|来电|旅客|买家|联系人|收件人|业主|租客))(?!Care|Service|Prime|Plus|Apple|Pay|App|Bug|Wifi|Case)[A-Z][a-z]{2,14}(?=[，,（(。]|\s?(?:来电|反[映馈]|要求|投诉|咨询))/gu,
}
/** Explained in brackets: Linda（中文凌达）, and of which one sign is told: 姓东方，名字一个晓字. */
const IN_CHINESE: Needy = {
  needs: /[（(]中文名?|名字?(?:就)?一个/u,
  pattern:
    /(?<=[（(]中文(?:名字?)?(?:[叫是:：])?\s?\p{Script=Han})\p{Script=Han}{1,2}(?=[）)])|(?<=姓\p{Script=Han}{1,2}[^\n。]{0,10}名字?(?:就)?一个)\p{Script=Han}(?=字)/gu,
}
/** 赛力克，哈萨克族; 登记一下，阿依古丽，维族的: of peoples whose names are written by their sounds. */
const OF_PEOPLES: Needy = {
  needs: /族/u,
  pattern:
    /(?<=(?:[是叫找]|客户|登记(?:一下)?[，,]|^|[，,：:\s])(?![是叫找的])\p{Script=Han})(?!中文|汉语|少数)(?:(?![的了是在我你他她一不没有])\p{Script=Han}){1,6}(?=[，,]\s?(?:我?是?)?(?:维吾?尔?|哈萨克|藏|蒙古?|回|柯尔克孜|彝|傣|壮|满|朝鲜|塔吉克)族)/gu,
}
/** 叫宝力德，呼市的; 叫我小鹿就行. */
const CALLED: Needy = {
  needs: /叫/u,
  pattern:
    /(?<=(?:^|[，,。\s])叫\p{Script=Han})\p{Script=Han}{1,3}(?=[，,]\s?\p{Script=Han}{1,3}(?:市|省|县)?(?:的|人)[，,。])|(?<=叫我[小阿大])(?![王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文纪聂高马方])\p{Script=Han}(?=就[行好])/gu,
}
/** 扎西收 189****7726: whoever takes in what is sent there. */
const RECEIVES: Needy = {
  needs: /收[\s，,:：]{1,2}\d{3}\*{4}/u,
  pattern: /(?<=(?:^|[^\p{Script=Han}\w])\p{Script=Han})\p{Script=Han}{1,3}(?=收[\s，,:：]{1,2}\d{3}\*{4})/gu,
}
const FAMILY_OF_TWO = new RegExp(`^(?:${COMPOUND})`, 'u')

export const namesAtCues = (text: string): Span[] => [
  ...behindCues(text).flatMap(({ name, index }): Span[] => {
    if (isNoNameByShape(name)) return []
    const family = FAMILY_OF_TWO.exec(name)?.[0].length ?? 1
    return family >= name.length ? [] : [{ kind: 'name', start: index + family, end: index + name.length, mask: '*' }]
  }),
  ...[...matchesWhere(text, LETTERS_AND_FAMILY), ...matchesWhere(text, IN_LETTERS)].map(
    ({ 0: name, index }): Span => ({
      ...{ kind: 'name', start: index, end: index + name.length },
      mask: `${name.charAt(0)}*`,
    }),
  ),
  ...[IN_CHINESE, OF_PEOPLES, CALLED, RECEIVES]
    .flatMap((needy) => matchesWhere(text, needy))
    .map(({ 0: given, index }): Span => ({ kind: 'name', start: index, end: index + given.length, mask: '*' })),
]
