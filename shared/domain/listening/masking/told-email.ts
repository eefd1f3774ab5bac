import { FILLING } from './digit-segments.ts'
import { isNoName } from './no-name.ts'
import { matchesIn, matchesWhere, type Needy, type Span } from './span.ts'

/** What stands between two parts, and is none: a rest, how a letter is written. */
const REST = `[\\s,，、${FILLING}]{0,3}`
/** Nor are the sign that was spelled, its word or whose letters they are: l i u 刘, m y 绵阳的my, M for mother. */
const ASIDE = `(?:${REST}(?:全拼|然后|嗯|呃|接着|后面是?|再|连写|连起来|小写的?|大写的?|不对|\\p{Script=Han}{1,4}的(?:拼音|缩写|[a-z]{1,8}(?![a-z]))|(?<=[a-z] [a-z]\\s?)\\p{Script=Han}{1,2}(?=[\\s,，])|(?<=(?<![a-z])[a-z] )for [a-z]{3,12}(?![a-z])|that['’]s|with two \\w['’]s))?`
/** One reading of each word, or a long sentence would be read in too many ways. */
const PART =
  '(?:句?点|hyphen|[中下]划线|[中下]横线|横杠|短杠|减号|[中下]?杠|(?:[a-z]{1,14}\\d[a-z\\d]{0,12}|[a-z]{1,14}|\\d{1,12})(?![a-z\\d*@.]))'
const LOCAL = new RegExp(`(?<![a-z\\d*@.'’])${PART}(?:${ASIDE}${REST}${PART}){0,13}${ASIDE}${REST}$`, 'iu')
const AT = `(?:@[${FILLING}]*|圈[aA]|小老鼠|老鼠|花[aA]|[艾爱啊哎唉]特|(?<![a-z])at(?![a-z]))`
/** Without what joins two of them: one reading of each, or a row of dashes would be read in too many ways. */
const LABEL = '(?:[a-z\\d-]{1,20}|(?:(?!横杠|杠|减号|就是|拼音)\\p{Script=Han}){2,6})'
const DOT = `${REST}(?:点|dot(?![a-z]))${REST}`
const LAST =
  '(?:c\\s?o\\s?m|c\\s?n|net|org|edu|gov|d\\s?e\\s?v|app|shop|info|me|io|co|sg|hk|uk|au|tw|nz|us|[康抗坎][姆母木]?|看(?!\\p{Script=Han})|西恩)'
const HESITATION = `(?:(?:呃|嗯|啊|um|uh|er)${REST})?`
const SPELLED_ASIDE = `(?:${REST}[a-z]{2,12} with (?:two|2|a|an|one|1) \\w['’]?s?${REST})?`
const HOST = `${REST}${HESITATION}${LABEL}${SPELLED_ASIDE}(?:(?:\\s?(?:横杠|杠|减号|就是|拼音)\\s?|[\\s,，]{1,2})${LABEL}){0,12}${DOT}(?:${LABEL}${DOT}){0,2}${LAST}(?![a-z])`
const AT_HOST = new RegExp(`${AT}(?=${HOST})`, 'giu')
const LONGEST_LOCAL = 120
/** Words of the sentence in front of an address: the last of them ends it. */
const LEADS =
  /^.*(?<![a-z])(?:is|it['’]?s|to|on|me|my|our|your|his|her|email|e-mail|mail|address|at|use|send|reach|contact|and(?!\s?(?:\d|one|two|three|four|five|six|seven|eight|nine))|or|the|you|can|that['’]s|that|(?<!(?<![a-z])[a-z] )for|please|now|yes|yeah|ok|so|um|er|uh|gmail|hotmail)(?![a-z'’])[\s,，]*/isu
/** Said of the address, and no part of it. */
const SAID_BESIDE = /[\s,，]*(?:all )?(?:(?:one|1) word|no spaces?)[\s,，]*$/iu
/** Behind a word for mail, in front of a host everybody knows: mail: zhoudada at gmail, email zhoudada gmail com. */
const BEFORE_KNOWN_HOST: Needy = {
  needs: /邮[箱件]|mail/iu,
  pattern:
    /(?<=(?:邮箱|邮件|e-?mail|(?<![a-z])mail)(?:地址|\saddress)?(?:\s?(?:是|is|[:：])\s?|\s))([a-z][\w.-]{2,30})(?=\s(?:at\s)?(?:gmail|hotmail|outlook|foxmail|yahoo|icloud|qq|163|126)(?:\s(?:com|net|cn))?(?=$|[\s，,。.；;]))/giu,
}
/** Signs told between, in front of the same hosts, whose dot nobody tells: grandma dot jo at yahoo. */
const SIGNS_BEFORE_KNOWN_HOST: Needy = {
  needs:
    / at (?:gmail|hotmail|outlook|yahoo|icloud|proton|foxmail|aol|bt ?internet|talk ?talk|ntl ?world|virgin ?media|live|sky)/iu,
  pattern:
    /(?<![\w.@-])([a-z][a-z\d]{0,20}(?:\s(?:dot|underscore|dash|hyphen)\s[a-z\d]{1,20}){1,4})(?=\sat\s(?:gmail|hotmail|outlook|yahoo|icloud|proton|foxmail|aol|bt ?internet|talk ?talk|ntl ?world|virgin ?media|live|sky)(?![a-z.]))/giu,
}
const FEWEST_SIGNS = 3
const IN_PIECES = /[a-z\d][\s,，、]/iu

/**
 * Addresses of mail as they are told, piece by piece: z h a n g 点 b i n g 小老鼠 foxmail 点 com, toby wren, all one word, at fastmail dot com. The
 * first sign stays, and the host. In a text whose spoken digits are plain.
 */
export const findToldEmails = (text: string): Span[] => [
  ...inHalves(text),
  ...toldIn(text, () => true),
  ...[...matchesWhere(text, BEFORE_KNOWN_HOST), ...matchesWhere(text, SIGNS_BEFORE_KNOWN_HOST)].flatMap(
    ({ 0: name, index }): Span[] =>
      isNoName(name) ? [] : [{ kind: 'email', start: index, end: index + name.length, mask: `${name.charAt(0)}***` }],
  ),
]

/** 后半截花a福克斯妹儿点com，前半截sunlulu: the name behind its host. */
const HALF = /(?<=前半?[截段面]?(?:是|呢)?[\s，,:：]{0,2})[a-z][a-z\d._-]{2,30}(?![\w@.-])/giu
const OTHER_HALF = new RegExp(`后半?[截段面]?(?:是|呢)?[\\s，,:：]{0,2}${AT}${HOST}`, 'iu')

const inHalves = (text: string): Span[] =>
  /前/u.test(text) && OTHER_HALF.test(text)
    ? matchesIn(text, HALF).map(
        ({ 0: name, index }): Span => ({
          ...{ kind: 'email', start: index, end: index + name.length },
          mask: `${name.charAt(0)}***`,
        }),
      )
    : []

/** The same of those alone that are told in pieces: what is written as an address would take the last of them. */
export const findEmailsInPieces = (text: string): Span[] => toldIn(text, (name) => IN_PIECES.test(name))

function toldIn(text: string, isMeant: (name: string) => boolean): Span[] {
  if (!/点|dot/iu.test(text)) return []
  return matchesIn(text, AT_HOST).flatMap(({ index }): Span[] => {
    const from = Math.max(0, index - LONGEST_LOCAL)
    const local = LOCAL.exec(text.slice(from, index))
    if (local === null) return []
    const lead = LEADS.exec(local[0])?.[0].length ?? 0
    const name = local[0].slice(lead)
    const last = /[a-z\d]+(?=[\s,，]*$)/i.exec(name.replace(SAID_BESIDE, ''))?.[0] ?? ''
    if (name.replace(/[\s,，]/g, '').length < FEWEST_SIGNS || !isMeant(name.trim()) || isNoName(last)) return []
    const start = from + local.index + lead
    return [{ kind: 'email', start, end: start + name.trimEnd().length, mask: `${name.charAt(0)}***` }]
  })
}
