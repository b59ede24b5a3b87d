import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded before the server: tells how long its loop has been held at most, in ms, since it was asked last.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on("message", () => {
  process.send?.(delay.max / 1e6);
  delay.reset();
});
process.channel?.unref();
