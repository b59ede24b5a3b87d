/** English words by tone, from -3 to 3. "/v" adds a verb's forms, "/a" an adjective's, "/n" a plural; see core/rules/analysis/tones.ts. */
export const englishTone: Readonly<Record<string, string>> = {
  "3": `
    amazing amazingly awesome excellent/a outstanding/a superb/a fantastic fantastically wonderful/a brilliant/a perfect/a perfection phenomenal/a exceptional/a magnificent/a
    marvelous marvellous marvelously flawless/a spectacular/a stunning/a incredible incredibly extraordinary masterpiece/n masterful/a stellar sublime exquisite/a breathtaking/a
    best love/v loved adore/v unforgettable splendid terrific fabulous/a impeccable/a heavenly ecstatic thrilled overjoyed delightful/a dazzling/a riveting mesmerizing enthralling
    gorgeous/a glorious/a triumph/n triumphant masterly masterwork exhilarating electrifying hilarious/a bravo unbeatable unmatched peerless genius yay woohoo hooray
    bestest supreme stupendous astonishing/a astounding/a transcendent blissful/a lovable loving unparalleled
    stoked lifesaver immaculate
  `,
  "2": `
    great/a greatest good goods happy/a glad/a pleased pleasing pleasant/a lovely nice/a nicest beautiful/a impressive/a impress/v enjoy/v enjoyable enjoyably enjoyment delight/v fun funny/a funniest
    charming/a charm charms clever/a witty/a smart/a elegant/a graceful/a inspiring inspired inspirational touching heartwarming heartfelt engaging engrossing gripping compelling/a captivating fascinating/a
    entertaining/a satisfying satisfied satisfy satisfies satisfaction satisfactory recommend/v recommendable grateful/a thankful/a appreciate/v appreciative fresh/a refreshing/a
    friendly courteous helpful/a kindness generous/a caring professional/a professionalism efficient/a reliable reliably trustworthy honest/a comfortable comfortably comfy cozy cosy
    delicious/a tasty yummy scrumptious excited excitement exciting/a thrilling/a powerful/a poignant/a profound/a insightful/a thoughtful/a intelligent/a imaginative/a inventive/a originality creative/a
    rewarding worthwhile worthy beautifully superior favorite favourite win/n wins winner/n winning won success/n successful/a succeed/v awesomely cool coolest sweet/a sweetest adorable cute/a cutest gem gems treasure/n
    proud/a praise/v admire/v admirable congrats congratulations blessed blessing/n joy joyful joyous cheerful/a warm/a warmth humorous rich/a richly vivid/a vibrant lush lively crisp sharp/a subtle/a nuanced
    authentic sincere/a sincerity tender/a tenderness haunting lyrical poetic remarkable remarkably finest accomplished skilled skillful/a ingenious eloquent/a memorable enchanting magical 
    affordable bargain promptly speedy swift/a seamless/a effortless/a smooth/a flawlessly spotless pristine sturdy durable legit classy sexy romantic delicate/a absorbing arresting
      intriguing intrigue provocative winsome endearing infectious buoyant uplifting luminous resonant sensitive/a stirring/a heroic marvel/v wow wowed congratulation 
    celebrate/v relieved relief impressed satisfyingly excels excel superbly passionate energetic spirited playful/a whimsical ambitious daring bold/a dynamic stylish/a handsome  
    trust trusted peaceful/a harmony paradise lucky luckily stunner wondrous epic dope rad fab kudos props commend/v gracious/a accommodating attentive knowledgeable
    obsessed pumped psyched chuffed legend banger juicy flavorful punctual aced nailed victory beaming fave compliments flattered
  `,
  "1": `
    vacation holiday holidays party cheers woot yey besties bestie beloved cherish/v congratulate/v adventure sunshine hopefully cuddle/v peacefully
    amusing amused amuse
    fine decent/a solid/a works worked easy easily easier easiest clean/a fast/a faster fastest quick/a quicker quickest prompt useful/a usefulness safe/a safely
    welcome/v improve/v improved improvement/n improving support supportive benefit/n beneficial bonus free respectable competent/a capable likeable likable watchable serviceable
    strong/a stronger strongest brave/a noble honor honored honour gain gains improves positive/a progress polite/a politely responsive simple neat/a neatly tidy accurate/a true truth
    surprising/a surprisingly fulfilling fulfill fulfilled bright/a brighter quirky offbeat familiar suitable convenient/a convenience handy compact soft/a softly wise/a wisdom calm/a relaxed relaxing
      share helps helping helped resolved solved fixed saves saved saving gift promising genuine/a natural/a energy credible thoughtfully heart hearty hug hugs smile/v smiling   
    laughter grin peace popular fancy attractive grace mature dignity effective/a effectively effectiveness depth detailed intimate truthful alive cares humane humanity bravery
    merit merits worthwhile rare deft/a fluid healthy enthusiastic enthusiasm eager/a agreeable timely timeless classic classics satisfies pleasure pleasures
    fluffy crispy reasonable
  `,
  "0.6": `
    kind kindly better humor wit talent talents talented thrills thrill laugh laughs laughing interest interesting interested passion magic hero heroes wonder wonders pretty
    hope hopeful worth original/a moving ready clear deal correct fair/a
  `,
  "-0.5": `
    hard cold dry old older skip
  `,
  "-1": `
    headache/n migraine/n toothache lonely loneliness homesick sore flu cough injured injury injuries jealous hungover insomnia traffic miss missing died homeless mourn/v mourning grief funeral rejected victim/n violence violent bully/v bullied unemployed debt poverty corruption corrupt
    hell scary
    late/a slow/a slower slowest wait waits waiting waited delay/v delayed delays missing missed lack/v lacking lacked lacks confused confusing/a confusion unclear complicated difficult/a difficulty harder
    expensive overpriced pricey costly thin flimsy loose tight dirty outdated cheap/a cheaply weak/a weaker weakest weakness/n odd/a oddly strange/a weird/a weirdly awkward/a uneven predictable predictably
    cliche/n cliched cliches formulaic slight shallow superficial/a conventional average ordinary mediocre/a mediocrity forgettable unremarkable uninspired uninteresting unnecessary unnecessarily
    worried worry/v concern concerned anxious nervous tired/a tiring sad/a sadly sadness regret/v unfortunate/a unlucky doubt/n doubtful unsure uncertain/a problem/n issue/n trouble/n troubled error/n mistake/n glitch/n bug/n buggy
    fault/n canceled cancelation stuck lost lose losing loses loss/n unable denied deny refuse/v refused reject/v rejected complain/v complaint/n dispute noisy loud/a crowded cramped sticky wet smelly
    expired leftover damage/v damaged dent/n scratch/n scratched crack/n cracked leak/v leaking broken broke break breaks tear torn stain/n stained unavailable incomplete unfair/a wrong/a wrongly incorrect/a inaccurate
    underwhelming disjointed repetitive repetitious clumsy/a clunky sluggish/a sappy sentimental manipulative contrived hollow empty/a bland stale dated muddled messy mess silly/a goofy cheesy corny hokey
    excessive/a overdone overlong overwrought overblown bloated pretentious/a indulgent preachy simplistic implausible unconvincing unfunny flat lame murky rough/a strained forced limp derivative
    hype overrated overhyped meh ugh downer sigh barely nonsense problematic questionable suspicious risky fear/n afraid scared trapped hassle/n inconvenience/n inconvenienced inconvenient
    unanswered unresolved undelivered unhelpful/a unprofessional/a unfriendly unsatisfied unsatisfying unsatisfactory uncomfortable uncomfortably unpleasant/a unreliable unhappy/a unwelcome uneasy unimpressive irresponsible inconsistent
    insult/v offensive/a offended complaining crash/v crashes crashed avoid hardly spoil/v spoiled defective defect/n faulty malfunction/n rip ripped stranded overbooked nope fee/n bump/v bumped diverted turbulence
    struggle/v struggling suffer/v suffering pain/n painfully ignored ignore/v ignoring neglected shoddy sloppy/a careless/a blame/v guilty cry/v crying hurt/v hurts hurting dead dying die dies grim bleak dreary
    downhill drag/v drags dragged dragging plodding meandering soulless lifeless wooden amateurish juvenile puerile inept/a inane vapid pseudo tepid lukewarm trite banal generic unoriginal misguided
    misleading misled misfire misfires dishonest fake/a counterfeit knockoff replica shame alas unfulfilling underdeveloped uninvolving unsympathetic irritate irrelevant pale
    flicker/v greasy stale bumpy patchy
  `,
  "-2": `
    heartbroken heartbreaking devastated devastating exhausted exhausting tragic/a tragedy murder/v murdered killed killing racist/n racism toxic bullying terrified terrifying
    bad/a poor/a worse disappoint/v disappointed disappointing/a disappointment/n frustrate/v frustrated frustrating/a frustration angry/a anger annoy/v annoyed annoying/a annoyance irritating/a irritated irritation upset upsetting mad
    dislike/v disliked useless/a pointless/a worthless/a hopeless/a ridiculous/a absurd/a stupid/a stupidity idiot/n idiotic dumb/a boring/a bored bore/n boredom dull/a tedious/a tedium tiresome fail/v failed fails failing failure/n
    ruin/v ruined ruins rude/a rudely rudeness unacceptable/a inexcusable incompetent/a incompetence messed crap crappy suck/v sucks sucked sucking lousy shitty shit damn dammit
    nasty/a ugly/a gross/a unpleasantly bullshit bs rubbish trash/v garbage junk wasted waste wasteful liar/n lie/n lied lying cheat/v cheated cheating steal/v stolen stole theft thief fraud/n fraudulent deceive/v
    deceptive scam/v scammed scammer/n overcharged overcharge screwed screw sick outraged outrage outrageous insane shameful/a shameless/a embarrassing/a embarrassed embarrassment
    humiliating stressful stressed stress depressing depressed depression annoyingly painful/a unwatchable incoherent insufferable unbearable/a mindless/a brainless witless charmless humorless joyless
    laughable ludicrous cringe cringey cynical crass vulgar tasteless/a sleazy exploitative grating obnoxious/a stinks stinker stink dud flop/n interminable unendurable
    neglect negligent hostile arrogant/a disrespect/v disrespectful/a unethical dishonestly disorganized chaos chaotic stupidly rotten moldy poison harass/v harassment abuse/v abused abusive
    wtf smh fml facepalm ffs pissed ripoff unforgivable deplorable dismal/a infuriate wreck sloppily disconcerting despair desperate/a bastard/n jerk/n
     ashamed regrettable worsen/v worsened unusable unstable nauseating moron/n moronic lackluster dreck schlock tripe drivel hackneyed yawn snooze disgrace
    soggy glitchy laggy undercooked overcooked burnt rubbery mushy grimy dismissive condescending clueless dented ghosted gutted bummed
  `,
  "-3": `
    terrible terribly horrible horribly horrendous/a horrid awful awfully worst atrocious/a abysmal/a appalling/a disgusting/a disgust/v disgusted dreadful/a hate/v hated hatred despise/v loathe/v loathsome pathetic/a vile
    disgraceful/a nightmare/n disaster/n disastrous/a catastrophe catastrophic furious/a livid infuriating/a infuriated enraged fuck fucking fucked fuckin fck effing motherfucker bitch asshole/n cunt
    unwatchably excruciating/a torture/v torturous miserable/a miserably repulsive repugnant putrid revolting sickening ghastly hideous/a deplorably criminal evil insulting scum worstever
    filthy fiasco
  `,
};
