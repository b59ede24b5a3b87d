/** "written: plain words" for contractions without their apostrophe and for chat spellings. */
const written = `
dont: do not | doesnt: does not | didnt: did not | cant: can not | cannot: can not | can't: can not | wont: will not | won't: will not
isnt: is not | arent: are not | wasnt: was not | werent: were not | couldnt: could not | wouldnt: would not | shouldnt: should not
havent: have not | hasnt: has not | hadnt: had not | aint: is not | ain't: is not | shan't: shall not | dnt: do not | cudnt: could not
im: i am | ive: i have | i'd: i would | i'll: i will | youre: you are | youve: you have | theyre: they are | thats: that is | whats: what is
hows: how is | wheres: where is | heres: here is | theres: there is | lets: let us | let's: let us | y'all: you all | yall: you all | its: it is
gonna: going to | wanna: want to | gotta: got to | lemme: let me | gimme: give me | kinda: kind of | dunno: do not know | outta: out of
u: you | ur: your | r: are | ya: you | thru: through | tho: though | bc: because | cuz: because | coz: because | b4: before | gr8: great | l8: late | luv: love
pls: please | plz: please | plss: please | plse: please | pleas: please | thx: thanks | tnx: thanks | thnx: thanks | ty: thanks | tysm: thanks so much | thankyou: thank you
thks: thanks | thnks: thanks | ok: ok | okay: ok | okey: ok | okie: ok | oki: ok | okk: ok | k: ok | kk: ok | yep: yes | yup: yes | yeah: yes | yea: yes | yah: yes | yess: yes | nope: no | nah: no
ordr: order | recieve: receive | recieved: received | recieving: receiving | definately: definitely | cancelled: canceled | cancelling: canceling | cancellation: cancelation
appt: appointment | resched: reschedule | rsvn: reservation | reso: reservation | info: information | infos: information | msg: message | msgs: messages
tmrw: tomorrow | tmr: tomorrow | 2moro: tomorrow | tomorow: tomorrow | tommorow: tomorrow | tommorrow: tomorrow | tonite: tonight
asap: as soon as possible | eod: end of day | cob: end of day | eow: end of week | hrs: hours | hr: hour | mins: minutes | min: minute
q: que | xq: porque | pq: porque | xfa: por favor | porfa: por favor | porfavor: por favor | porfis: por favor | tb: tambien | tmb: tambien | grax: gracias | grcs: gracias
pa: pa | mñn: manana | finde: fin de semana | tqm: te quiero mucho | ntp: no te preocupes | wpp: whatsapp | wasap: whatsapp
hnd: hindi | hndi: hindi | indi: hindi | ndi: hindi | dili: hindi | ung: yung | iyong: yung | nmn: naman | nman: naman | nga: nga | lng: lang | lamang: lang
kc: kasi | ksi: kasi | kse: kasi | skn: sakin | akin: sakin | pra: para | pro: pero | prro: pero | nyo: niyo | nya: niya | sya: siya | xa: siya | cya: siya
aq: ako | aco: ako | qo: ko | ngaun: ngayon | ngyon: ngayon | bkit: bakit | d2: dito | dto: dito | wla: wala | wlang: walang | mgkano: magkano | mgkno: magkano
magknu: magkano | pwd: pwede | pwde: pwede | puwede: pwede | pede: pwede | slmt: salamat | slamat: salamat | salamt: salamat | tnku: thank you | cge: sige | cg: sige | sge: sige
gud: good | gud pm: good pm | maganda: maganda | mgnda: maganda | mganda: maganda | gnda: ganda | mtgal: matagal | mtagal: matagal | tgal: tagal | sna: sana | snaa: sana | pnget: panget | pangit: panget
mabilis: mabilis | mblis: mabilis | bilis: bilis | dumating: dumating | dmting: dumating | kelan: kailan | kylan: kailan | knina: kanina | khapon: kahapon | bkas: bukas | mamya: mamaya | mya: mamaya
nlng: na lang | nalang: na lang | nlang: na lang | palang: pa lang | plang: pa lang | padin: pa rin | parin: pa rin | pdn: pa rin | prin: pa rin | nadin: na rin | narin: na rin | den: din
opo: oo po | oho: oo po | tlga: talaga | tlaga: talaga | tlg: talaga | tlgang: talagang | sobra: sobra | sbra: sobra | sobrng: sobrang | sbrang: sobrang | gnun: ganun | ganon: ganun | gnto: ganito
`;

/** Written word to the words it stands for. */
export const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  written
    .split(/[\n|]/)
    .map((entry) => entry.split(/:\s/).map((side) => side.trim()))
    .flatMap(([word, plain]) => (word && plain && !word.includes(" ") ? [[word, plain.split(" ")] as const] : [])),
);
