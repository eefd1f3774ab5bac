import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { notify, notifyFailure } from '../../../ui/notices.ts'
import { attachFile, attachFirst, type Fate } from './conversations.actions.ts'
import styles from './DropArea.module.css'
import { play } from './playback.ts'

export interface DropAreaProps {
  /** The call a file is laid beside; null while there is none. */
  call: Call | null
  className?: string | undefined
  /** A click on nothing: the focus should not stay lost. */
  onIdleClick: () => void
  /** Gets the way to lay a file beside the call, of several the first that can be read, for those who choose with the keyboard. */
  children: (attach: (files: readonly File[]) => void) => ReactNode
}

const CONTROLS = 'a, button, input, textarea, select, label, [tabindex], [role=dialog]'

/** The whole live screen takes a dropped conversation file: nobody aims while a customer speaks. */
export function DropArea({ call, className, onIdleClick, children }: DropAreaProps) {
  const { t } = useTranslation('listen')
  const [isOver, setIsOver] = useState(false)

  const attach = async (file: File) => {
    if (call === null) return notify({ tone: 'info', title: () => textsOf('listen')('conversation.needsCall') })
    const answer = await attachFile(call.id, file)
    if (answer === null) return
    // Also when another file was there before: this one begins at its first line.
    if (answer.ok) return play(call.id, performance.now())
    const { code } = answer
    if (code === 'call_not_found') return notifyFailure(() => failureOf(answer))
    const words = textsOf('listen')
    notifyFailure(() => ({
      title: words(`conversation.failure.${code}.title`),
      hint: words(`conversation.failure.${code}.hint`),
    }))
  }
  const attachSeveral = async (files: readonly File[]) => {
    if (call === null) return notify({ tone: 'info', title: () => textsOf('listen')('conversation.needsCall') })
    const fates = await attachFirst(call.id, files)
    const taken = fates.filter((fate) => fate.as === 'taken').length
    if (taken > 0) play(call.id, performance.now())
    const words = textsOf('listen')
    const said = (fate: Fate) =>
      fate.as === 'doubled'
        ? words('conversation.fate.doubled', { name: fate.name })
        : words(`conversation.fate.${fate.as}`)
    notify({
      tone: taken === 0 ? 'failure' : 'info',
      title: () => words('conversation.several', { files: files.length, taken }),
      hint: () =>
        fates.map((fate, index) => `${files[index]?.name}${words('conversation.says')}${said(fate)}`).join('\n'),
    })
  }
  const take = ([file, ...others]: readonly File[]) => {
    if (file !== undefined) void (others.length === 0 ? attach(file) : attachSeveral([file, ...others]))
  }
  const dragged = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a keyboard way too, the file button
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click only gives the focus back to the note box
    <div
      className={className}
      data-testid="drop-area"
      onClick={(event) => {
        const isOnControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null
        if (!isOnControl && window.getSelection()?.isCollapsed !== false) onIdleClick()
      }}
      onDragEnter={dragged}
      onDragOver={dragged}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false)
      }}
      onDrop={dropped}
    >
      {children(take)}
      {isOver ? <div className={styles.over}>{t('conversation.dropNow')}</div> : null}
    </div>
  )
}
