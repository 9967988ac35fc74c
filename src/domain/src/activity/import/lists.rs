//! Other people's words for what our closed lists name.

use super::plain::{folded, has_words};

/// Words that tell a kind, in the order in which they are looked for: what is told apart
/// by two words comes before what is told by one.
const KINDS: [(&str, &str); 14] = [
    (
        "support",
        "young carers, young carer, counselling, support group, support groups, lgbtq, \
            lgbt, bereavement, advocacy, befriending, mentoring, drop in support, \
            care leavers, domestic abuse, housing, homelessness",
    ),
    (
        "health",
        "mental health, sexual health, substance, substance use, drugs, alcohol, \
            health, wellbeing, clinic, contraception, therapy, camhs, smoking, healthy",
    ),
    (
        "uniformed",
        "cadets, cadet, scouts, scout, scouting, guides, guiding, brownies, \
            rangers unit, explorers, boys brigade, girls brigade, uniformed, \
            st john ambulance, girlguiding",
    ),
    (
        "holiday",
        "holiday club, holiday clubs, holiday, holidays, haf, summer camp, \
            summer school, half term, playscheme, easter camp",
    ),
    (
        "volunteering",
        "volunteering, volunteer, volunteers, duke of edinburgh, dofe, social action, \
            ncs",
    ),
    (
        "voice",
        "youth council, youth parliament, youth cabinet, cabinet, school council, \
            have your say, children in care council, youth voice, participation",
    ),
    (
        "careers",
        "careers, career, jobs, job, employment, apprenticeship, apprenticeships, \
            training, homework, study, tutoring, learning and work, cv, job club, \
            employability, college",
    ),
    (
        "music",
        "music, band, bands, choir, singing, dj, guitar, drumming, orchestra, rap, \
            studio",
    ),
    (
        "making",
        "cooking, baking, coding, code club, woodwork, sewing, making, maker, craft, \
            crafts, lego, robotics, repair, gardening, electronics",
    ),
    (
        "arts",
        "art, arts, drama, theatre, dance, dancing, ballet, film, photography, poetry, \
            writing, street dance, performing, acting, circus, creative, animation, \
            pottery",
    ),
    (
        "games",
        "games, gaming, chess, board games, dungeons, esports, warhammer, pool league, \
            darts",
    ),
    (
        "outdoors",
        "outdoor, outdoors, camping, hiking, walking, climbing, canoeing, kayaking, \
            sailing, forest school, fishing, orienteering, conservation, bushcraft, \
            nature",
    ),
    (
        "sport",
        "sport, sports, football, rugby, boxing, gym, swimming, swim, basketball, \
            netball, badminton, tennis, table tennis, cricket, hockey, skate, \
            skateboarding, skating, bmx, cycling, martial arts, karate, judo, taekwondo, \
            athletics, running, gymnastics, trampolining, fitness, crossfit, bodypump, \
            yoga, pilates, multi sport, multisports, volleyball, squash, golf, archery, \
            fencing, wrestling, dodgeball, parkour, fc, afc, group exercise classes, \
            exercise, aerobics, spin",
    ),
    (
        "club",
        "youth club, youth clubs, youth hub, youth group, youth work, youth bus, \
            open access, club, clubs, youth centre, drop in, youth zone, hub, \
            clubs and groups, activities for young people",
    ),
];

/// The kind that words tell; nothing where they tell none.
pub(super) fn kind(words: &str) -> Option<&'static str> {
    let words = folded(words);
    // "martial arts" is no art.
    let words = words.replace("martial arts", "martial");
    let mut kinds = KINDS.iter();
    if let Some((kind, _)) = KINDS.iter().find(|(kind, _)| *kind == words) {
        return Some(kind);
    }
    let told = |all: &str| all.split(", ").any(|own| has_words(&words, own));
    if has_words(&words, "martial") {
        return Some("sport");
    }
    kinds.find(|(_, all)| told(all)).map(|(kind, _)| *kind)
}

/// The level that words tell.
pub(super) fn level(words: &str) -> Option<&'static str> {
    let words = folded(words);
    ["targeted", "specialist", "universal"]
        .into_iter()
        .find(|level| has_words(&words, level))
}

/// The way to join that words tell.
pub(super) fn joining(words: &str) -> Option<&'static str> {
    const WAYS: [(&str, &str); 4] = [
        (
            "referral",
            "referral, referred, referral only, needs referral",
        ),
        (
            "drop-in",
            "drop in, dropin, open access, turn up, no booking, no need to book, walk in",
        ),
        (
            "book",
            "appointment, appointments, book, booking, bookable, pre book, register, \
            sign up",
        ),
        ("membership", "membership, member, members, subs, join up"),
    ];
    let words = folded(words);
    let mut ways = WAYS.iter();
    ways.find(|(_, all)| all.split(", ").any(|own| has_words(&words, own)))
        .map(|(way, _)| *way)
}

/// What a place has, by words. What stands first takes its words away from what follows:
/// "disabled parking" is no other car park.
const HAS: [(&str, &str); 13] = [
    (
        "accessible-toilet",
        "accessible toilet facilities, accessible toilet, accessible toilets, \
            disabled toilet, disabled toilets, changing places toilet, changing places, \
            accessible wc, disabled wc",
    ),
    (
        "hearing-loop",
        "hearing loop, induction loop, induction loops, loop, loops",
    ),
    ("bsl", "british sign language, sign language, bsl"),
    ("hoist", "hoist, hoists"),
    ("lift", "lift, lifts, elevator"),
    (
        "disabled-parking",
        "disabled car parking space, disabled car parking, disabled parking, \
            accessible parking, blue badge parking, blue badge",
    ),
    ("parking-nearby", "parking nearby, nearby parking"),
    ("car-parking", "car parking, car park, parking"),
    (
        "baby-changing",
        "baby changing facilities, baby changing, babychanging",
    ),
    (
        "changing-facilities",
        "changing facilities, changing rooms, changing room, changingfacilities, \
            accessible changing",
    ),
    (
        "bus-stop-nearby",
        "bus stop nearby, bus stop, near bus stop, bus stops",
    ),
    (
        "partial-wheelchair-access",
        "partial wheelchair access, partially wheelchair accessible, \
            partially accessible, partially, partial, partial access",
    ),
    (
        "wheelchair-entrance",
        "wheelchair accessible entrance, wheelchair entrance, wheelchair access, \
            wheelchair accessible, wheelchair, wheelchairs, step free entrance, \
            step free access, step free, stepfree, level access, ramp, ramped access, \
            fully accessible",
    ),
];

/// Whether a text is the name in our files of what a place can have.
pub(super) fn is_facility(name: &str) -> bool {
    HAS.iter().any(|(own, _)| *own == name)
}

/// What of a place's equipment words name; empty where they name nothing of it.
pub(super) fn facilities(words: &str) -> Vec<&'static str> {
    let mut words = folded(words);
    let mut found = Vec::new();
    for (name, all) in HAS {
        for own in all.split(", ") {
            if !has_words(&words, own) {
                continue;
            }
            let denied = ["no ", "not ", "without "]
                .iter()
                .any(|no| has_words(&words, &format!("{no}{own}")));
            if !denied && !found.contains(&name) {
                found.push(name);
            }
            // Not an empty string: the words around it don't become neighbours.
            words = format!(" {words} ").replace(&format!(" {own} "), " | ");
            words = words.trim().to_owned();
        }
    }
    found
}

/// Whom words say it supports; empty where they name nobody of that list.
pub(super) fn supports(words: &str) -> Vec<&'static str> {
    const SUPPORTS: [(&str, &str); 6] = [
        ("visual", "visual, visually, sight, blind, vision"),
        ("hearing", "hearing, deaf, deafness"),
        (
            "physical",
            "physical, physically, mobility, wheelchair, wheelchairs",
        ),
        (
            "learning",
            "learning, cognitive, dyslexia, down syndrome, downs",
        ),
        ("mental-health", "mental, anxiety, depression"),
        (
            "social",
            "social, behavioural, behaviour, autism, autistic, asperger, asd, adhd",
        ),
    ];
    let words = folded(words);
    let named = SUPPORTS.iter();
    named
        .filter(|(_, all)| all.split(", ").any(|own| has_words(&words, own)))
        .map(|(name, _)| *name)
        .collect()
}

/// What sort of place its name says it is.
pub(super) fn place_kind(name: &str) -> Option<&'static str> {
    const SORTS: [(&str, &str); 4] = [
        ("satellite", "satellite"),
        (
            "bus",
            "youth bus, advice bus, mobile bus, mobile youth bus, bus",
        ),
        ("street", "street team, detached, on the streets"),
        ("hub", "hub, youth zone"),
    ];
    let name = folded(name);
    let name = name.replace("bus stop", "").replace("bus station", "");
    let mut sorts = SORTS.iter();
    sorts
        .find(|(_, all)| all.split(", ").any(|own| has_words(&name, own)))
        .map(|(sort, _)| *sort)
}

/// Names of languages, with their tags: those that English directories name most.
const LANGUAGES: &str = "albanian = sq, amharic = am, arabic = ar, bengali = bn, \
    british sign language = bfi, bsl = bfi, bulgarian = bg, cantonese = yue, \
    chinese = zh, croatian = hr, czech = cs, dari = prs, dutch = nl, english = en, \
    farsi = fa, french = fr, german = de, greek = el, gujarati = gu, hindi = hi, \
    hungarian = hu, italian = it, kurdish = ku, latvian = lv, lithuanian = lt, \
    mandarin = cmn, pashto = ps, persian = fa, polish = pl, portuguese = pt, \
    punjabi = pa, romanian = ro, russian = ru, slovak = sk, somali = so, sorani = ckb, \
    spanish = es, tamil = ta, tigrinya = ti, turkish = tr, ukrainian = uk, urdu = ur";

/// The tag of a language by its name.
pub(super) fn language(name: &str) -> Option<&'static str> {
    let name = folded(name);
    // "Kurdish (Sorani)" is more than Kurdish.
    let mut named = LANGUAGES
        .rsplit(", ")
        .filter_map(|line| line.split_once(" = "));
    named
        .find(|(own, _)| has_words(&name, own))
        .map(|(_, tag)| tag)
}

/// Whether a code has the shape of a BCP 47 tag.
pub(super) fn is_tag(code: &str) -> bool {
    let mut parts = code.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase());
    (2..=3).contains(&first.len())
        && letters(first)
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests;
