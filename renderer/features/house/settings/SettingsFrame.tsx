import {
  Armchair,
  CalendarDays,
  Database,
  EyeOff,
  FolderOutput,
  HandHeart,
  HeartPulse,
  Hourglass,
  Keyboard,
  type LucideIcon,
  Network,
  Tags,
  UserRound,
  UsersRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import styles from './SettingsFrame.module.css'
import { SECTIONS, type Section } from './sections.ts'

const ICONS: Readonly<Record<Section, LucideIcon>> = {
  me: UserRound,
  people: UsersRound,
  room: Armchair,
  types: Tags,
  life: HeartPulse,
  silver: HandHeart,
  calendar: CalendarDays,
  masking: EyeOff,
  retention: Hourglass,
  export: FolderOutput,
  team: Network,
  keys: Keyboard,
  data: Database,
}

/** The list of sections on the left, the one chosen on the right. Each has an address of its own. */
export function SettingsFrame({ section, children }: { section: Section; children: ReactNode }) {
  const { t } = useTranslation('settings')
  return (
    <div className="fill">
      <PageHeader title={t('page.title')} sub={t('page.sub')} />
      <div className={styles.columns}>
        <nav aria-label={t('page.sections')}>
          <ul className={styles.sections}>
            {SECTIONS.map((name) => {
              const Icon = ICONS[name]
              return (
                <li key={name}>
                  <Link
                    className={styles.link}
                    to={`/settings?section=${name}`}
                    aria-current={name === section ? 'page' : undefined}
                  >
                    <Icon aria-hidden="true" />
                    {t(`section.${name}`)}
                  </Link>
                </li>
              )
            })}
          </ul>
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </div>
  )
}
