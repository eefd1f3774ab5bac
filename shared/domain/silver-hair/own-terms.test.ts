import { expect, test } from 'vitest'
import { cloudCard } from '../../../test/builders/kept-terms.ts'
import { countJargon, jargonIn } from './jargon.ts'
import { openLensWords } from './open-words.ts'
import { dictionaryOf, faultsOfTerms } from './own-terms.ts'

const { terms: shipped } = await openLensWords()

test('own terms are counted beside those that ship, in every way they are said', () => {
  const dictionary = dictionaryOf(shipped, [cloudCard])
  const lines = ['云享卡和价保一起', 'your cloud cards'].map((text) => ({ text, speaker: 'agent' as const }))
  expect(countJargon(lines, dictionary)).toEqual([
    { termId: cloudCard.id, count: 2 },
    { termId: 'price_protection', count: 1 },
  ])
  expect(dictionary.terms.get(cloudCard.id)).toMatchObject({ plainZh: cloudCard.plain, plainEn: cloudCard.plain })
})

test('where a house says a shipped word in its own way, its own holds; a longer one goes first all the same', () => {
  const own = { ...cloudCard, words: ['价保'], plain: '买贵了补给您' }
  const dictionary = dictionaryOf(shipped, [own])
  expect(jargonIn('价保', dictionary).map(({ termId }) => termId)).toEqual([own.id])
  const longer = dictionaryOf(shipped, [{ ...own, words: ['运费'] }])
  expect(jargonIn('退货运费险', longer).map(({ termId }) => termId)).toEqual(['freight_insurance'])
})

test.each([
  [{ words: [] }, 'no_word', null],
  [{ words: ['云享卡', '云'] }, 'too_short', '云'],
  [{ words: ['云享卡', '88'] }, 'too_short', '88'],
  [{ words: ['云享卡', ' 云享卡'] }, 'twice', ' 云享卡'],
  [{ plain: ' ' }, 'no_plain', null],
  [{ plain: '云享卡那个' }, 'plain_repeats', '云享卡那个'],
  [{ examples: [] }, 'no_example', null],
  [{ examples: ['您办的是云享卡', '您办的卡'] }, 'not_in_example', '您办的卡'],
])('%j is %s', (change, fault, said) => {
  expect(faultsOfTerms([{ ...cloudCard, ...change }])).toEqual([{ fault, said }])
})

test('the same word in two terms is told at the second, in any case of letters', () => {
  expect(faultsOfTerms([cloudCard, { ...cloudCard, words: ['CLOUD CARD'] }])).toEqual([
    null,
    { fault: 'twice', said: 'CLOUD CARD' },
  ])
})
