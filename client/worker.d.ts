/** As much of a browser's worker as we use: the types of a whole browser would let any of it slip into our code. */
declare class Worker {
  /** @param address of the script */
  constructor(address: string);
  terminate(): void;
}
