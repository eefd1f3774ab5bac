import type { LifeWord, LifeWords } from '../../../shared/contract/life-channel/life-words.ts'
import { type Query, row, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

const READ = 'SELECT words_json AS words, version FROM life_words'
const BEGIN = `INSERT INTO life_words (only_row, words_json, version) VALUES (1, '[]', 0) ON CONFLICT DO NOTHING`
const UPDATE = 'UPDATE life_words SET words_json = ?, version = version + 1 WHERE version = ?'
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM life_words FOR NO KEY UPDATE' }

/** Their name among the versions. */
export const LIFE_WORDS = 'life words'

/** None at first. */
export function* readLifeWords(): Query<LifeWords> {
  const found = yield* row<{ words: string; version: number }>(READ)
  return found === null
    ? { words: [], version: 0 }
    : { words: JSON.parse(found.words) as LifeWord[], version: found.version }
}

/** Nobody else changes them before the transaction that asked is over. */
export function* lifeWordsToChange(): Query<LifeWords> {
  yield* write(BEGIN)
  yield* row(HOLD)
  return yield* readLifeWords()
}

/** Inside a transaction. Throws `StaleChange`. */
export function* saveLifeWords(before: LifeWords, words: readonly LifeWord[], by: By): Query<void> {
  const update = write(UPDATE, [JSON.stringify(words), before.version])
  const told = (lifeWords: readonly LifeWord[]) => ({ lifeWords })
  yield* guarded(LIFE_WORDS, [{ ...told(before.words), version: before.version }, told(words)], by, update)
}
