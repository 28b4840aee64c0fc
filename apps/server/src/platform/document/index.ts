export { Press } from './press.ts';
export { onPaper } from './punctuation.ts';
export { qrCode } from './qr-code.ts';
