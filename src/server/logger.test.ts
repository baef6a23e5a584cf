import { createLogger, describeFault } from '#server/logger'

const logged = (write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> => {
  const lines: string[] = []
  write(createLogger('trace', { write: line => void lines.push(line) }))
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>
}

test('who somebody is, where they are and what they wrote is blacked out at every depth the product logs', () => {
  const secrets = {
    openid: 's1',
    token: 's2',
    phone: 's3',
    secret: 's4',
    longitude: 's5',
    latitude: 's6',
    text: 's7',
    note: 's8',
    authorization: 's9'
  }
  const line = logged(log => log.info({ ...secrets, input: secrets, asked: { input: secrets } }, 'hello'))
  expect(JSON.stringify(line)).not.toMatch(/"s\d"/)
  expect(line.msg).toBe('hello')
})

test('a failed query is told without its values, and with what caused it', () => {
  const cause = Object.assign(new Error('relation "x" does not exist'), { code: '42P01' })
  const fault = new Error('Failed query: insert into reports values ($1)\nparams: my own words,120.1', { cause })
  const line = JSON.stringify(logged(log => log.error({ err: fault }, 'failed')))
  expect(line).toContain('Failed query: insert into reports values ($1)')
  expect(line).toContain('relation \\"x\\" does not exist')
  expect(line).not.toMatch(/my own words|120\.1/)
})

test('what was thrown and is no error is told by its type alone', () => {
  expect(describeFault('my own words')).toEqual({ type: 'string' })
  expect(describeFault({ token: 'x' })).toEqual({ type: 'object' })
})
