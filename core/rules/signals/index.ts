/** Every type of signal, one line each. All other places read this list through registry.ts. */
export { action } from "./action.ts";
export { ai } from "./ai.ts";
export { keyword } from "./keyword.ts";
export { manual } from "./manual.ts";
