/** The fonts that ship with the product: content/fonts. */
export const FONTS = new URL('../../../../../content/fonts/', import.meta.url);

/** The root that templates name each other from: `#import "/platform/document/paper.typ": *`. */
export const SOURCES = new URL('../../', import.meta.url);
