import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const INSTALL = ['install', '-y', 'chromium', 'fonts-noto-cjk'];
/** A package mirror may fail once; twice is a finding. */
const INSTALL_TRIES = 2;

const isRoot = () => process.getuid?.() === 0;

function searchHere(): string | undefined {
  return findChromium({
    env: process.env,
    platform: process.platform,
    home: homedir(),
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  });
}

/**
 * Path of a Chromium. On a build machine (CI=true, as root, with apt) a missing one is installed;
 * nobody else's machine is changed.
 *
 * @throws with the one command that installs it
 */
export function provideChromium(): string {
  const found = searchHere() ?? installHere();
  if (found) return found;
  const command =
    process.platform === 'darwin'
      ? 'brew install --cask chromium'
      : `sudo apt-get update && sudo apt-get ${INSTALL.join(' ')}`;
  throw new Error(
    `没有找到 Chromium,浏览器测试无法进行。请运行:${command}\n` +
      '装在别处的,用 CHROMIUM_PATH 指明。Chromium was not found: run the command above.',
  );
}

function installHere(): string | undefined {
  if (process.env.CI !== 'true' || !isRoot() || !existsSync('/usr/bin/apt-get')) return undefined;
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'] as ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  for (let tries = 0; tries < INSTALL_TRIES; tries += 1) {
    console.log('正在安装 installing Chromium …');
    spawnSync('apt-get', ['update', '-qq'], options);
    if (spawnSync('apt-get', ['-qq', ...INSTALL], options).status === 0) return searchHere();
  }
  return undefined;
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const UTF8 = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };

/** A headless Chromium with an empty profile of its own that asks nothing of the network by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: provideChromium(),
    headless: true,
    // The sandbox does not work for root; everybody else keeps it.
    chromiumSandbox: !isRoot(),
    args: [...QUIET],
    // Names of files are Chinese, whatever the machine's language is.
    env: { ...process.env, ...UTF8 },
  });
}

/** A browser with a profile that stays, which can be killed as a power cut would. */
export interface ProfileBrowser {
  readonly context: BrowserContext;
  /** Ends all of its processes at once, without asking; resolves when they are gone. */
  readonly kill: () => Promise<void>;
}

const SAYS_ADDRESS = /DevTools listening on (ws:\S+)/;

/** A headless Chromium on the profile in this folder. */
export async function launchProfile(folder: string): Promise<ProfileBrowser> {
  const child = spawn(
    provideChromium(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      '--window-size=1920,1080',
      '--lang=zh-CN',
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...QUIET,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...process.env, ...UTF8 } },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const kill = (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    return gone;
  };
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const at = SAYS_ADDRESS.exec(said)?.[1];
      if (at !== undefined) found(at);
    });
    child.once('exit', () => failed(new Error(`Chromium 没有启动:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium 没有打开窗口');
  return { context, kill };
}
