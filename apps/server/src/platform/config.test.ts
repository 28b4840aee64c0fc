import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('the public address is taken as an origin, and is none where nothing is set', () => {
  const origin = (PUBLIC_URL?: string) =>
    readConfig(PUBLIC_URL === undefined ? {} : { PUBLIC_URL }).publicOrigin;
  expect(origin()).toBeUndefined();
  expect(origin('')).toBeUndefined();
  expect(origin('https://jw.example.cn')).toBe('https://jw.example.cn');
  expect(origin('https://jw.example.cn/')).toBe('https://jw.example.cn');
  expect(origin('http://192.168.1.20:8080')).toBe('http://192.168.1.20:8080');
});

test('an address that no phone could open stops the start, and the message says what to write', () => {
  for (const wrong of [
    'desk.example',
    '/desk',
    'ftp://desk.example',
    'javascript:alert(1)',
    'https://desk.example/desk',
    'https://desk.example?secret=1',
    'https://desk.example#a',
    'https://somebody:secret@desk.example',
  ]) {
    const read = () => readConfig({ PUBLIC_URL: wrong });
    expect(read, wrong).toThrow(ConfigError);
    expect(read, wrong).toThrow(/^PUBLIC_URL 要写居民打得开的网址开头/);
    expect(read, wrong).not.toThrow(wrong);
  }
});
