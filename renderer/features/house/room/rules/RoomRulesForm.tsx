import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomRules } from '../../../../../shared/contract/house/room-rules.ts'
import type { HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import type { PlainDate } from '../../../../../shared/contract/values.ts'
import { rulesOn } from '../../../../../shared/domain/seats/room-rules.ts'
import { dateIn, fullDayName } from '../../../../lib/formats.ts'
import { useMay } from '../../../../lib/may.ts'
import { useNow } from '../../../../lib/now.ts'
import { usePlace } from '../../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../../lib/use-keys.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../../ui/ChangedMeanwhile.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { giveFocusBack } from '../../../../ui/focus.ts'
import { ChangedRules, SpokenRules } from './ChangedRules.tsx'
import { type Hits, HitsDialog } from './HitsDialog.tsx'
import { RulesFields } from './RulesFields.tsx'
import styles from './RulesForm.module.css'
import { type RulesRefusal, saveRules } from './rules.actions.ts'
import { setRulesDraft, useRulesDraft } from './rules-draft.ts'
import { formOfRules, type RulesForm, rulesOfForm } from './rules-form.ts'
import { faultWords, unfitWords } from './rules-words.ts'
import { VersionList } from './VersionList.tsx'

interface RulesHits extends Hits {
  /** The version that was to be taken away; null: rules were to be saved. */
  removed: PlainDate | null
}

/** Sentences first; what is changed beneath them waits as a draft until it is saved from a day on. */
export function RoomRulesForm({ room }: { room: HouseRoom }) {
  const { t } = useTranslation('rooms')
  const place = usePlace()
  const may = useMay('rooms.saveRules')
  const today = dateIn(useNow(), room.timeZone)
  const current = room.rules.findLast(({ validFrom }) => validFrom <= today) ?? room.rules[0]
  const [looked, setLooked] = useState<PlainDate | null>(null)
  const [refused, setRefused] = useState<{ words: string; field: string | null } | null>(null)
  const [hits, setHits] = useState<RulesHits | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const kept = useRulesDraft((state) => state.draft)
  const draft = kept?.roomId === room.id ? kept : null
  const whole = useRef<HTMLFormElement>(null)
  const hasDraft = draft !== null
  // What it was saved or dropped with is gone: the keys go on at the page, not before its beginning.
  useEffect(() => {
    const { current: all } = whole
    if (hasDraft && all !== null) return () => giveFocusBack(all, null)
  }, [hasDraft])
  // What cannot be read is led to, as it may be far from where the form was sent.
  useEffect(() => {
    if (refused?.field != null) whole.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  useKeys('dialog', { 'dialog.confirm': () => whole.current?.requestSubmit() }, hasDraft)
  const chord = useChord('dialog.confirm')
  const shown = room.rules.find(({ validFrom }) => validFrom === looked) ?? current
  if (shown === undefined) return null
  const from = draft?.from ?? (shown.validFrom > today ? shown.validFrom : today)
  const over = draft?.over ?? (shown === current ? from : shown.validFrom)
  const form: RulesForm = { ...formOfRules(rulesOn(room.rules, over)), ...draft?.typed }
  const read = rulesOfForm(form)
  /** Refused, and what the others made of it is not here yet: sent now, it would overwrite what nobody saw. */
  const isCatchingUp = draft?.stale != null && room.version < draft.stale.version

  const keep = (part: { typed?: Partial<RulesForm>; from?: PlainDate }) => {
    setRefused(null)
    const begun = { ...{ roomId: room.id, seen: room.version, from, over, stale: null }, ...draft }
    setRulesDraft({ ...begun, ...part, typed: { ...draft?.typed, ...part.typed } })
  }
  const leave = () => {
    setRefused(null)
    setRulesDraft(null)
  }
  const send = async (
    rules: RoomRules | null,
    validFrom: PlainDate,
    told: { toldHits: string | null; cancel: Parameters<typeof saveRules>[0]['cancel'] },
  ) => {
    setIsBusy(true)
    const outcome = await saveRules({
      ...{ roomId: room.id, seenVersion: draft?.seen ?? room.version, validFrom, rules },
      ...told,
    }).finally(() => setIsBusy(false))
    if (outcome === 'saved' && rules !== null) setLooked(validFrom)
    // What was chosen and written for the hits stands, to be sent again; where somebody else changed the rules, those are looked at first, and it is kept.
    if (outcome === 'told') {
      if (useRulesDraft.getState().draft?.stale !== draft?.stale) setHits(null)
      return false
    }
    if (outcome === 'saved') setHits(null)
    else refuse(outcome, rules === null ? validFrom : null)
    return outcome === 'saved'
  }
  const refuse = (refusal: RulesRefusal, removed: PlainDate | null) => {
    if (refusal.code === 'hits_bookings') return setHits({ ...refusal.detail, removed })
    setHits(null)
    setRefused({ words: wordsOf(refusal), field: null })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || isCatchingUp) return
    if (!read.ok) return setRefused({ words: faultWords(t, read.fault, place), field: read.fault.field })
    void send(read.rules, from, { toldHits: null, cancel: null })
  }

  return (
    <form ref={whole} className={styles.form} data-draft={draft !== null || undefined} onSubmit={save}>
      <VersionList
        versions={room.rules}
        today={today}
        shown={shown.validFrom}
        onShow={setLooked}
        onRemove={may ? (validFrom) => void send(null, validFrom, { toldHits: null, cancel: null }) : null}
      />
      <SpokenRules rules={shown.rules} />
      <fieldset className="bare" disabled={!may}>
        <RulesFields form={form} onChange={(typed) => keep({ typed })} faultAt={refused?.field ?? null} />
      </fieldset>
      {draft === null ? null : (
        <div className={styles.foot}>
          {read.ok ? <ChangedRules before={rulesOn(room.rules, from)} after={read.rules} /> : null}
          <ChangedMeanwhile stale={draft.stale} isLooking={false} />
          {refused === null ? null : (
            <p className={styles.refused} role="alert">
              {refused.words}
            </p>
          )}
          <div className={styles.acts}>
            <span className={styles.from}>{t('save.from')}</span>
            <DateField label={t('save.from')} value={from} onChange={(date) => keep({ from: date ?? today })} />
            <Button onClick={leave}>{t('save.leave')}</Button>
            <Button type="submit" tone="primary" chord={chord} busy={isBusy || isCatchingUp}>
              <SaveWords stale={draft.stale} isLooking={false}>
                {t('save.now')}
              </SaveWords>
            </Button>
          </div>
        </div>
      )}
      {draft === null && refused !== null ? (
        <p className={styles.refused} role="alert">
          {refused.words}
        </p>
      ) : null}
      {hits === null ? null : (
        <HitsDialog
          {...hits}
          about="rules"
          roomId={room.id}
          isBusy={isBusy}
          onClose={() => setHits(null)}
          onSave={async (cancel) => {
            const told = { toldHits: hits.mark, cancel }
            if (hits.removed !== null) return send(null, hits.removed, told)
            return read.ok && send(read.rules, from, told)
          }}
        />
      )}
    </form>
  )

  function wordsOf(refusal: Exclude<RulesRefusal, { code: 'hits_bookings' }>): string {
    switch (refusal.code) {
      case 'unfit_rules':
        return unfitWords(t, refusal.detail, place)
      case 'from_the_past':
        return t('fault.fromThePast', { today: fullDayName(refusal.detail.today, place.language) })
      case 'not_found':
        return t('fault.gone')
    }
  }
}
