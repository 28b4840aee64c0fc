import type { ComponentChildren } from 'preact';
import style from './page.css?inline';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A whole document: works without JavaScript, tells no other site where one came from, stands in no search engine. */
export const Sheet = ({ title, children }: Props) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <title>{`${title} · 全走通`}</title>
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
);
