import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { ChangeSet } from "#core/ports/change-set.ts";
import { commitCounters, type WorkloadSource, workloadGauges } from "./workload-metrics.ts";

/** The metrics of the app; absent where they are not collected. */
export type Metrics = {
  contentType: string;
  observe(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Counts what a commit of this process has written. */
  observeCommit(changes: ChangeSet): void;
  /** What waits and what is connected is read from here when somebody scrapes. */
  watch(source: WorkloadSource): void;
  render(): Promise<string>;
};

/** Requests by route pattern, never by path: ids are no labels. Process metrics beside. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  let readWorkload = async () => {};
  collectDefaultMetrics({ register: registry });
  const labelNames = ["method", "route", "status"] as const;
  const requests = new Counter({ name: "http_requests_total", help: "Requests answered", labelNames, registers: [registry] });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to the answer's head",
    labelNames: ["method", "route"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    observe({ method, route, status, seconds }) {
      requests.inc({ method, route, status: String(status) });
      durations.observe({ method, route }, seconds);
    },
    observeCommit: commitCounters(registry),
    watch: (source) => {
      readWorkload = workloadGauges(registry, source);
    },
    render: shared(async () => {
      await readWorkload();
      return registry.metrics();
    }),
  };
}

/** Concurrent callers share one run, so that many scrapes at once cost as much as one. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
