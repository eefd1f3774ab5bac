import { Check, CircleAlert, Info, X } from 'lucide-react'
import { type CSSProperties, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyRegistry } from '../lib/key-registry.ts'
import { useChord, useKeys } from '../lib/use-keys.tsx'
import { Button } from './Button.tsx'
import { useFootHeight } from './foot-height.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Notices.module.css'
import { inSight, keysMean, type Notice, putAway, redoNewest, stands, take, undoLast, useNotices } from './notices.ts'
import { unremembered } from './unremembered.ts'
import { useHeightOnRoot, useKeptHeight } from './use-height-on-root.ts'
import { Whole } from './Whole.tsx'

const icons = { success: <Check />, failure: <CircleAlert />, info: <Info /> }

/** The stack of notices. Mounted once by the App, always there, so that screen readers follow it. */
export function Notices() {
  const { t } = useTranslation('common')
  const notices = useNotices((state) => state.notices)
  useKeys('global', { undo: () => undoLast(), redo: () => redoNewest() })
  const next = keysMean(notices)
  const seen = inSight(notices)
  const passing = useRef<HTMLDivElement>(null)
  const standing = useRef<HTMLDivElement>(null)
  useHeightOnRoot('--passing-height', passing)
  useHeightOnRoot('--standing-height', standing)
  const footPx = useFootHeight(({ px }) => px)
  // In a dialog the key is the dialog's own: what it would not do is not printed.
  const isDialogOpen = useKeyRegistry(({ openLayers }) => openLayers.length > 0)
  useKeptHeight(passing, standing, isDialogOpen)
  const card = (notice: Notice) => (
    <NoticeCard
      key={notice.id}
      notice={notice}
      isNext={!isDialogOpen && (notice === next.undo || notice === next.redo)}
    />
  )
  return (
    <section className={styles.stack} aria-label={t('notice.list')} aria-live="polite" aria-relevant="additions">
      <div
        className={styles.passing}
        ref={passing}
        // Beneath a dialog there is no foot to be seen, and the dialog ends just above them.
        style={footPx === 0 || isDialogOpen ? undefined : ({ '--foot-height': `${footPx}px` } as CSSProperties)}
      >
        {seen.filter((notice) => !stands(notice)).map(card)}
      </div>
      <div className={styles.standing} ref={standing}>
        {seen.filter(stands).map(card)}
      </div>
    </section>
  )
}

/** Beside so long a label a sentence would stand in a column of single signs: the acts go below it. */
const LONG = 16
const isLong = (label: string): boolean => label.replace(/[^\p{ASCII}]/gu, '  ').length > LONG

/** `isNext`: its undo or redo is what the key does now; the others are taken back by hand, or after this one. */
function NoticeCard({ notice, isNext }: { notice: Notice; isNext: boolean }) {
  const { t } = useTranslation('common')
  const chords = { undo: useChord('undo'), redo: useChord('redo') }
  const { action } = notice
  const way = notice.undo === undefined ? 'redo' : 'undo'
  const goBackOrForth = notice[way]
  const close = () => putAway(notice)
  return (
    <div
      className={styles.card}
      data-tone={notice.tone}
      data-wide={(action !== undefined && (goBackOrForth !== undefined || isLong(action.label()))) || undefined}
      role={notice.tone === 'failure' ? 'alert' : 'status'}
    >
      <span className={styles.icon} aria-hidden="true">
        {icons[notice.tone]}
      </span>
      <div className={styles.words}>
        <p className={styles.title}>
          <Whole words={notice.title()} />
        </p>
        {notice
          .hint?.()
          .split('\n')
          .map((line) => (
            <p key={line} className={styles.hint}>
              <Whole words={line} />
            </p>
          ))}
        {notice.reference === undefined ? null : (
          <p className={styles.hint}>{t('failure.reference', { reference: notice.reference })}</p>
        )}
        {notice.byHand === undefined ? null : (
          <input
            className={styles.byHand}
            readOnly
            value={notice.byHand}
            aria-label={t('copy.byHand')}
            onFocus={(event) => event.currentTarget.select()}
            {...unremembered}
          />
        )}
      </div>
      <div className={styles.acts}>
        {goBackOrForth === undefined ? null : (
          <Button
            size="small"
            {...(isNext ? { chord: chords[way] } : {})}
            onClick={() => {
              take(notice)
              goBackOrForth()
            }}
          >
            {t(`action.${way}`)}
          </Button>
        )}
        {action === undefined ? null : (
          <Button
            size="small"
            onClick={() => {
              take(notice)
              action.run()
            }}
          >
            {action.label()}
          </Button>
        )}
      </div>
      <IconButton size="small" icon={<X />} label={t('action.close')} onClick={close} />
    </div>
  )
}
