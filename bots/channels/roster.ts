/* Every channel of the product, one line each. A platform's library is loaded when an account is opened. */
export { telegram } from "./telegram/index.ts";
