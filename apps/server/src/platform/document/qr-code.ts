import { renderSVG } from 'uqr';

/** An address as a QR code, for `qr()` of paper.typ: it stands a fold or a stain (level Q restores a quarter). */
export const qrCode = (address: string): string => renderSVG(address, { ecc: 'Q', border: 0 });
