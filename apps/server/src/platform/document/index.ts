export { type Order, Press, type Printed } from './press.ts';
export { onPaper } from './punctuation.ts';
export { qrCode } from './qr-code.ts';
