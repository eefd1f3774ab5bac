/** Whether somebody has the minutes for all of it: `npm run corpora`. */
export const isWhole = process.env.EARSHOT_CORPORA === 'whole'

/**
 * Every so many of what was written down by the thousand, the same ones in each run, so that a change is seen within seconds; all of it for whoever asks
 * for the whole. `from`: where it begins, for tests that share what is there among them.
 */
export const someOf = <T>(all: readonly T[], every: number, from = 0): readonly T[] =>
  isWhole ? all : all.filter((_one, index) => index % every === from % every)
