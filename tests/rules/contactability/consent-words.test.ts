import { describe, expect, it } from "vitest";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { heard } from "#tests/rules/analysis/read.ts";

const said = (text: string) => consentIn(text, heard(text));

describe("an opt-out", () => {
  it.each([
    ...["STOP", "stop", "StopAll", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPT OUT", "OPTOUT", "OPT-OUT", "REMOVE", "TD"],
    ...[
      "ARRET",
      "Arrêt",
      "BAJA",
      "detener",
      "tigil",
      "SAIR",
      "descadastrar",
      "désabonner",
      "berhenti",
      "Stopp",
      "abmelden",
      "disiscrivi",
      "afmelden",
    ],
    ...["  STOP.  ", "STOP!!!", '"Stop"', "🛑 STOP 🛑", "stop 🙏🏽", "ＳＴＯＰ", "STOOOP", "Stop\n", "stop pls"],
  ])("is the whole message “%s”", (text) => {
    expect(said(text)).toEqual({ kind: "opt_out", quote: text.trim() });
  });
});

describe("an opt-out with nothing beside it that says something", () => {
  it.each([
    ...["Stop. Thank you", "STOP 🙏", "stop please - Ana", "Stop, please!", "Please stop.", "Hello, please unsubscribe me. Thanks, Ana Reyes"],
    ...[
      "STOP\n\nAna Reyes",
      "STOP – Ana",
      "stop\nSent from my iPhone",
      "STOP\n\nOn Mon, 5 Jan 2026 at 10:00, Shop wrote:\n> Big sale, cancel any time",
    ],
    ...["> Reply STOP to end\nstop", "“STOP”", "'stop'", "*STOP*", "stop stop", "STOP!!! UNSUBSCRIBE", "No thanks, stop", "Kindly opt me out po"],
    ...["Baja, gracias", "Hola, dar de baja por favor", "Basta, gracias", "SAIR, obrigado", "Désabonner, merci", "Bitte abmelden", "Stopp, danke"],
    ...["退订", "请退订，谢谢", "退訂", "停止", "取消订阅", "取消訂閱", "ＴＤ", "TD", "配信停止", "配信停止をお願いします", "解除お願いします"],
    ...["수신거부", "수신거부 부탁드립니다", "그만", "중지", "หยุด", "ยกเลิกครับ", "หยุดค่ะ", "ຢຸດ", "ឈប់", "ရပ်ပါ"],
    ...["СТОП", "стоп", "Отписаться", "Отпишите меня, пожалуйста", "Відписатися", "відпишіть мене, будь ласка", "Одјава", "отпиши ме", "тоқта"],
    ...["ΣΤΟΠ", "στοπ, ευχαριστώ", "Διακοπή", "إيقاف", "توقف", "الغاء الاشتراك", "إلغاء، شكرًا", "لغو", "بند کریں", "הסר", "הסירו אותי בבקשה", "הסרה"],
    ...["रोकें", "बंद करो", "कृपया बंद करें", "বন্ধ করুন", "বন্ধ", "நிறுத்து", "நிறுத்தவும், நன்றி", "ఆపండి", "ನಿಲ್ಲಿಸಿ", "നിർത്തുക", "બંધ કરો", "ਬੰਦ ਕਰੋ"],
    ...[
      "dừng",
      "Hủy",
      "Huỷ đăng ký",
      "Vui lòng dừng lại",
      "BERHENTI",
      "tolong berhenti",
      "hentikan, terima kasih",
      "iptal",
      "Lütfen durdur",
      "İPTAL",
      "ACHA",
      "simama tafadhali",
    ],
    ...[
      "tama na po",
      "itigil na po salamat",
      "wypisz mnie",
      "avsluta",
      "afmeld",
      "lopeta",
      "leiratkozás",
      "dezabonare",
      "odhlásit",
      "uitschrijven aub",
    ],
    ...["Abmelden. Vielen Dank und schöne Grüße", "Nein danke, stopp", "STOP merci d'avance", "Se désabonner", "cancella iscrizione, grazie"],
    ...["Ngừng, cảm ơn bạn", "dừng lại đi", "रुकें, धन्यवाद", "توقف من فضلك، شكراً جزيلاً", "أوقف الرسائل", "止めてください", "Стоп, заранее спасибо"],
    ...["ok stop", "Stop already", "S T O P", "s.t.o.p", "STOP2END", "STOP, thank you so much and have a great day!", "stop!!! 😡"],
    ...["Stop. Regards, Ana María de la Cruz", "Abmelden\n\nVon meinem iPhone gesendet", "退订\n\n发自我的iPhone", "СТОП\n\nОтправлено с iPhone"],
    ...["afmelden\n\nOp 5 jan. 2026 om 10:00 schreef Shop <a@example.com>:\n> Aanbieding"],
  ])("is “%s”", (text) => {
    expect(said(text)?.kind).toBe("opt_out");
  });

  it.each([
    ...[
      "старт",
      "Подписаться",
      "开始",
      "订阅",
      "시작",
      "スタート",
      "เริ่ม",
      "ابدأ",
      "התחל",
      "शुरू करें",
      "শুরু",
      "bắt đầu",
      "başlat",
      "Start please",
      "START 🙂",
    ],
  ])("or an opt-in: “%s”", (text) => {
    expect(said(text)?.kind).toBe("opt_in");
  });
});

describe("an opt-in", () => {
  it.each(["START", "start!", "UNSTOP", "Subscribe", "OPT IN", "alta", "mulai"])("is the whole message “%s”", (text) => {
    expect(said(text)?.kind).toBe("opt_in");
  });
});

describe("a near miss", () => {
  it.each([
    ...["please don't write me any more", "Stop texting me", "no me escriban más por favor", "wag nyo na akong itext"],
    ...["bitte keine Nachrichten mehr", "Ne m'écrivez plus, merci", "não me mandem mais mensagens", "Non scrivetemi più!", "stuur me niets meer aub"],
    ...[
      "Не пишите мне больше, пожалуйста",
      "Không nhận nữa",
      "لا ترسلوا لي رسائل",
      "मुझे मैसेज मत भेजो",
      "请勿打扰",
      "連絡しないでください",
      "문자 보내지 마세요",
    ],
  ])("is “%s”", (text) => {
    const found = said(text);

    expect(found?.kind).toBe("near_miss");
    expect(text).toContain(found?.quote);
  });
});

describe("nothing is said about being written to by", () => {
  it.each([
    ...["Stop, see you at 5", "cancel my order", "cancel it please", "The bus stop is near", "end of the month please", "Can I quit the gym plan?"],
    ...["Stop, see you at 5 - Ana", "Cancel - Order", "cancel my order please", "stop thanks for nothing", "Stop\nHelp", "yes cancel", "stop start"],
    ...["no me manden mas cobros duplicados", "stop sending me the wrong size", "stop sending me the same invoice twice", "не отменяйте заказ"],
    ...[
      "ok stop there",
      "don't stop",
      "do not stop",
      "ok cancel",
      "no stop",
      "不要停止",
      "keine Nachrichten erhalten, wo bleibt die Rechnung?",
      "a b c",
    ],
    ...[
      "取消订单",
      "停止发货了吗",
      "我要取消预约",
      "キャンセルしたいです",
      "예약 취소해 주세요",
      "ยกเลิกการจอง",
      "Отмена заказа",
      "الغاء الحجز",
      "בטל את ההזמנה",
    ],
    ...[
      "iptal etmek istiyorum rezervasyonu",
      "batalkan pesanan saya",
      "हमारा ऑर्डर रद्द करें",
      "où est l'arrêt de bus",
      "cuándo termina la temporada baja",
      "> STOP\nok",
    ],
    ...["yes", "YES", "ok", "", "🙏", "...", "start my order", "the alta clinic", `${"stop ".repeat(50)}`],
  ])("“%s”", (text) => {
    expect(said(text)).toBeNull();
  });
});
