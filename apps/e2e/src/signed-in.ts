import type { Browser, BrowserContext, Page } from 'playwright-core';

const DESK = { width: 1920, height: 1080 };

/** Signs in on a page of this context and waits for the desk. */
export async function signIn(
  context: BrowserContext,
  url: string,
  username: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/desk`);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('quanzoutong-demo');
  await page.keyboard.press('Enter');
  await page.getByLabel('说的话').waitFor();
  return page;
}

/** A page of its own for somebody who has signed in, at the size of the desk's screen. */
export async function signedIn(browser: Browser, url: string, username: string): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN' });
  return signIn(context, url, username);
}
