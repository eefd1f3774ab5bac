import { useKeys } from '../lib/use-keys.tsx'
import { stepTextSize, switchLanguage, switchTheme } from './look.actions.ts'

/** How things look changes by a key on every page, the recovery screen too. */
export function useLookKeys(): void {
  useKeys('global', {
    'look.theme': () => void switchTheme(),
    'look.language': () => void switchLanguage(),
    'look.larger': () => void stepTextSize('larger'),
    'look.smaller': () => void stepTextSize('smaller'),
    'look.usual': () => void stepTextSize('usual'),
  })
}
