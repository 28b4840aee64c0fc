import { expect, test } from 'vitest';
import { findChromium, type Machine } from './find-chromium.ts';

function machine(files: string[], change: Partial<Machine> = {}): Machine {
  return {
    env: {},
    platform: 'linux',
    home: '/home/sun',
    exists: (path) => files.includes(path),
    list: (folder) => [
      ...new Set(
        files
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    ...change,
  };
}

test('the one that is named is taken, and a wrong name is said so', () => {
  const files = ['/usr/bin/chromium', '/opt/own/chrome'];
  expect(findChromium(machine(files, { env: { CHROMIUM_PATH: '/opt/own/chrome' } }))).toBe(
    '/opt/own/chrome',
  );
  expect(() => findChromium(machine(files, { env: { CHROMIUM_PATH: '/nowhere' } }))).toThrow(
    'CHROMIUM_PATH',
  );
});

test('an installed one comes before a fetched one, and the newest fetched one first', () => {
  const cache = '/home/sun/.cache/ms-playwright';
  const fetched = [
    `${cache}/chromium-999/chrome-linux/chrome`,
    `${cache}/chromium-1200/chrome-linux64/chrome`,
  ];
  expect(findChromium(machine([...fetched, '/usr/bin/google-chrome']))).toBe(
    '/usr/bin/google-chrome',
  );
  expect(findChromium(machine(fetched))).toBe(fetched[1]);
});

test('the folder of Playwright may be another one', () => {
  const files = ['/browsers/chromium-1200/chrome-linux/chrome'];
  expect(findChromium(machine(files))).toBeUndefined();
  expect(findChromium(machine(files, { env: { PLAYWRIGHT_BROWSERS_PATH: '/browsers' } }))).toBe(
    files[0],
  );
});

test('a Mac keeps it among its applications', () => {
  const files = [
    '/usr/bin/chromium',
    '/home/sun/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  expect(findChromium(machine(files, { platform: 'darwin' }))).toBe(files[1]);
});
