import { expect, test } from 'vitest'
import learned from '../resources/masking/tagger.json' with { type: 'json' }
import { maskedByRules } from '../shared/domain/listening/masking/mask-by-rules.ts'
import { maskText } from '../shared/domain/listening/masking/mask-text.ts'
import { taggedIn } from '../shared/domain/listening/masking/tagger/tagged.ts'
import { taggerOf } from '../shared/domain/listening/masking/tagger/written-tagger.ts'
import { isWhole, someOf } from './builders/some-of.ts'
import { type MarkedLine, writers } from './masks/lines.ts'
import { figuresOf } from './masks/measure.ts'
import { trainTagger, writtenTagger } from './masks/train-tagger.ts'

const held = writers('held').flatMap(({ lines }) => lines)

/**
 * By lines of a writer whom neither the rules nor the model ever read. A little below what was measured; the figures themselves stand in decision 0082.
 */
test('of what somebody it never read writes and says, far more is hidden than by the rules alone, and no more of their ordinary lines', () => {
  const [rules, all] = [
    figuresOf(held, (text) => maskedByRules(text).text),
    figuresOf(held, (text) => maskText(text).text),
  ]
  const hidden = ({ secrets, left }: { secrets: number; left: number }) => 1 - left / secrets
  expect([held.length, all.written.secrets, all.spoken.secrets, all.ordinary.lines]).toEqual([700, 161, 156, 402])
  expect(hidden(all.written)).toBeGreaterThan(0.845)
  expect(hidden(all.spoken)).toBeGreaterThan(0.81)
  expect(hidden(all.written)).toBeGreaterThan(hidden(rules.written) + 0.07)
  expect(hidden(all.spoken)).toBeGreaterThan(hidden(rules.spoken) + 0.14)
  expect(200 * all.ordinary.touched).toBeLessThanOrEqual(all.ordinary.lines)
})

test('of what testers wrote from the promise alone, 99 of 100 is hidden, and one ordinary line in 200 touched at most', () => {
  const lines = someOf(
    writers('tested').flatMap((tester) => tester.lines),
    5,
  )
  const { written, spoken, ordinary } = figuresOf(lines, (text) => maskText(text).text)
  expect(1 - written.left / written.secrets).toBeGreaterThan(0.99)
  expect(1 - spoken.left / spoken.secrets).toBeGreaterThan(0.985)
  expect(200 * ordinary.touched).toBeLessThanOrEqual(ordinary.lines)
})

/** Numbers cut over turns, names beside no word, addresses told around: less than the goal, and never again less than this. */
test('of what testers wrote to be as hard as talk may be, no less is hidden than was, and as few ordinary lines', () => {
  const lines = writers('hard').flatMap((tester) => tester.lines)
  const { written, spoken, ordinary } = figuresOf(lines, (text) => maskText(text).text)
  expect(1 - written.left / written.secrets).toBeGreaterThan(0.945)
  expect(1 - spoken.left / spoken.secrets).toBeGreaterThan(0.87)
  expect(200 * ordinary.touched).toBeLessThanOrEqual(ordinary.lines)
})

/** By strangers whose kinds of telling were mended for, and from whose lines no model learned: never again less than this. */
test('of what strangers wrote who were met last, no less is hidden than at first sight, and as few ordinary lines', () => {
  const lines = writers('met').flatMap((stranger) => stranger.lines)
  const { written, spoken, ordinary } = figuresOf(lines, (text) => maskText(text).text)
  expect([written.secrets, spoken.secrets, ordinary.lines]).toEqual([674, 391, 795])
  expect(1 - written.left / written.secrets).toBeGreaterThan(0.97)
  expect(1 - spoken.left / spoken.secrets).toBeGreaterThan(0.95)
  expect(200 * ordinary.touched).toBeLessThanOrEqual(ordinary.lines)
})

test('of those who taught it, what is masked is masked into itself', () => {
  const restless = writers('taught')
    .flatMap(({ lines }) => lines)
    .filter((_line, index) => index % (isWhole ? 5 : 20) === 0)
    .map(({ text }) => maskText(text).text)
    .filter((masked) => maskText(masked).text !== masked)
  expect(restless).toEqual([])
})

const SURE = 0.3
const marked = (before: string, secret = '', after = ''): MarkedLine => ({
  ...{ text: `${before}${secret}${after}`, manner: secret === '' ? 'ordinary' : 'spoken' },
  secrets: secret === '' ? [] : [{ start: before.length, end: before.length + secret.length, tag: 'number' }],
})
const few = ['幺三九二二', '五五幺八四', '七七零零二', '六幺二九九'].flatMap((number) => [
  marked('回我号码', number, '下午在'),
  marked('运单号', '', `${number}没到`),
])

test('the same lines teach the same, sign by sign, and the words in front tell a number of somebody from one of nobody', () => {
  const [once, again] = [writtenTagger(trainTagger(few), '1'), writtenTagger(trainTagger(few), '1')]
  expect(again).toEqual(once)
  const model = taggerOf(once)
  expect(taggedIn('回我号码三三四四五下午在', model, SURE)).toMatchObject([{ start: 4, end: 9, tag: 'number' }])
  expect(taggedIn('运单号三三四四五没到', model, SURE)).toEqual([])
})

test('what is looked at only as far as it can be sure is found as if all of it were', () => {
  const model = taggerOf(learned)
  for (const { text } of held)
    expect(taggedIn(text, model, 0.9)).toEqual(taggedIn(text, model, SURE).filter(({ surety }) => surety >= 0.9))
})

test('a text that no hand wrote is left to the rules', () => {
  expect(taggedIn('回我号码幺三九二二下午在。'.repeat(2_000), taggerOf(learned), SURE)).toEqual([])
})
