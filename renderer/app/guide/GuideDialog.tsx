import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../shared/contract/limits.ts'
import { usePlace } from '../../lib/place-store.ts'
import { isTextField } from '../../lib/text-field.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { openDrill } from '../drill/drill-store.ts'
import { GuideArticle, type GuideArticleProps } from './GuideArticle.tsx'
import styles from './GuideDialog.module.css'
import { GUIDE_PAGES, type GuidePage } from './guide-pages.ts'
import { GUIDES } from './guide-sources.ts'
import { countIn } from './guide-text.ts'

export interface GuideDialogProps {
  /** Of the screen that it was opened on. */
  first: GuidePage
  onClose: () => void
}

/** The guide over the page: the page beneath, and what is typed there, stays as it is. */
export function GuideDialog({ first, onClose }: GuideDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Dialog isOpen isOnTop onClose={onClose} title={t('guide.title')} width={920}>
      <Inside first={first} onClose={onClose} />
    </Dialog>
  )
}

function Inside({ first, onClose }: GuideDialogProps) {
  const { t } = useTranslation('common')
  const { language } = usePlace()
  const [page, setPage] = useState(first)
  const [wanted, setWanted] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const guide = GUIDES[language]
  const learnKeys = () => {
    onClose()
    openDrill()
  }
  useKeys('global', { search: () => field.current?.focus(), 'help.drill': learnKeys })
  return (
    <div className={styles.guide}>
      <nav className={styles.pages} aria-label={t('guide.pages')}>
        <TextField
          ref={field}
          aria-label={t('guide.find')}
          placeholder={t('guide.find')}
          longest={LONGEST.search}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <ul>
          {GUIDE_PAGES.map((each) => {
            const hits = countIn(guide[each], wanted)
            return (
              <li key={each}>
                <button
                  type="button"
                  className={styles.page}
                  aria-current={each === page ? 'page' : undefined}
                  data-empty={(wanted.trim() !== '' && hits === 0) || undefined}
                  onClick={() => setPage(each)}
                >
                  {t(`guide.page.${each}`)}
                  {hits === 0 ? null : <span className={styles.hits}>{hits}</span>}
                </button>
              </li>
            )
          })}
        </ul>
        <Button size="small" chord={useChord('help.drill')} onClick={learnKeys}>
          {t('guide.drill')}
        </Button>
      </nav>
      <Reading key={page} page={page} blocks={guide[page]} wanted={wanted} onPage={setPage} />
    </div>
  )
}

/** One page: begins at its top, and arrows scroll it at once, unless somebody is typing what they look for. */
function Reading({ page, ...article }: GuideArticleProps & { page: GuidePage }) {
  const { t } = useTranslation('common')
  const reading = useRef<HTMLElement>(null)
  const { wanted } = article
  useEffect(() => {
    if (!isTextField(document.activeElement)) reading.current?.focus()
  }, [])
  useEffect(() => {
    if (wanted !== '') reading.current?.querySelector('mark')?.scrollIntoView?.({ block: 'center' })
  }, [wanted])
  return (
    <section
      ref={reading}
      className={styles.article}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page scrolls, and arrows must be able to scroll it
      tabIndex={0}
      data-autofocus
      aria-label={t(`guide.page.${page}`)}
    >
      <GuideArticle {...article} />
    </section>
  )
}
