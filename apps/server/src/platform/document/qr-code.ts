import { encode } from 'uqr';

/** An address as the squares of a QR code, for `qr()` of paper.typ. It bears a fold or a stain: level Q restores a quarter. */
export const qrCode = (address: string): boolean[][] =>
  encode(address, { ecc: 'Q', border: 0 }).data;
