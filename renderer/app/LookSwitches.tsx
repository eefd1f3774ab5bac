import { Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useColorScheme } from '../lib/appearance.ts'
import type { Language } from '../lib/i18n.ts'
import { useChord } from '../lib/use-keys.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { switchLanguage, switchTheme } from './look.actions.ts'

/** Language and theme on the pages that have no rail: first run and recovery. */
export function LookSwitches() {
  const { t, i18n } = useTranslation('common')
  const isDark = useColorScheme() === 'dark'
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <>
      <SegmentedControl<Language>
        label={t('look.language')}
        value={language}
        onChange={(wanted) => {
          if (wanted !== language) void switchLanguage()
        }}
        options={[
          { value: 'zh', label: t('look.chinese') },
          { value: 'en', label: t('look.english') },
        ]}
      />
      <IconButton
        icon={isDark ? <Sun /> : <Moon />}
        label={isDark ? t('look.toLight') : t('look.toDark')}
        chord={useChord('look.theme')}
        onClick={() => void switchTheme()}
      />
    </>
  )
}
