import { buyingIntents, intentEnders } from "#core/model/vocabulary.ts";
import { intentsInContext } from "#core/rules/analysis/in-context.ts";
import { type ReadTurn, readTurns } from "../analyst.ts";
import type { Task } from "../task.ts";

const commercial = /^(Book|Buy|Reserve|ScheduleVisit|RentMovie|GetRide|GetTrainTickets)/;

const isBuying = ({ reading, lastOutbound }: ReadTurn) =>
  intentsInContext(reading, lastOutbound).some(({ intent }) => buyingIntents.includes(intent));

export const buyingTurn: Task = {
  name: "buying-intent turn",
  positive: "buying",
  fits: ({ labels }) => labels?.failed_transactions !== undefined,
  predict: (record) =>
    readTurns(record).flatMap((turn, index) => {
      const labels = record.labels?.turns?.[index];
      if (turn.role !== "customer" || !labels) return [];
      const buys = labels.accepts_offer_to_book === true || (labels.new_intent ?? []).some((intent) => commercial.test(intent));
      const text = turn.lastOutbound?.offer ? `[${turn.lastOutbound.offer.kind}] ${turn.text}` : turn.text;
      return [{ id: `${record.id}#${index}`, gold: buys ? "buying" : "not", predicted: isBuying(turn) ? "buying" : "not", text }];
    }),
};

const order = ["Inquiry", "Comparing", "Closing", "In Progress"];

export const stage: Task = {
  name: "stage of a turn",
  fits: ({ labels }) => labels?.failed_transactions !== undefined,
  predict: (record) => {
    let position = 0;
    return readTurns(record).flatMap((turn, index) => {
      const { reading, role, text } = turn;
      if (role === "agent") {
        if (reading.conversion) position = 3;
        return [];
      }
      position = Math.max(position, isBuying(turn) ? 2 : compares(turn) ? 1 : 0);
      const gold = record.labels?.turns?.[index]?.stage_proxy;
      return gold ? [{ id: `${record.id}#${index}`, gold, predicted: order[position] ?? "", text }] : [];
    });
  },
};

function compares({ reading, lastOutbound }: ReadTurn): boolean {
  const intents = reading.intents.map(({ intent }) => intent);
  if (intents.includes("comparison")) return true;
  return lastOutbound?.offer != null && reading.answer !== "no" && !intents.some((intent) => intentEnders.includes(intent));
}
