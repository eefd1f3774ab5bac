import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fullDayName } from '../../lib/formats.ts'
import { usePlace } from '../../lib/place-store.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { MaskedWords } from '../../ui/MaskedWords.tsx'
import { pseudonym } from './agents.actions.ts'
import { thanksList } from './agents.queries.ts'
import styles from './WritePageDialog.module.css'

interface WritePageDialogProps {
  folder: string
  onWrite: () => void
  onClose: () => void
}

/** What goes out, and where to, before it does: a page that lies on a shared drive is read by others. */
export function WritePageDialog({ folder, onWrite, onClose }: WritePageDialogProps) {
  const { t } = useTranslation('agents')
  const { language } = usePlace()
  const { thanks, total } = useQuery(thanksList('waiting')).data ?? { thanks: [], total: 0 }
  return (
    <ConfirmDialog
      isOpen
      width={560}
      title={t('page.write')}
      confirmLabel={t('page.writeNow')}
      busy={thanks.length === 0}
      onConfirm={onWrite}
      onClose={onClose}
    >
      <p className={styles.where}>{t('page.goes', { count: total, folder })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
      <ul className={styles.list} tabIndex={0} aria-label={t('page.what')}>
        {thanks.map((one) => (
          <li key={one.id}>
            <span className={styles.about}>
              {one.place === null ? t('thanks.nobodyNamed') : pseudonym(one.place)} · {fullDayName(one.day, language)}
            </span>
            {one.voice === null ? null : (
              <span className={styles.voice}>
                <MaskedWords text={one.voice} />
              </span>
            )}
            <span>
              <MaskedWords text={one.praise} />
            </span>
          </li>
        ))}
      </ul>
      {total > thanks.length ? (
        <p className={styles.where}>{t('page.first', { shown: thanks.length, total })}</p>
      ) : null}
    </ConfirmDialog>
  )
}
