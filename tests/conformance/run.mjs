// Runs http-cache-tests against a caching proxy and holds its verdicts against expected.json.
//
//   node run.mjs                      build the service and start its role edge in front of the suite's origin
//   node run.mjs -- COMMAND ARGS…     start COMMAND instead; {url} and {origin} are replaced in ARGS
//   node run.mjs --accept             write what was seen to expected.json
//   node run.mjs --suite DIR          another copy of the suite (a checkout of its repository); nothing is compared
//   node run.mjs --only ID            one test, with its messages
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const args = process.argv.slice(2)
const split = args.indexOf('--')
const own = split < 0 ? args : args.slice(0, split)
const command = split < 0 ? null : args.slice(split + 1)
const option = name => (own.includes(name) ? own[own.indexOf(name) + 1] : null)
const foreignSuite = option('--suite')
const suite = foreignSuite ?? path.join(here, 'node_modules', 'http-cache-tests')
const engine = foreignSuite ? path.join(suite, 'test-engine') : suite

const children = []
const pidFile = path.join(os.tmpdir(), `weather-conformance-${process.pid}.pid`)
process.on('exit', () => rmSync(pidFile, { force: true }))
function start (file, argv, env = {}, cwd = here) {
  const child = spawn(file, argv, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  child.on('error', error => fail(`${file}: ${error.message}`))
  return child
}
function stop () {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
}
function fail (message) {
  console.error(message)
  stop()
  process.exit(1)
}
function output (child) {
  return new Promise(resolve => {
    let text = ''
    child.stdout.on('data', chunk => { text += chunk })
    child.stderr.on('data', chunk => process.stderr.write(chunk))
    child.on('close', code => resolve({ code, text }))
  })
}
function freePort () {
  return new Promise(resolve => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
// Ready means that a connection is accepted, for as long as it takes and no longer than a minute.
async function listening (port) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const up = await new Promise(resolve => {
      const socket = net.connect(port, '127.0.0.1')
      socket.on('connect', () => { socket.destroy(); resolve(true) })
      socket.on('error', () => resolve(false))
    })
    if (up) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  fail(`nothing listens on ${port}`)
}
async function kinds () {
  const load = async file => (await import(pathToFileURL(path.join(suite, 'tests', file)))).default
  const groups = [...await load('index.mjs')]
  if (!foreignSuite) groups.push(await load('surrogate-control.mjs'))
  const byId = new Map()
  for (const group of groups) {
    for (const test of group.tests) {
      if (test.browser_only) continue
      byId.set(test.id, { kind: test.kind ?? 'required', group: group.id })
    }
  }
  return byId
}

const originPort = await freePort()
const proxyPort = await freePort()
const url = `http://127.0.0.1:${proxyPort}`
const origin = `http://127.0.0.1:${originPort}`
const origins = start(process.execPath, ['--import', pathToFileURL(path.join(here, 'loopback.mjs')).href, path.join(engine, 'server', 'server.mjs')], {
  npm_config_protocol: 'http',
  npm_config_port: String(originPort),
  npm_config_pidfile: pidFile
}, suite)
origins.stdout.resume()
origins.stderr.resume()
if (command) {
  const filled = command.map(part => part.replaceAll('{url}', url).replaceAll('{origin}', origin))
  start(filled[0], filled.slice(1)).stdout.resume()
} else {
  const server = path.join(here, '..', '..', 'src', 'Weather.Server')
  const built = await output(start('dotnet', ['build', server, '-v', 'q', '--nologo']))
  if (built.code !== 0) fail(built.text)
  start('dotnet', [
    path.join(server, 'bin', 'Debug', 'net10.0', 'Weather.Server.dll'), 'edge',
    `--urls=${url}`,
    `--Weather:Management:Url=http://127.0.0.1:${await freePort()}`,
    '--Weather:Management:DrainDelay=00:00:00',
    '--ReverseProxy:Routes:all:ClusterId=origin',
    '--ReverseProxy:Routes:all:Match:Path=/{**path}',
    `--ReverseProxy:Clusters:origin:Destinations:one:Address=${origin}`
  ]).stdout.resume()
}
await listening(originPort)
await listening(proxyPort)

const only = option('--only')
const { text } = await output(start(process.execPath, ['--no-warnings', path.join(engine, 'cli.mjs')], {
  npm_config_base: url,
  npm_config_id: '',
  npm_package_config_id: only ?? ''
}, suite))
stop()
if (only) {
  console.log(text)
  process.exit(0)
}

const seen = JSON.parse(text.slice(text.indexOf('{')))
const known = await kinds()
const verdicts = {}
for (const [id, { kind }] of [...known].sort(([one], [other]) => (one < other ? -1 : 1))) {
  verdicts[id] = { kind, verdict: seen[id] === true ? 'pass' : `${seen[id]?.[0] ?? 'missing'}: ${seen[id]?.[1] ?? ''}` }
}
const count = (kind, keep = () => true) => {
  const all = [...known].filter(([id, test]) => test.kind === kind && keep(test)).map(([id]) => verdicts[id].verdict === 'pass')
  return `${all.filter(Boolean).length}/${all.length}`
}
const plain = test => test.group !== 'surrogate-control'
console.log(`required ${count('required', plain)}  optimal ${count('optimal', plain)}  check ${count('check', plain)}  (Surrogate-Control aside)`)
for (const [id, { kind, verdict }] of Object.entries(verdicts)) {
  if (kind === 'required' && verdict !== 'pass' && plain(known.get(id))) console.log(`  not passed: ${id}: ${verdict}`)
}
if (foreignSuite) process.exit(0)

const file = path.join(here, 'expected.json')
if (own.includes('--accept')) {
  const old = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  for (const [id, entry] of Object.entries(verdicts)) if (old[id]?.why && entry.verdict !== 'pass') entry.why = old[id].why
  const lines = Object.entries(verdicts).map(([id, entry]) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)}`)
  await writeFile(file, `{\n${lines.join(',\n')}\n}\n`)
  process.exit(0)
}
const expected = JSON.parse(await readFile(file, 'utf8'))
let regressions = 0
for (const [id, entry] of Object.entries(expected)) {
  const now = verdicts[id]?.verdict
  if (entry.verdict === 'pass' && now !== 'pass') {
    regressions++
    console.error(`REGRESSION ${entry.kind} ${id}: ${now}`)
  } else if (entry.verdict !== 'pass' && now === 'pass') {
    console.log(`better than expected: ${id} (accept with --accept)`)
  }
  if (entry.kind === 'required' && entry.verdict !== 'pass' && plain(known.get(id)) && !entry.why) {
    regressions++
    console.error(`no reason given in expected.json: ${id}`)
  }
}
const total = Object.keys(expected).length
console.log(`${total - regressions} verdicts as expected, ${regressions} not`)
process.exit(regressions === 0 ? 0 : 1)
