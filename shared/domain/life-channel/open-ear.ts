import { type Ear, makeEar } from './ear.ts'

let opened: Promise<Ear> | undefined

/** The ear with the words, rules and model that ship: read when first asked for, one for all who ask. */
export function openEar(): Promise<Ear> {
  opened ??= readEar()
  return opened
}

async function readEar(): Promise<Ear> {
  const [words, patterns] = await Promise.all([
    import('../../../resources/life-channel/words.json'),
    import('../../../resources/life-channel/patterns.json'),
  ])
  return makeEar({ words: words.default, patterns: patterns.default as Parameters<typeof makeEar>[0]['patterns'] })
}
