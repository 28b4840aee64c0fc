import type { TrackPage as Page, ResidentPages } from '@qzt/contract/portal';
import { renderToString } from 'preact-render-to-string';
import { TrackPage } from '../track/track-page.tsx';

const page = (html: string): string => `<!doctype html>${html}`;

/** `/track`: follow a case by its code. */
export const track: ResidentPages['track'] = (given: Page) =>
  page(renderToString(<TrackPage page={given} />));
