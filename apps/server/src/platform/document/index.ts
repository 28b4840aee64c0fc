export { type Order, Press, type Printed } from './press.ts';
export { qrCode } from './qr-code.ts';
