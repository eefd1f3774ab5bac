import { isLearned, type Lag, lagIfOn } from '../../../../shared/domain/listening/reaction-lag.ts'
import { client } from '../../../lib/client.ts'
import { secondsText } from '../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery, takeSettings } from '../../../lib/settings.ts'
import { ask, needed } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'

const t = textsOf('listen')

/** The next mark goes by it at once, not only when main has kept it. */
async function keep(change: Partial<Lag>): Promise<boolean> {
  const answer = await ask(client.settings.save(change))
  if (answer?.ok === true) takeSettings(answer.value)
  return answer?.ok === true
}

/** Takes the lag off the marks to come, or no more. What was learned stays, unless it is forgotten from the notice. */
export async function switchLag(): Promise<void> {
  const before = await needed(queryClient.ensureQueryData(settingsQuery))
  if (before === null || !(await keep({ isLagOff: !before.isLagOff }))) return
  const seconds = () => secondsText(lagIfOn(before), currentLanguage())
  if (before.isLagOff) return void notify({ tone: 'info', title: () => t('lag.isOn', { seconds: seconds() }) })
  notify({
    tone: 'info',
    title: () => t('lag.isOff'),
    ...(isLearned(before) && { action: { label: () => t('lag.forget'), run: () => void forgetLag(before) } }),
  })
}

async function forgetLag(before: Lag, turn: Turn = 'first'): Promise<void> {
  if (!(await keep({ reactionLagMs: 0 }))) return
  const { reactionLagMs, lagSamples } = before
  tellTurn(
    'lag',
    turn,
    () => t('lag.forgotten'),
    async (next) => {
      if (await keep({ reactionLagMs, lagSamples }))
        tellTurn(
          'lag',
          next,
          () => t('lag.remembered'),
          (again) => forgetLag(before, again),
        )
    },
  )
}
