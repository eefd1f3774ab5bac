/** Widths: a Chinese character or emoji counts 2, others 1, so 80 are 40 Chinese or 80 Latin characters. */
const MAX_WIDTH = 80
const ELLIPSIS = '…'
const ELLIPSIS_WIDTH = 2
/** Beyond this a «character» is a heap of combining marks made to break layouts. */
const LONGEST_GRAPHEME = 32
/** A Latin title is cut at a blank rather than in a word, when one is this near. */
const WORD_REACH = 15

/** So short a sentence says nothing by itself, and the next one stands with it: four Chinese characters, or sixteen letters as in «Okay. Thanks.» */
const SAYS_LITTLE = 16
/** A question or an outcry asks for an ear before it says anything («是不是啊？», «你们到底管不管啊！»): up to eight Chinese characters and the mark. */
const CALLS_OUT = 36
/** A Chinese character says about as much as four letters. */
const SAID_BY_CHARACTER = 4

/** Only what no sentence begins with otherwise: 嗯 always, others when a pause or a new start follows. */
const FILLERS = [
  /^(?:嗯|呃|唔)+/u,
  /^那个谁(?=[，,])/u,
  /^那个(?:那个)*(?!谁)/u,
  /^(?:喂|你好|您好|啊|哦|哎呀|哎哟|哎|唉|额|请问(?:一下)?|是这样的?)+(?=$|[\p{P}\p{Z}]|喂|你好|您好|嗯|呃|那个|请问|[我您请咱他她它这想麻客])/u,
  /^(?:对{2,}|对|是的|没错|首先|第一|一是)(?=[，,、])/u,
  /^(?:(?:hello|hi|hey)(?: there)?|um+|uh+|er+|well|so|basically)(?=$|[\p{P}\p{Z}])/iu,
  /^(?:yes|yeah|yep|right)(?=,)/iu,
  /^(?:the thing is|i mean)(?:,| that)?(?= )/iu,
]
/** Said before the matter, or because nothing was understood: no title, where anything else is said. */
const ASIDES = [
  /^(?:什么|啥|你说(?:的)?(?:什么|啥)|听不清(?:楚)?|没听清(?:楚)?|听不见)$/u,
  /^(?:我?想?(?:问你?|跟你说|请教)(?:个|一个|一下)?(?:事|问题)(?:儿|情)?|麻烦(?:你|您)?(?:帮我)?(?:看|查|问)?一?下|帮我(?:看|查)一?下|我先说(?:一下)?情况|那我(?:说|讲)了?)(?:啊|吧|哈|呢)?$/u,
  /^(?:不好意思|对不起|麻烦(?:你|您)?了?|谢谢(?:你|您)?|(?:好的?)+|行|对|是的?|没错|不是的|喂|哎呀|烦死了)(?:啊|了|哈)?$/u,
  /^(?:sorry|pardon|what|what was that|yes|yeah|yep|right|ok|okay|thanks|thank you|how are you)$/iu,
]
/** Every part of it says nothing of the matter. */
const isAside = (title: string): boolean =>
  title
    .split(/[，,、。.！？!?\s]+/u)
    .filter((part) => part !== '')
    .every((part) => ASIDES.some((aside) => aside.test(part))) ||
  ASIDES.some((aside) => aside.test(title.replace(/[！？!?]+$/u, '')))
const SENTENCE_END = /[。！？!?；;\n\r]|\.(?=\s|$)/u
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * A title for a ticket from the customer's words: the first sentence that says something (with a word like «对吧？» before it), without greetings and fillers,
 * at most 40 Chinese or 80 Latin characters. Empty when nothing was said but greetings.
 */
export function voiceTitle(text: string): string {
  let rest = text
  while (rest !== '') {
    let sentence = firstOf(rest)
    let title = tidy(sentence)
    if (title !== '' && isAside(title)) {
      const behind = voiceTitle(rest.slice(sentence.length))
      if (behind !== '') return behind
    }
    let last = sentence
    while (title !== '' && endsAloud(sentence) && saysLittle(title, last)) {
      last = firstOf(rest.slice(sentence.length))
      if (last === '') break
      sentence += last
      title = tidy(sentence)
    }
    if (title !== '') return shorten(title)
    rest = rest.slice(sentence.length)
  }
  return ''
}

function firstOf(text: string): string {
  const end = SENTENCE_END.exec(text)
  return end ? text.slice(0, end.index + 1) : text
}

/** A new line or a semicolon begins another matter. */
const endsAloud = (sentence: string): boolean => /[。！？!?.]$/u.test(sentence)

/** All of it so far, or a last sentence that only calls out. */
const saysLittle = (title: string, last: string): boolean =>
  said(title) <= SAYS_LITTLE || (/[！？!?]$/u.test(last) && said(tidy(last)) <= CALLS_OUT)

const said = (text: string): number =>
  [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (widthOf(segment) === 1 ? 1 : SAID_BY_CHARACTER), 0)

function tidy(sentence: string): string {
  const trimmed = withoutFillers(sentence.replace(/\s+/gu, ' '))
  const begun = trimmed.startsWith(sentence.trimStart())
    ? trimmed
    : trimmed.replace(/^[a-z]/, (letter) => letter.toUpperCase())
  // A question or an outcry says how it was meant; a full stop says nothing.
  return begun.replace(/[。.；;，,、：:\s]+$/u, '')
}

function withoutFillers(sentence: string): string {
  let rest = sentence
  for (;;) {
    rest = rest.replace(/^[，,、。.！!？?…；;：:~\s—-]+/u, '')
    const filler = FILLERS.map((pattern) => pattern.exec(rest)?.[0].length ?? 0).find((length) => length > 0)
    if (filler === undefined) return rest
    rest = rest.slice(filler)
  }
}

function shorten(title: string): string {
  let width = 0
  let kept = ''
  let keptWithEllipsis = ''
  for (const { segment } of graphemes.segment(title)) {
    if (segment.length > LONGEST_GRAPHEME) continue
    width += widthOf(segment)
    if (width > MAX_WIDTH) return atWordEnd(keptWithEllipsis) + ELLIPSIS
    kept += segment
    if (width <= MAX_WIDTH - ELLIPSIS_WIDTH) keptWithEllipsis = kept
  }
  return kept
}

const widthOf = (grapheme: string): number =>
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3ffff}]/u.test(
    grapheme,
  )
    ? 2
    : 1

function atWordEnd(text: string): string {
  const blank = text.lastIndexOf(' ')
  return blank >= text.length - WORD_REACH ? text.slice(0, blank) : text
}
