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
  // ok its 617 nine three two 2096; four one nine, and then triple five, and then zero one, nine, zero.
  {
    needs: /\d \d{7}/u,
    pattern:
      /(?<=(?<![a-z])(?:its|it['’]s|number(?: is)?|call|text|reach(?: me)?(?: on| at)?)[: ]{1,2})[2-9]\d{2} [2-9]\d{6}(?![\d*])/giu,
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
