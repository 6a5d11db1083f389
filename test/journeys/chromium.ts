import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const root = fileURLToPath(new URL('../..', import.meta.url))
/** Every name but the machine's own is unknown to the browser, so that nothing can leave it even if a page tried. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

type Found = { path: string; environment: Record<string, string> }

/** Opens the machine's Chromium or, where there is none, the one from npm. */
export async function openChromium(): Promise<Browser> {
  const path = installed.find((one) => existsSync(one))
  const found: Found = path ? { path, environment: {} } : await unpackChromium()
  return await chromium.launch({
    executablePath: found.path,
    // Root has no sandbox, and a container little shared memory.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', offline],
    env: { ...environment(), ...found.environment },
  })
}

function environment(): Record<string, string> {
  const named = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return Object.fromEntries(named)
}

/**
 * Unpacks the browser of `@sparticuz/chromium` once, with the libraries and fonts that a bare machine lacks, into a folder
 * beside the installed packages. It comes with `npm ci`; nothing is downloaded.
 */
async function unpackChromium(): Promise<Found> {
  if (process.arch !== 'x64' || process.platform !== 'linux') {
    throw new Error(`The browser from npm is for Linux on x64. Install Chromium as one of ${installed.join(', ')}.`)
  }
  const at = createRequire(import.meta.url)
  const packed = join(dirname(at.resolve('@sparticuz/chromium')), '../../bin')
  const folder = join(root, 'node_modules/.cache/assay-browser')
  if (!existsSync(folder)) await unpackInto(folder, packed)
  return {
    path: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** Two runs at once unpack one each, and the first to finish is kept: a half unpacked browser is never started. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  const temporary = process.env['TMPDIR']
  // The package unpacks into the folder for temporary files and nowhere else.
  process.env['TMPDIR'] = draft
  try {
    for (const part of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      await inflate(join(packed, part))
    }
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
  if (existsSync(folder)) rmSync(draft, { recursive: true, force: true })
  else renameSync(draft, folder)
}
