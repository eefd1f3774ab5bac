import { matchesWhere, type Needy, type Span } from './span.ts'

/** Numbers that are told in a way of their own, each by its form alone or right behind its word. In a text whose spoken digits are plain. */
const PATTERNS: readonly Needy[] = [
  // 07.9.4.6.3.3.0.1.8.2: digit by digit with a stop between.
  {
    needs: /\d\.\d\.\d\.\d\.\d/u,
    pattern: /(?<![\d.])(?:07|1[3-9])(?:\.\d){9}(?![\d.])|(?<![\d.])[01](?:\.\d){10}(?![\d.])/gu,
  },
  // 物联网卡 1064 8127 30552: of things that call by themselves, in thirteen digits.
  { needs: /10(?:64|46|47|49)/u, pattern: /(?<!\d)10(?:64|46|47|49)(?:[\s-]?\d){9}(?![\d*])/gu },
  // 宽带账号028w61830752.
  {
    needs: /账[号户]/u,
    pattern:
      /(?<=(?:宽带|网络|固话|上网|电视)账[号户](?:是|为|[:：])?\s?)(?=[a-z]{0,6}\d)[a-z\d]{8,16}(?![a-z\d*@])/giu,
  },
  // Of gas and current that are paid ahead: 9826 0021 4478 1093 652.
  { needs: /9826/u, pattern: /(?<!\d)9826(?: ?\d){15}(?![\d*])/gu },
  // 917 ... 555 ... 0126, 138…1234…5678: dots between the groups.
  {
    needs: /\d\s?(?:\.{2}|…)/u,
    pattern:
      /(?<![\d.])(?:1[3-9]\d|0\d{3,4}|[2-9]\d{2})\s?(?:\.{2,4}|…{1,2})\s?\d{3,4}\s?(?:\.{2,4}|…{1,2})\s?\d{4}(?![\d*.])/gu,
  },
  // 105199303199294 前面再加 410: an identity card whose beginning is told behind it.
  {
    needs: /前[面边头]?再?[加补添]/u,
    pattern:
      /(?<!\d)\d{14}[\dXx](?=[\s，,]{0,2}(?:是|的)?(?:前[面边头]?|开头)(?:再|还|要){0,2}[加补添]上?(?:个|一个)?\s?\d{3}(?!\d))/gu,
  },
  // 60-83-71 / 31926658, 83 17 02 then 10 66 29 47: the branch of a bank in Britain, and the account there.
  {
    needs: /\d{2}[ -]\d{2}[ -]\d{2}\D/u,
    pattern:
      /(?<=(?:bank|refund|account|a\/c|sender|payee|pay|transfer|deposit|£)[^\n]{0,60})(?<![\d.-]|\d |(?:code|bsb)(?: (?:is|number))?[\s:：]{1,2})(?:(?!19|20)\d{2}-\d{2}-\d{2}(?:\s?[/,，]\s?|\s)|(?!19|20)\d{2} \d{2} \d{2}\s(?=[/a-z]))(?:\/\s?|(?:and |then |& )?(?:(?:the )?(?:account|acc|a\/c|acct|ac)\.?(?: (?:number|no\.?|is))* )?)(?!20[0-4]\d[01])\d{2} ?\d{2} ?\d{2} ?\d{2}(?![\d*-]|[ ,.]\d)/giu,
  },
  // ok its 617 nine three two 2096; four one nine, and then triple five, and then zero one, nine, zero.
  {
    needs: /\d \d{7}/u,
    pattern:
      /(?<=(?<![a-z])(?:its|it['’]s|number(?: is)?|call|text|reach(?: me)?(?: on| at)?)[: ]{1,2})[2-9]\d{2} [2-9]\d{6}(?![\d*])/giu,
  },
  // 就是一三八，呃，后面是两个六，再七七，三三一零.
  {
    needs: /后面|然后|再|接着|最后/u,
    pattern:
      /(?<!\d)(?!\d{11}|1[3-9]\d\D{1,8}20[0-4]\d[01]\d[0-3]\d(?!\d))1[3-9]\d(?=(?:[，,、\s\d]|[呃嗯啊]|那个|就是|中间是?){0,24}(?:后面|然后|再|接着|最后))(?:(?:[，,、\s]|[呃嗯啊]|那个|后面是?|然后是?|再|接着是?|就是|中间是?|最后是?){0,6}\d){8}(?![\d*]|[，,\s]{0,2}\d)/gu,
  },
  // 第一段186 第二段5329 第三段0147; it starts 07700 and ends 900 123.
  {
    needs: /第[2二][段节]/u,
    pattern:
      /第[1一][段节]是?\s?1[3-9]\d[，,\s]{0,2}第[2二][段节]是?\s?\d{4}[，,\s]{0,2}第[3三][段节]是?\s?\d{4}(?!\d)/gu,
  },
  {
    needs: /start/iu,
    pattern:
      /(?<=start(?:s|ing)?(?: with)? )0\d{3,5},? (?:and )?(?:then )?(?:it )?ends?(?:ing)?(?: in| with)? \d{3} ?\d{3}(?!\d)/giu,
  },
  {
    needs: /07\d{3} \d{1,2}:/u,
    pattern: /(?<!\d)07\d{3} \d{1,2}:\d{2}(?::\d{2})? [a-z]{2,12}: (?:then |and |next )?\d{3} ?\d{3}(?!\d)/giu,
  },
  {
    needs: /and then/iu,
    pattern:
      /(?<!\d)[2-9](?:[, ]{0,2}\d){2},? and then [2-9](?:[, ]{0,2}\d){2},? (?:and then )?\d(?:[, ]{0,2}\d){3}(?![\d*]|[, ]{1,2}\d)/giu,
  },
]

/** Of each its last four digits stay. */
export const findNumbersApart = (text: string): Span[] =>
  PATTERNS.flatMap((needy) => matchesWhere(text, needy)).map(({ 0: found, index }) => ({
    ...{ kind: 'phone', start: index, end: index + found.length },
    mask: `****${found.replace(/\D/g, '').slice(-4)}`,
  }))
