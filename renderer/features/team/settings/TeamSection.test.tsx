import { screen, within } from '@testing-library/react'
import { useLocation } from 'react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TeamStatus } from '../../../../shared/contract/team/team.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { HubNews } from '../away/HubNews.tsx'
import { useWaiting } from '../waiting/waiting-store.ts'
import { TeamSection } from './TeamSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  // Nothing outside is asked.
  offers({ ok: true, value: { issuerHost: null } })
})
afterEach(() => page.close())

const FINGERPRINT = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(':')

/** The console answers `join` in turn with these; gives what was asked. */
function answersToJoin(...answers: { code: string; detail?: unknown }[]) {
  const asked: unknown[] = []
  page.answer('team.join', async (input) => {
    const next = answers[asked.length]
    asked.push(input)
    if (next !== undefined) return { ok: false, code: next.code, detail: next.detail ?? {} }
    // What the console is from now on.
    page.answer('team.status', async () => ({ ok: true, value: aMember() }))
    return { ok: true, value: aMember() }
  })
  return asked
}

/** As in the frame of a window: it tells that the desk joined. */
const shows = () =>
  page.show(
    <>
      <HubNews />
      <Path />
      <TeamSection />
    </>,
  )
const Path = () => <p>{useLocation().pathname}</p>

const offers = (answer: object) => page.answer('team.loginInfo', async () => answer)

const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name }, patience)

async function fill() {
  await page.user.type(await field(/^中心的地址/), 'hub.example:8443')
  await page.user.type(await field(/^加入码/), 'abcd-efgh')
  const desk = await field(/^这台电脑叫什么/)
  await page.user.clear(desk)
  await page.user.type(desk, '东窗')
}
/** Some bear the key beside their words. */
const press = async (name: string) =>
  page.user.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }))

describe('a desk alone', () => {
  test('a name is proposed for it, and nothing is sent while something is missing', async () => {
    const asked = answersToJoin()
    shows()
    await vi.waitFor(async () => expect((await field(/^这台电脑叫什么/)).value).not.toBe(''), patience)
    await page.user.type(await field(/^中心的地址/), 'hub.example')
    await press('加入')
    expect(document.activeElement).toBe(await field(/^加入码/))
    screen.getByText('请填写这一项')
    expect(asked).toEqual([])
  })

  test.each([
    ['bad_address', {}, /^中心的地址/, /看不懂这个地址/],
    ['not_secure', {}, /^中心的地址/, /没有加密/],
    ['no_answer', { address: 'https://hub.example:8443' }, /^中心的地址/, /hub\.example:8443 没有回应/],
    ['not_a_hub', { address: 'https://hub.example:8443' }, /^中心的地址/, /不是听线台的中心/],
    ['code_unknown', {}, /^加入码/, /不认识这个加入码/],
    ['code_used', {}, /^加入码/, /用过了/],
    ['code_expired', {}, /^加入码/, /过了一小时/],
    ['too_many_tries', {}, /^加入码/, /过几分钟再试/],
  ])(
    '%s stands under the field to mend, which has the focus, and every word stays',
    async (code, detail, name, words) => {
      const asked = answersToJoin({ code, detail })
      shows()
      await fill()
      await press('加入')
      await screen.findByText(words)
      const wrong = await field(name)
      expect(wrong.getAttribute('aria-invalid')).toBe('true')
      expect(document.activeElement).toBe(wrong)
      expect((await field(/^这台电脑叫什么/)).value).toBe('东窗')
      await page.user.keyboard('{Control>}{Enter}{/Control}')
      await page.told('已加入「总部中心」')
      expect(asked[1]).toEqual({ address: 'hub.example:8443', code: 'abcd-efgh', deskName: '东窗' })
    },
  )

  test.each([
    ['other_version', {}, /版本差得太远/],
    ['already_member', { hubName: '上海中心' }, /已属于「上海中心」/],
    ['listening', {}, /正在听线/],
  ])('%s is said beside the button', async (code, detail, words) => {
    answersToJoin({ code, detail })
    shows()
    await fill()
    await press('加入')
    await screen.findByText(words)
  })

  test('somebody new is asked for their name in place, and joins with the same code', async () => {
    const asked = answersToJoin({ code: 'name_needed' })
    shows()
    await fill()
    await press('加入')
    const name = await field(/^你的姓名/)
    expect(document.activeElement).toBe(name)
    await page.user.type(name, '李强{Enter}')
    await page.told('已加入「总部中心」')
    expect(asked[1]).toMatchObject({ code: 'abcd-efgh', name: '李强' })
  })

  test('a certificate that nobody vouches for is compared in groups, and trusted only when accepted', async () => {
    const refusal = { code: 'certificate_unknown', detail: { fingerprint: FINGERPRINT, fault: { what: 'unknown' } } }
    const asked = answersToJoin(refusal, refusal)
    shows()
    await fill()
    await press('加入')
    const question = within(await screen.findByRole('alert', { name: '先核对中心的证书' }))
    const groups = question.getAllByRole('listitem').map((group) => group.textContent)
    expect(groups).toHaveLength(8)
    expect(groups.join(':')).toBe(FINGERPRINT)
    await press('不一样，不加入')
    await screen.findByText(/指纹对不上/)
    expect(asked).toHaveLength(1)
    await press('加入')
    await press('完全一样，接受')
    await page.told('已加入「总部中心」')
    expect(asked[2]).toMatchObject({ acceptFingerprint: FINGERPRINT })
  })
})

test('a certificate that is over says until when, with its year and what this desk takes for today, as the clock may be wrong', async () => {
  const fault = { what: 'expired', at: '2022-06-07T01:41:42.000Z' }
  page.answer('team.join', async () => ({
    ...{ ok: false, code: 'certificate_unknown', detail: { fingerprint: FINGERPRINT, fault } },
  }))
  shows()
  await page.user.type(await field(/^中心的地址/), 'hub.example')
  await page.user.type(await field(/^加入码/), 'abcd-efgh')
  await press('加入')
  const question = await screen.findByRole('alert', { name: '中心的证书已过期，或者本机的日期不对' })
  within(question).getByText(/有效到 2022年6月7日 09:41，本机现在是 20\d\d年.*校准.*换新证书/)
})

describe('the company’s login', () => {
  const HOST = 'login.example'
  const waiting = {
    ...{ kind: 'waiting', issuerHost: HOST, address: 'https://login.example/authorize?state=x' },
    ...{ isOpened: false, until: '2026-09-18T01:05:00.000Z' },
  }
  const stands = (state: object) => page.answer('team.loginState', async () => ({ ok: true, value: state }))
  const offered = () => screen.queryByRole('button', { name: `用 ${HOST} 登录` })

  test('is offered where the hub says so; it waits for the browser, is given up, and says why it failed', async () => {
    offers({ ok: true, value: { issuerHost: HOST } })
    const asked: unknown[] = []
    page.answer('team.login', async (input) => {
      asked.push(input)
      stands(waiting)
      return { ok: true, value: waiting }
    })
    page.answer('team.cancelLogin', async () => {
      stands({ kind: 'none' })
      return { ok: true, value: { kind: 'none' } }
    })
    shows()
    await page.user.type(await field(/^中心的地址/), 'hub.example')
    expect(offered()).toBeNull()
    await page.user.tab()
    await press(`用 ${HOST} 登录`)
    await screen.findByText(/浏览器没有打开。请复制地址/)
    expect(offered()).toBeNull()
    expect(asked).toEqual([{ address: 'hub.example', deskName: expect.stringMatching(/./) }])
    await press('取消登录')
    await vi.waitFor(() => expect(offered()).not.toBeNull(), patience)

    stands({ kind: 'failed', issuerHost: HOST, why: 'person_unknown' })
    page.hears({ kind: 'changed', topics: ['team'] })
    await screen.findByText(/名单里没有你。请协调员把你加进去/)
    await press('知道了')
    await vi.waitFor(() => expect(offered()).not.toBeNull(), patience)
    // Another hub is not this one.
    await page.user.type(await field(/^中心的地址/), ':8443')
    expect(offered()).toBeNull()
  })

  test('come back from the browser, one is told that the desk has joined', async () => {
    offers({ ok: true, value: { issuerHost: HOST } })
    stands(waiting)
    shows()
    await screen.findByText(/浏览器没有打开/)
    await page.user.type(await field(/^这台电脑叫什么/), '登录台')
    page.answer('team.status', async () => ({ ok: true, value: aMember() }))
    stands({ kind: 'none' })
    page.hears({ kind: 'changed', topics: ['team'] })
    await page.told('已加入「总部中心」')
    expect(page.noticeCount()).toBe(1)
  })

  test('the certificate is compared before the hub says anything', async () => {
    const asked: unknown[] = []
    page.answer('team.loginInfo', async (input) => {
      asked.push(input)
      return asked.length === 1
        ? { ok: false, code: 'certificate_unknown', detail: { fingerprint: FINGERPRINT, fault: { what: 'unknown' } } }
        : { ok: true, value: { issuerHost: HOST } }
    })
    shows()
    await page.user.type(await field(/^中心的地址/), 'hub.example')
    await page.user.tab()
    await press('完全一样，接受')
    await screen.findByRole('button', { name: `用 ${HOST} 登录` }, patience)
    expect(asked[1]).toEqual({ address: 'hub.example', acceptFingerprint: FINGERPRINT })
  })
})

test('a desk that left a hub is offered its address', async () => {
  page.answer('team.status', async () => ({
    ok: true,
    value: { kind: 'alone', leftAddress: 'https://hub.example:8443/' },
  }))
  shows()
  expect((await field(/^中心的地址/)).value).toBe('https://hub.example:8443/')
})

describe('a desk of a hub', () => {
  const isOf = (status: TeamStatus) => page.answer('team.status', async () => ({ ok: true, value: status }))

  test('says which hub, who I am there, and that all is up', async () => {
    isOf(aMember({ isTokenEncrypted: false }))
    shows()
    await screen.findByText('总部中心')
    screen.getByText('https://hub.example:8443/')
    screen.getByText('协调员')
    screen.getByText(/起连着$/)
    screen.getByText('没有，全都在中心了')
    screen.getByText(/没有加密/)
  })

  test('away, it says since when and what waits, tries at once, and opens the list', async () => {
    isOf(away({ waiting: { rows: 20, calls: 3, notes: 12 } }))
    page.answer('team.tryNow', async () => ({ ok: true, value: away({ waiting: { rows: 20, calls: 3, notes: 12 } }) }))
    shows()
    await screen.findByText(/10:42 起连不上，会一直自己再试$/)
    screen.getByText('3 通、12 条批注')
    await press('现在再试')
    await screen.findByText(/^\S+ 问过，还是连不上$/)
    await press('看一看')
    expect(useWaiting.getState().isOpen).toBe(true)
    useWaiting.setState({ isOpen: false })
  })

  test.each([
    ['token', '中心不再接受这台电脑'],
    ['person_removed', '你已不在中心的人员名单里'],
    ['used_elsewhere', '另一台电脑正用着这台电脑的通行证'],
  ] as const)(
    'refused for %s it tries again, or joins the same hub anew, in place, knowing what waits',
    async (why, words) => {
      const waiting = { rows: 20, calls: 3, notes: 12 }
      const status = aMember({ waiting, link: { kind: 'refused', why, since: AWAY_SINCE } })
      isOf(status)
      page.answer('team.tryNow', async () => ({ ok: true, value: status }))
      const asked = answersToJoin()
      shows()
      await screen.findByText(words)
      await press('现在再试')
      await screen.findByText(/^\S+ 问过，/)
      const anew = within(screen.getByRole('region', { name: '重新加入「总部中心」' }))
      anew.getByText(/等着上传的 3 通、12 条批注都在这台电脑上，加入后接着传/)
      expect((await field(/^中心的地址/)).value).toBe('https://hub.example:8443/')
      await page.user.type(await field(/^加入码/), 'ijkl-mnop{Enter}')
      await page.told('已加入「总部中心」')
      expect(asked[0]).toMatchObject({ address: 'https://hub.example:8443/', code: 'ijkl-mnop' })
    },
  )

  test('leaving asks, with what waits to go up, and takes it only when that is said', async () => {
    isOf(away({ waiting: { rows: 20, calls: 3, notes: 12 } }))
    const asked: unknown[] = []
    page.answer('team.leave', async (input) => {
      asked.push(input)
      isOf({ kind: 'alone' })
      return { ok: true, value: { status: { kind: 'alone' }, isRevoked: false } }
    })
    shows()
    await press('离开中心')
    const dialog = within(await screen.findByRole('dialog', { name: '离开「总部中心」？' }))
    dialog.getByText(/还有 3 通、12 条批注没有上传/)
    await page.user.click(dialog.getByRole('button', { name: /^不传了，离开/ }))
    expect((await page.told('已离开「总部中心」')).hint).toContain('请协调员在「设置 → 团队」里撤销这台电脑')
    expect(asked).toEqual([{ withWaiting: true }])
    await field(/^中心的地址/)
  })

  test('where a session goes on, that is said before leaving is asked, with the way to it', async () => {
    isOf(away())
    await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
    shows()
    await press('离开中心')
    const dialog = within(await screen.findByRole('dialog', { name: '还有一场听线没结束' }))
    expect(screen.queryByRole('dialog', { name: '离开「总部中心」？' })).toBeNull()
    await page.user.click(dialog.getByRole('button', { name: /^去这一场/ }))
    await screen.findByText(/^\/listen\//)
  })
})
