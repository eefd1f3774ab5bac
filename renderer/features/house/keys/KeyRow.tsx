import { RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forbiddenReason } from '../../../../shared/domain/house/key-chords.ts'
import { chordOf } from '../../../lib/chords.ts'
import { isComposing } from '../../../lib/composition.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { type ActionId, actionOf } from '../../../lib/key-map.ts'
import { chordsOf, clashesWith, type Remaps } from '../../../lib/keys.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { SavedMark } from '../settings/SavedMark.tsx'
import { saveSettings } from '../settings/settings.actions.ts'
import { useSaving } from '../settings/use-saving.ts'
import styles from './KeyRow.module.css'
import {
  afterPress,
  inTheWayOfReset,
  isRemapped,
  type Recording,
  SECOND_PRESS_MS,
  withChord,
  withoutChord,
} from './key-recording.ts'

const actionName = (id: ActionId): string => textsOf('keys')(`action.${id}`)

/** One action with its keys. «修改» listens to the next press; what cannot be bound is explained beneath. */
export function KeyRow({ id, remaps }: { id: ActionId; remaps: Remaps }) {
  const { t } = useTranslation('settings')
  const { t: keys } = useTranslation('keys')
  const { state, save } = useSaving()
  const [isRecording, setIsRecording] = useState(false)
  const action = keys(`action.${id}`)
  const isFixed = actionOf(id).isFixed === true

  const take = (chord: string) => {
    setIsRecording(false)
    void save(async () => {
      const reason = forbiddenReason(chord)
      if (reason !== null) return () => ({ title: textsOf('keys')(`forbidden.${reason}`) })
      const [other] = clashesWith(id, chord, remaps)
      if (other !== undefined) return () => ({ title: textsOf('keys')('clash', { action: actionName(other) }) })
      return saveSettings({ keys: withChord(remaps, id, chord) })
    })
  }
  const reset = () =>
    void save(async () => {
      const [other] = inTheWayOfReset(id, remaps)
      if (other !== undefined)
        return () => ({ title: textsOf('settings')('keys.resetClash', { action: actionName(other) }) })
      return saveSettings({ keys: withoutChord(remaps, id) })
    })
  return (
    <li className={styles.row}>
      <span className={styles.action}>
        {action}
        <SavedMark state={state} />
      </span>
      {isRecording ? (
        <Recorder action={action} onTaken={take} onLeft={() => setIsRecording(false)} />
      ) : (
        <>
          <span className={styles.chords}>
            {chordsOf(id, remaps).map((chord, index) => (
              <span key={chord} className={styles.chord}>
                {index === 0 ? null : <span className={styles.or}>{keys('sheet.or')}</span>}
                <KeyCap chord={chord} />
              </span>
            ))}
            {isRemapped(id, remaps) ? <Badge tone="accent">{t('keys.own')}</Badge> : null}
          </span>
          <span className={styles.acts}>
            {isRemapped(id, remaps) ? (
              <IconButton size="small" icon={<RotateCcw />} label={t('keys.resetOf', { action })} onClick={reset} />
            ) : null}
            {isFixed ? (
              <span className={styles.fixed}>{t('keys.fixed')}</span>
            ) : (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('keys.changeOf', { action })}
                onClick={() => setIsRecording(true)}
              >
                {t('keys.change')}
              </Button>
            )}
          </span>
        </>
      )}
    </li>
  )
}

interface RecorderProps {
  action: string
  onTaken: (chord: string) => void
  onLeft: () => void
}

/** Holds the focus and hears every key before anybody else; an input method's keys are its own. */
function Recorder({ action, onTaken, onLeft }: RecorderProps) {
  const { t } = useTranslation('settings')
  const [recording, setRecording] = useState<Recording | null>(null)
  const box = useRef<HTMLButtonElement>(null)
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    if (recording === null) return
    if (recording.isComplete) return onTaken(recording.chord)
    const timer = setTimeout(() => onTaken(recording.chord), SECOND_PRESS_MS)
    return () => clearTimeout(timer)
  })
  const hear = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const press = chordOf(event.nativeEvent)
    if (press === null || event.repeat) return
    if (press === 'Escape') onLeft()
    else setRecording(afterPress(recording, press))
  }
  return (
    <button
      ref={box}
      type="button"
      className={styles.recorder}
      aria-label={t('keys.changeOf', { action })}
      onKeyDown={hear}
      onBlur={onLeft}
    >
      {recording === null ? (
        <>
          {t('keys.press')} <span className={styles.quiet}>{t('keys.pressHint')}</span>
        </>
      ) : (
        <>
          <KeyCap chord={recording.chord} /> <span className={styles.quiet}>{t('keys.pressMore')}</span>
        </>
      )}
    </button>
  )
}
