import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import { hasNothingAhead } from '../../../../shared/domain/house/ahead.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useLasts } from '../../../lib/use-lasts.ts'
import { useOnceKnown } from '../../../lib/use-once-known.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { EarlierLists } from '../../../ui/EarlierLists.tsx'
import { FileOutcome } from '../../../ui/FileDrop.tsx'
import { ListIntake, type ListRead, nothingRead } from '../../../ui/ListIntake.tsx'
import { StillMissing } from '../../../ui/StillMissing.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { listDryRun } from '../settings/settings.queries.ts'
import { LeaversPart } from './LeaversPart.tsx'
import { ListPreview } from './ListPreview.tsx'
import { keepList, listRefusalWords, turnPeopleImport } from './people.actions.ts'
import { peopleImports } from './people.queries.ts'

/** Paste a table or read a CSV file or a workbook: first what it would do, then keep it. */
export function PeopleIntake({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <Dialog isOpen onClose={onClose} title={t('list.title')} width={860}>
      <Inside onClose={onClose} />
    </Dialog>
  )
}

interface PeopleRead extends ListRead {
  /** Who is ticked as gone; null: as it looks at first. */
  leaving: Id[] | null
  reason: string
}

const nobodyChosen: PeopleRead = { ...nothingRead, leaving: null, reason: '' }

function Inside({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const left = useLeftForm('people list', nobodyChosen, () => textsOf('settings')('list.title'))
  const { source, leaving, reason } = left.fields
  const [isKeeping, setIsKeeping] = useState(false)
  const list = typeof source === 'string' ? null : source
  const imports = useQuery(peopleImports).data ?? []
  const dryRun = useQuery(listDryRun(list?.base64 ?? null))
  const answer = dryRun.data
  const plan = list !== null && answer?.ok === true ? answer.value : null

  const chosen = useMemo(
    () => new Set(leaving ?? plan?.leavers.flatMap((one) => (one.isLikelyGone ? [one.person.id] : [])) ?? []),
    [leaving, plan],
  )
  const leavers = plan?.leavers.filter(({ person }) => chosen.has(person.id)) ?? []
  // Kept with each thing that is cancelled: without any there is nothing to give a reason for.
  const asksReason = leavers.some(({ ahead }) => !hasNothingAhead(ahead))
  const canKeep = plan !== null && plan.good.length > 0 && (!asksReason || !isBlank(reason))

  const lasts = useLasts(isKeeping)
  const [isAsked, setIsAsked] = useState(false)
  const missing = () => {
    if (source === null) return t('list.missing.nothing')
    if (answer === undefined && list !== null) return null
    if (plan === null) return t('list.missing.unread')
    if (plan.good.length === 0) return t('list.missing.noRow')
    return canKeep ? null : t('list.missing.reason')
  }

  const reasonField = useRef<HTMLInputElement>(null)
  const keep = async (wasInSight: boolean) => {
    setIsAsked(true)
    if (asksReason && isBlank(reason)) reasonField.current?.focus()
    if (list === null || !canKeep || isKeeping) return
    // Nobody goes off the list unseen: who would is in sight now, for the next press.
    if (!wasInSight && leavers.length > 0) return
    setIsKeeping(true)
    const isKept = await left.send(
      keepList(list.base64, leavers, asksReason ? reason.trim() : t('leavers.reasonGiven')),
    )
    setIsKeeping(false)
    if (isKept) onClose()
    // Whoever leaves may have other things before them by now.
    else void dryRun.refetch()
  }
  const press = useOnceKnown(list?.base64 ?? null, answer !== undefined, (wasInSight) => void keep(wasInSight))
  useKeys('dialog', { 'dialog.confirm': press })
  const keepChord = useChord('dialog.confirm')
  return (
    <ListIntake
      hint={t('list.hint')}
      paste={t('list.paste')}
      placeholder={t('list.placeholder')}
      rows={5}
      read={left.fields}
      onRead={(read) => {
        setIsAsked(false)
        left.change({ ...nobodyChosen, ...read })
      }}
      readAs={plan === null ? null : t(`list.encoding.${plan.encoding}`)}
    >
      <FileOutcome
        source={source}
        tooLarge={t('list.refused.file_too_large')}
        isRead={answer !== undefined}
        refused={list !== null && answer?.ok === false ? listRefusalWords(answer) : null}
      >
        {plan === null ? null : (
          <>
            <ListPreview {...plan} />
            {plan.leaverCount === 0 || plan.good.length === 0 ? null : (
              <LeaversPart
                plan={plan}
                chosen={chosen}
                reason={asksReason ? reason : null}
                onChange={left.change}
                reasonField={reasonField}
              />
            )}
          </>
        )}
      </FileOutcome>
      {source === null ? (
        <EarlierLists lists={imports} of="people" onTurn={(one) => turnPeopleImport(one.id, one.state)} />
      ) : null}
      <DialogFoot>
        <p role="status">{lasts ? t('list.keeping', { count: plan?.good.length ?? 0 }) : null}</p>
        <StillMissing why={missing()} isAsked={isAsked} />
        <Button tone="primary" chord={keepChord} busy={isKeeping} disabled={!canKeep} onClick={press}>
          {t(leavers.length === 0 ? 'list.keep' : 'list.keepAndLeave', {
            ...{ count: plan?.good.length ?? 0, leavers: leavers.length },
          })}
        </Button>
      </DialogFoot>
    </ListIntake>
  )
}
