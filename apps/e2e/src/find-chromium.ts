import { join } from 'node:path';

/** What the search looks at; the machine's own by default, another one in tests. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: string;
  home: string;
  exists: (path: string) => boolean;
  /** Names in a folder; none where the folder does not exist. */
  list: (folder: string) => string[];
}

const LINUX_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
];
const MAC_APPS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];
const IN_PLAYWRIGHT_FOLDER = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/**
 * Path of a Chromium (or Chrome) of this machine: the one named by CHROMIUM_PATH, else an installed
 * one, else the newest that Playwright has fetched earlier.
 *
 * @throws where CHROMIUM_PATH names a file that is not there: a wish is not silently replaced
 */
export function findChromium(machine: Machine): string | undefined {
  const wished = machine.env.CHROMIUM_PATH;
  if (wished) {
    if (machine.exists(wished)) return wished;
    throw new Error(`CHROMIUM_PATH 指的文件不存在:${wished}。请改正路径,或去掉这个变量。`);
  }
  return [...installedPaths(machine), ...playwrightPaths(machine)].find(machine.exists);
}

function installedPaths({ platform, home }: Machine): string[] {
  if (platform !== 'darwin') return LINUX_PATHS;
  return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
    MAC_APPS.map((app) => join(folder, app)),
  );
}

function playwrightPaths({ env, platform, home, list }: Machine): string[] {
  const usual = platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright';
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? join(home, usual);
  const revision = (name: string) => Number(/^chromium-(\d+)$/.exec(name)?.[1] ?? 0);
  return list(cache)
    .filter((name) => revision(name) > 0)
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => IN_PLAYWRIGHT_FOLDER.map((path) => join(cache, name, path)));
}
