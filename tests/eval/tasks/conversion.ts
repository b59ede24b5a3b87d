import { buyingIntents } from "#core/model/vocabulary.ts";
import { intentsInContext } from "#core/rules/analysis/in-context.ts";
import { readTurns } from "../analyst.ts";
import type { Task } from "../task.ts";

const yesNo = (value: boolean) => (value ? "converted" : "not converted");

export const conversion: Task = {
  name: "converted dialogue",
  positive: "converted",
  fits: ({ labels }) => labels?.converted !== undefined,
  predict: (record) => {
    const turns = readTurns(record);
    const first = turns.findIndex(({ reading }) => reading.conversion !== null);
    const text = first === -1 ? turns.map((turn) => turn.text).join(" / ") : (turns[first]?.text ?? "");
    return [{ id: record.id, gold: yesNo(record.labels?.converted === true), predicted: yesNo(first !== -1), text }];
  },
};

/** Turns that announce a failure, or a success that is no sale. */
export const trapOutcome: Task = {
  name: "failed or non-commercial outcome",
  positive: "converted",
  fits: ({ labels }) => labels?.failed_transactions !== undefined,
  predict: (record) => {
    const turns = readTurns(record);
    const traps = [...(record.labels?.failed_transactions ?? []), ...(record.labels?.other_success ?? [])];
    return traps.map(({ turn }) => ({
      id: `${record.id}#${turn}`,
      gold: "not converted",
      predicted: yesNo(turns[turn]?.reading.conversion != null),
      text: turns[turn]?.text ?? "",
    }));
  },
};

/** People who paid in the end, by what they said; they never count as converted by their own words. */
export const donation: Task = {
  name: "donated, by stated intent",
  positive: "yes",
  fits: ({ labels }) => labels?.donated !== undefined,
  predict: (record) => {
    const turns = readTurns(record);
    const intents = turns.flatMap(({ role, reading, lastOutbound }) => (role === "customer" ? intentsInContext(reading, lastOutbound) : []));
    const states = intents.some(({ intent }) => buyingIntents.includes(intent));
    return [
      {
        id: record.id,
        gold: record.labels?.donated ? "yes" : "no",
        predicted: states ? "yes" : "no",
        text: turns.map(({ text }) => text).join(" / "),
      },
    ];
  },
};

export const donationConverts: Task = {
  name: "converted without a sale",
  positive: "converted",
  fits: ({ labels }) => labels?.donated !== undefined,
  predict: (record) => {
    const found = readTurns(record).find(({ reading }) => reading.conversion !== null);
    return [{ id: record.id, gold: "not converted", predicted: yesNo(found !== undefined), text: found?.text ?? "" }];
  },
};
