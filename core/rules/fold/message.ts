import type { ContactState, LastOutbound } from "#core/model/contact-state.ts";
import { compareFacts, type Fact, type MessageFact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { Settings } from "#core/model/settings.ts";
import { buyingIntents, intentEnders } from "#core/model/vocabulary.ts";
import { intentsInContext } from "#core/rules/analysis/in-context.ts";
import { withDetailsOf } from "#core/rules/contact/details.ts";
import { addTone } from "#core/rules/contact/sentiment.ts";
import { reachBuying, reachStage } from "#core/rules/contact/stage.ts";
import { withMessage } from "./conversation.ts";
import { addConversion, conversionIn } from "./conversions.ts";
import { afterInbound, afterOutbound } from "./engagement.ts";

const complaints: readonly string[] = ["complaint", "abuse", "cancellation"];

/** Intents of an inbound message; a yes to an offer to book or buy is one too. */
export function intentsOf(fact: Fact, lastOutbound: LastOutbound | null): Reading["intents"] {
  if (fact.type !== "message" || fact.direction !== "inbound") return [];
  return intentsInContext(fact.reading, lastOutbound);
}

export function foldMessage(state: ContactState, fact: MessageFact, settings: Settings, isRevoked: boolean): ContactState {
  const seen: ContactState = {
    ...state,
    conversations: withMessage(state.conversations, fact),
    details: withDetailsOf(state.details, fact),
    origin: state.origin ?? { at: fact.at, id: fact.id, source: fact.source },
  };
  return fact.direction === "inbound" ? foldInbound(seen, fact, settings) : foldOutbound(seen, fact, settings, isRevoked);
}

function foldInbound(state: ContactState, fact: MessageFact, settings: Settings): ContactState {
  const { sentiment, language } = fact.reading;
  const intents = intentsOf(fact, state.lastOutbound);
  const find = (names: readonly string[]) => {
    const found = intents.find(({ intent }) => names.includes(intent));
    return found ? { at: fact.at, id: fact.id, ...found } : null;
  };
  const buying = find(buyingIntents);
  return {
    ...state,
    inboundCount: state.inboundCount + 1,
    firstInboundAt: state.firstInboundAt ?? fact.at,
    lastInbound: { at: fact.at, id: fact.id },
    language: language === null ? state.language : { at: fact.at, id: fact.id, language },
    sentiment: sentiment === null ? state.sentiment : addTone(state.sentiment, fact.at, sentiment, settings.sentiment.halfLifeDays),
    tonedCount: state.tonedCount + (sentiment === null ? 0 : 1),
    buying: buying ?? state.buying,
    buyingEnded: find(intentEnders) ?? state.buyingEnded,
    complaint: find(complaints) ?? state.complaint,
    engagement: afterInbound(state.engagement, fact, intents, state.lastOutbound, settings),
    stage: stageAfter(state, fact, intents, buying, settings),
  };
}

/**
 * The stage after an inbound message. A buying intent goes before a comparison; a reply to an offer that is not a refusal
 * counts as comparing.
 */
function stageAfter(state: ContactState, fact: MessageFact, intents: Reading["intents"], buying: { quote: string } | null, settings: Settings) {
  if (buying) return reachBuying(state.stage, "closing", fact, `“${buying.quote}”`, settings.stages);
  const compares = intents.find(({ intent }) => intent === "comparison");
  if (compares) return reachStage(state.stage, "comparing", fact, `“${compares.quote}”`);
  const declines = fact.reading.answer === "no" || intents.some(({ intent }) => intentEnders.includes(intent));
  const offer = state.lastOutbound?.offer;
  return offer && !declines ? reachStage(state.stage, "comparing", fact, `went on after the offer “${offer.quote}”`) : state.stage;
}

function foldOutbound(state: ContactState, fact: MessageFact, settings: Settings, isRevoked: boolean): ContactState {
  const { offer, fulfilment } = fact.reading;
  const said: ContactState = {
    ...state,
    outboundCount: state.outboundCount + 1,
    engagement: afterOutbound(state.engagement, fact, settings),
    lastOutbound: { at: fact.at, id: fact.id, offer: offer ?? unansweredOffer(state) },
  };
  const conversion = conversionIn(fact);
  if (conversion && !isRevoked) {
    return {
      ...said,
      conversions: addConversion(said.conversions, conversion),
      stage: reachBuying(said.stage, "in_progress", fact, `confirmed: “${fact.reading.conversion?.quote}”`, settings.stages),
    };
  }
  if (fulfilment && said.stage.stage === "in_progress") {
    return { ...said, stage: reachStage(said.stage, "follow_up", fact, `“${fulfilment.quote}”`) };
  }
  return said;
}

/** The last offer, if the customer has not answered since. It stays open through further messages of ours. */
function unansweredOffer({ lastOutbound, lastInbound }: ContactState) {
  if (!lastOutbound || (lastInbound && compareFacts(lastOutbound, lastInbound) < 0)) return null;
  return lastOutbound.offer;
}
