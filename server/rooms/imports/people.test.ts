import { afterAll, expect, test } from 'vitest'
import { caller, type Member, openTestHouse, verbs } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'
import { openMailServer } from '../../../test/mail-server.ts'

const postOffice = await openMailServer()
afterAll(postOffice.close)
const house = await openTestHouse({ ASSAY_MAIL_URL: postOffice.url })
const owner = await house.organization()
const manager = await house.join(owner, ['aims-manager'])
const contributor = await house.join(owner, ['contributor'])
const stranger = await house.organization('Another')
await owner.post('/units', { name: 'Claims' })

type Options = Record<string, string>
let sent = 0

async function upload(by: Member, register: string, csv: string) {
  sent += 1
  const answer = await house.http.inject({
    method: 'POST',
    url: `/api/v1/imports?register=${register}&name=${register}.csv`,
    headers: { cookie: by.cookie, 'content-type': 'text/csv', 'idempotency-key': `people-${sent}` },
    payload: csv,
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** Takes a file in and checks it by the headings it has; gives back its address. */
async function checked(csv: string, { by = owner, register = 'people', options = {} as Options } = {}) {
  const taken = await upload(by, register, csv)
  expect(taken.status).toBe(201)
  const at = `/imports/${taken.body.id}`
  const { mapping } = (await by.get(at)).body
  const answer = await by.post(`${at}/check`, { mapping, options })
  expect(answer.status, answer.text).toBe(200)
  return at
}

async function commit(at: string, by = owner) {
  expect((await by.post(`${at}/commit`, { rows: 'good' })).status).toBe(202)
  await house.jobs.drain()
  return (await by.get(at)).body
}

async function undo(at: string, by = owner) {
  expect((await by.post(`${at}/undo`)).status).toBe(202)
  await house.jobs.drain()
  return (await by.get(at)).body
}

type Row = { number: number; effect: string; problems: Said[]; notes: Said[]; record: string | null }
type Said = { field: string; message: string }
const rowsOf = async (at: string, by = owner): Promise<Row[]> => (await by.get(`${at}/rows`)).body.items
const wrongIn = ({ number, problems }: Row) =>
  `${number} ${problems
    .map(({ field }) => field)
    .toSorted()
    .join(' ')}`
const invitationOf = async (email: string) =>
  (await owner.get('/invitations?limit=200')).body.items.find((one: { email: string }) => one.email === email)

test('people of a file are prepared, nobody is asked, and undoing erases their addresses', async () => {
  const at = await checked(
    `\uFEFFE-Mail;Name;Rollen;Abteilung;Bis
"new@example.org";"Neu, ""Nora""";Mitwirkende, approver;Claims;
auditor@example.org;Ada;External auditor;;2099-12-31
${contributor.email};Other name;owner;;
no address;;contributor;;
new@example.org;Twice;contributor;;
wrong@example.org;W;king;Nowhere;31.3.2027
roleless@example.org;R;;;
late@example.org;L;external-auditor;;
`,
  )
  const rows = await rowsOf(at)
  expect(rows.filter(({ problems }) => problems.length > 0).map(wrongIn)).toEqual([
    '4 email',
    '5 email',
    '6 roles rolesExpireOn unit',
    '7 roles',
    '8 rolesExpireOn',
  ])
  expect(rows.slice(0, 3).map(({ effect }) => effect)).toEqual(['create', 'create', 'leave'])
  expect(rows[2]?.notes).toEqual([{ field: 'email', message: expect.stringContaining('left as they are') }])
  expect(await invitationOf('new@example.org')).toBeUndefined()

  const before = postOffice.letters.length
  expect(await commit(at)).toMatchObject({ state: 'committed', committed: 2, left: 1, bad: 5, good: 0 })
  expect(postOffice.letters.length).toBe(before)
  const invitation = await invitationOf('new@example.org')
  expect(invitation).toMatchObject({ state: 'prepared', name: 'Neu, "Nora"', roles: ['contributor', 'approver'] })
  expect((await owner.get(`/people/${contributor.person}`)).body.roles).toMatchObject([{ role: 'contributor' }])
  expect((await rowsOf(at))[0]?.record).toBe(`invitation:${invitation.id}`)

  expect(await undo(at)).toMatchObject({ state: 'undone', undone: 2, kept: 0 })
  expect(await factsAbout(house, owner, `invitation:${invitation.id}`)).toEqual([
    'invitation.prepared',
    'invitation.withdrawn',
    'invitation.erased',
  ])
  const { rows: kept } = await house.keeper.query(
    'select from history.invitations where id = $1 and (email is not null or name is not null)',
    [invitation.id],
  )
  expect(kept).toEqual([])
})

test('a prepared invitation is sent from the list, and its link joins under the name of the file', async () => {
  const at = await checked('email,name,roles\nsend@example.org,Sent Later,employee\n')
  await commit(at)
  const { id } = await invitationOf('send@example.org')
  expect((await stranger.post(`/invitations/${id}/send`)).status).toBe(404)
  expect((await contributor.post(`/invitations/${id}/send`)).status).toBe(403)
  const { link } = (await owner.post(`/invitations/${id}/send`)).body
  const token = new URL(link).hash.replace('#token=', '')
  const preview = await owner.get(`/invitations/preview?token=${token}`)
  expect(preview.body).toEqual({ organization: 'Example', name: 'Sent Later' })
  const again = (await owner.post(`/invitations/${id}/send`)).body.link
  expect((await owner.get(`/invitations/preview?token=${token}`)).status).toBe(410)
  expect(again).not.toBe(link)
  await owner.post(`/invitations/${id}/withdraw`)
  expect((await owner.post(`/invitations/${id}/send`)).body.kind).toBe('not-pending')
  expect(await undo(at)).toMatchObject({ undone: 0, kept: 1 })
})

test('who is to be invited by mail gets a link that works', async () => {
  const at = await checked('email,name,roles\nmailed@example.org,M,employee\n', { options: { invite: 'send' } })
  await commit(at)
  await house.jobs.drain()
  const letter = postOffice.letters.find(({ to }) => to === 'mailed@example.org')
  const text = letter?.text.replaceAll('=\n', '').replaceAll('=3D', '=') ?? ''
  const token = /#token=([\w-]+)/.exec(text)?.[1]
  expect((await owner.get(`/invitations/preview?token=${token}`)).body.name).toBe('M')
  expect(await invitationOf('mailed@example.org')).toMatchObject({ state: 'pending' })
})

test('people who are here are updated by choice, with what they were before shown and put back', async () => {
  const options = { existing: 'update' }
  const csv = (name: string, roles: string) => `email,name,roles,unit\n${contributor.email},${name},${roles},Claims\n`
  const at = await checked(csv('Carla', 'approver'), { options })
  const [row] = await rowsOf(at)
  expect(row).toMatchObject({ effect: 'update', problems: [] })
  expect(row?.notes.map(({ field, message }) => `${field} ${message}`)).toEqual([
    expect.stringMatching(/^name is “Person \d+” now$/),
    'roles are contributor now',
    'unit is none now',
  ])
  await commit(at)
  const person = async () => (await owner.get(`/people/${contributor.person}`)).body
  expect(await person()).toMatchObject({ name: 'Carla', unit: { name: 'Claims' }, roles: [{ role: 'approver' }] })
  expect((await rowsOf(await checked(csv('Carla', 'approver'), { options })))[0]).toMatchObject({ effect: 'leave' })
  expect(await undo(at)).toMatchObject({ undone: 1 })
  expect(await person()).toMatchObject({ unit: null, roles: [{ role: 'contributor' }] })

  const second = await checked(csv('Carla', ''), { options })
  await commit(second)
  const { version } = await person()
  await owner.patch(`/people/${contributor.person}`, version, { name: 'Someone else’s choice' })
  expect(await undo(second)).toMatchObject({ undone: 0, kept: 1 })
})

test('nobody gives by a file what they could not give by hand', async () => {
  const at = await checked('email,roles\nking@example.org,owner\n', { by: manager })
  expect((await rowsOf(at, manager)).map(wrongIn)).toEqual(['1 roles'])
  const options = { existing: 'update' }
  const taking = await checked(`email,roles\n${owner.email},employee\n`, { by: manager, options })
  expect((await rowsOf(taking, manager)).map(wrongIn)).toEqual(['1 roles'])
  const alone = await checked(`email,roles\n${owner.email},employee\n`, { options })
  expect(await commit(alone)).toMatchObject({ committed: 0, bad: 1 })
  expect((await upload(contributor, 'people', 'email\na@example.org\n')).body.kind).toBe('forbidden')
  const open = await checked('email,roles\nhidden@example.org,employee\n')
  expect((await contributor.post(`${open}/check`, { mapping: {} })).body.kind).toBe('forbidden')
  expect((await contributor.post(`${open}/commit`, { rows: 'good' })).body.kind).toBe('forbidden')
  expect((await contributor.post(`${open}/undo`)).body.kind).toBe('forbidden')
  expect((await contributor.get(`${open}/rows`)).body.kind).toBe('forbidden')
  expect((await stranger.get(`${open}/rows`)).status).toBe(404)
  const registers = (await contributor.get('/import-registers')).body.items
  const allowed = (name: string) => registers.find((one: { name: string }) => one.name === name).allowed
  expect([allowed('people'), allowed('risks')]).toEqual([false, true])
  const wrong = await owner.post(`${open}/check`, {
    mapping: { email: 'email' },
    options: { existing: 'burn', x: 'y' },
  })
  expect(wrong.body.problems.map(({ path }: { path: string }) => path)).toEqual(['options.existing', 'options.x'])
})

test('an erased person is in no row of any file any more', async () => {
  const leaver = await house.join(owner, ['contributor'])
  const people = await checked(`email,name\n${leaver.email},Private Name\n`)
  const risks = await checked(`Risk,Owner\nA risk,${leaver.email}\n`, { register: 'risks' })
  await owner.post(`/people/${leaver.person}/disable`)
  await owner.post(`/people/${leaver.person}/erase`)
  const cells = async (at: string) => (await owner.get(`${at}/rows`)).body.items[0].cells
  expect(await cells(people)).toEqual({ email: '', name: '' })
  expect(await cells(risks)).toEqual({ Risk: 'A risk', Owner: '' })
})

test('each register offers a file to begin from, and takes it as it is', async () => {
  const registers = (await owner.get('/import-registers')).body.items
  for (const { name } of registers) {
    const sample = await owner.get(`/import-registers/${name}/sample.csv`)
    expect(sample.headers['content-type']).toContain('text/csv')
    const at = await checked(sample.text, { register: name })
    expect([name, (await owner.get(at)).body]).toMatchObject([name, { rows: 2, good: 2, bad: 0 }])
  }
  expect((await owner.get('/import-registers/nothing/sample.csv')).body.kind).toBe('no-such-sample')
})

test.each([
  [
    'risks',
    'Risk;Number;Owner;Controls;Review due\nGood;R-1;;A.6.2.4;\n;R-2;nobody@example.org;;\nTwin;R-1;;A.99;soon\n',
    ['2 owner title', '3 controls reference reviewDueOn'],
    '/risks',
  ],
  [
    'controls',
    'Name;Number;Owner;Requirements;Interval\nGood;C-1;;A.6.2.4;3\n;C-2;nobody@example.org;;\nTwin;C-1;;A.99;often\n',
    ['2 name owner', '3 checkMonths requirements'],
    '/controls',
  ],
  [
    'obligations',
    'Title;Kind of source;Source;Number;AI systems\nGood;law;A law;L-1;\n;rumour;Somebody;L-2;\nTwin;law;A law;L-1;Nowhere\n',
    ['2 sourceKind title', '3 reference systems'],
    '/obligations',
  ],
])(
  '%s: bad rows are named by row and column, and the good one is taken in and undone',
  async (register, csv, bad, list) => {
    const before = (await owner.get(`${list}?limit=1`)).body.total
    const at = await checked(`\uFEFF${csv}`, { register })
    expect((await rowsOf(at)).filter(({ problems }) => problems.length > 0).map(wrongIn)).toEqual(bad)
    expect(await commit(at)).toMatchObject({ state: 'committed', committed: 1, bad: 2 })
    expect((await owner.get(`${list}?limit=1`)).body.total).toBe(before + 1)
    expect(await undo(at)).toMatchObject({ state: 'undone', undone: 1 })
    expect((await owner.get(`${list}?limit=1`)).body.total).toBe(before)

    const talkedAbout = await checked(csv, { register })
    await commit(talkedAbout)
    const subject = (await rowsOf(talkedAbout)).find(({ record }) => record !== null)?.record
    expect((await owner.post('/comments', { subject, text: 'Is this ours?' })).status).toBe(201)
    expect(await undo(talkedAbout)).toMatchObject({ undone: 0, kept: 1 })
  },
)

test('what was called off before it began can be begun again', async () => {
  const at = await checked('email,roles\ncalled@example.org,employee\n')
  const { job } = (await owner.post(`${at}/commit`, { rows: 'good' })).body
  await owner.post(`/jobs/${job}/cancel`)
  await house.jobs.drain()
  expect((await owner.get(at)).body).toMatchObject({ state: 'checked', good: 1 })
  expect(await commit(at)).toMatchObject({ state: 'committed', committed: 1 })
})

test('a key gives nobody a role that does more than its scopes', async () => {
  const key = await owner.post('/api-keys', {
    name: 'Directory',
    scopes: ['imports:run', 'imports:read', 'people:invite'],
    expiresOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
  })
  const machine = verbs(caller(house, { authorization: `Bearer ${key.body.key}` }))
  const at = await checked('email,roles\nmachine@example.org,employee\n', { options: { invite: 'send' } })
  await machine.post(`${at}/check`, { mapping: { email: 'email', roles: 'roles' }, options: { invite: 'send' } })
  expect((await machine.get(`${at}/rows`)).body.items[0].problems[0].message).toContain('more than you hold')
})
