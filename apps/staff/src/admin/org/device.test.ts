import { expect, test } from 'vitest';
import { deviceText } from './device.ts';

test('a device is called as a person would', () => {
  expect(
    deviceText(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0',
    ),
  ).toBe('Windows · Edge 浏览器');
  expect(deviceText('Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0 Safari/537.36')).toBe(
    'Linux · Chrome 浏览器',
  );
  expect(deviceText('curl/8')).toBe('curl/8');
});
