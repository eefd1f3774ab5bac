import { Languages, Moon, Search, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { openFindBox } from '../features/search/find-store.ts'
import { useColorScheme } from '../lib/appearance.ts'
import { useChord } from '../lib/use-keys.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { EarshotMark } from './EarshotMark.tsx'
import { switchLanguage, switchTheme } from './look.actions.ts'
import styles from './Rail.module.css'
import { RAIL_PAGES, type RailPage, railPageOf } from './rail-pages.ts'
import { WhoIAm } from './WhoIAm.tsx'

export function Rail() {
  const { t, i18n } = useTranslation('common')
  const { pathname } = useLocation()
  const isDark = useColorScheme() === 'dark'
  const current = railPageOf(pathname)
  return (
    <aside className={styles.rail} aria-label={t('app.name')}>
      <div className={styles.name}>
        <EarshotMark />
        <span>{t('app.name')}</span>
      </div>
      <div className={styles.find}>
        <IconButton icon={<Search />} label={t('nav.find')} chord={useChord('find')} onClick={openFindBox} />
      </div>
      <nav aria-label={t('nav.label')}>
        <ul className={styles.places}>
          {RAIL_PAGES.map((page) => (
            <li key={page.name}>
              <RailLink page={page} isCurrent={page === current} />
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.foot}>
        <div className={styles.switches}>
          <IconButton
            size="small"
            icon={isDark ? <Sun /> : <Moon />}
            label={isDark ? t('look.toLight') : t('look.toDark')}
            chord={useChord('look.theme')}
            onClick={() => void switchTheme()}
          />
          <IconButton
            size="small"
            icon={<Languages />}
            label={i18n.language === 'en' ? t('look.toChinese') : t('look.toEnglish')}
            chord={useChord('look.language')}
            onClick={() => void switchLanguage()}
          />
        </div>
        <WhoIAm />
      </div>
    </aside>
  )
}

function RailLink({ page, isCurrent }: { page: RailPage; isCurrent: boolean }) {
  const { t } = useTranslation('common')
  const Icon = page.icon
  const label = t(`nav.${page.name}`)
  return (
    <Tooltip label={label} chord={useChord(page.action)} side="right">
      <Link
        className={styles.link}
        to={page.path}
        data-within={'isWithin' in page || undefined}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Icon aria-hidden="true" />
        <span>{label}</span>
      </Link>
    </Tooltip>
  )
}
