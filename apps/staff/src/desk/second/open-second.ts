const ADDRESS = '/desk/second';
/** One name, so that a second press finds the same window again. */
const NAME = 'qzt-second';

interface Place {
  readonly isPrimary: boolean;
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
}
interface Placing {
  /** Chromium: all screens of the PC, once the person has agreed. Only in a secure context. */
  readonly getScreenDetails?: () => Promise<{
    readonly screens: readonly Place[];
    readonly currentScreen: Place;
  }>;
}

/** Moves a window to a screen where the desk is not. Where the browser does not place windows it stays where it is. */
const toOtherScreen = async (second: Window, from: Window & Placing): Promise<void> => {
  if (!from.getScreenDetails) return;
  const { screens, currentScreen } = await from.getScreenDetails();
  const other = screens.find((one) => one !== currentScreen);
  if (other === undefined) return;
  second.moveTo(other.availLeft, other.availTop);
  second.resizeTo(other.availWidth, other.availHeight);
};

/** Opens the second screen beside the desk, on the other screen where the browser allows it. False: it was blocked. */
export const openSecond = (from: Window & Placing = window): boolean => {
  const second = from.open(ADDRESS, NAME, 'popup,width=1280,height=720');
  if (second === null) return false;
  // Whoever does not agree to placing drags the window over: that is no failure.
  toOtherScreen(second, from).catch(() => undefined);
  return true;
};
