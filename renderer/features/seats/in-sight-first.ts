/** So long a window in sight has to hear of it, ask and say it. */
const FOR_THOSE_IN_SIGHT_MS = 1_000

/** What only one window says is said where somebody sees it: one that is behind others, or a tab that is not looked at, lets those in sight go first. */
export const inSightFirst = (): Promise<void> =>
  document.hidden ? new Promise((resolve) => setTimeout(resolve, FOR_THOSE_IN_SIGHT_MS)) : Promise.resolve()
