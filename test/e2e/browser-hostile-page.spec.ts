import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { enter } from './pages/frame.ts'
import { settle, ticketsFrom } from './seed.ts'

const secret = '退款 30 天没有到账'

/** A page of somebody else, on a server of its own. */
async function strangersSite(): Promise<{ address: string; server: Server }> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>stranger</title>'),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

/** Everything a stranger could have changed. */
const everything = async (door: Client) => ({
  people: await accepted(door.people.list({})),
  rooms: await accepted(door.rooms.list({})),
  tickets: await accepted(door.tickets.list({ filter: {}, sort: 'number', limit: 100 })),
  sessions: await accepted(door.sessions.list({ limit: 100 })),
  settings: await accepted(door.settings.get({})),
})

test('a hostile page in the same browser gets nothing and changes nothing, even with the token', async ({
  app,
  browser,
}) => {
  const { me } = await settle(app.door)
  await ticketsFrom(app.door, me.id, secret)
  const before = await everything(app.door)
  const { origin, host, hash } = new URL(app.url)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const site = await strangersSite()
  const page = await browser.newPage()
  await page.goto(site.address)

  const got = await page.evaluate(
    async ({ origin, host, token }) => {
      const knock = (protocols: string[], name = host) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`ws://${name}/door`, protocols)
          socket.onopen = () => socket.send(JSON.stringify({ id: 1, call: 'workspace.quit', input: {} }))
          socket.onmessage = (event) => resolve(`heard ${event.data}`)
          socket.onclose = () => resolve('closed')
        })
      const read = (path: string, init: RequestInit = {}) =>
        fetch(origin + path, init).then(
          async (response) => `${response.type} ${response.status} ${await response.text()}`,
          () => 'refused',
        )
      const framed = () =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe')
          frame.src = `${origin}/#token=${token}`
          frame.onload = () => {
            // Chromium puts an error page of another origin in place of a page that will not be framed.
            try {
              resolve(`framed ${frame.contentDocument?.title ?? 'nothing'}`)
            } catch {
              resolve('out of reach')
            }
          }
          document.body.append(frame)
        })
      return {
        withoutToken: await knock(['earshot']),
        withWrongToken: await knock(['earshot', `x${token.slice(1)}`]),
        withToken: await knock(['earshot', token]),
        byOtherName: await knock(['earshot', token], host.replace('127.0.0.1', 'localhost')),
        page: await read('/'),
        door: await read('/door'),
        posted: await read('/door', { method: 'POST', mode: 'no-cors', body: '{"call":"workspace.quit"}' }),
        frame: await framed(),
      }
    },
    { origin, host, token },
  )
  expect(got).toEqual({
    withoutToken: 'closed',
    withWrongToken: 'closed',
    withToken: 'closed',
    byOtherName: 'closed',
    page: 'refused',
    door: 'refused',
    posted: 'refused',
    frame: 'framed nothing',
  })
  // Not even as an empty frame that only hides its words: nothing of ours was painted in it.
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${origin}/`)
  expect(await everything(app.door)).toEqual(before)
  await page.close()
  site.server.close()
})

test('the address of the page keeps no token, and a page without one is told where the link is', async ({
  app,
  context,
}) => {
  await settle(app.door)
  await expect(app.page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/[a-z-]*$/)
  // A page without a pass speaks as the one before it did, once that one knew.
  await enter(app.page)
  const { origin } = new URL(app.url)
  // What language a page without a pass speaks, the first one leaves behind once it is drawn.
  await expect(app.page.getByRole('heading', { name: '今天', exact: true })).toBeVisible()
  const page = await context.newPage()
  await page.goto(origin)
  await expect(page.getByText('这个页面没有通行码')).toBeVisible()
})
