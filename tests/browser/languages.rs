//! The rules of the catalogue's language are those that a browser has for it; and
//! what a language may decide suffices for all official languages of the United
//! Nations.

use serde_json::{Value, json};
use standing_invitation::text::LANGUAGE;
use standing_invitation::text::language::{Language, Plural};

use crate::engine::Engine;
use crate::explorer::Explorer;

/// They have no shorter names.
const ARABIC_MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

const ARABIC: Language = Language {
    tag: "ar-EG",
    direction: "rtl",
    plural: |count| match (count, count % 100) {
        (0, _) => Plural::Zero,
        (1, _) => Plural::One,
        (2, _) => Plural::Two,
        (_, 3..=10) => Plural::Few,
        (_, 11..=99) => Plural::Many,
        _ => Plural::Other,
    },
    zero: '٠',
    group: "٬",
    least_grouped: 1000,
    day: "{0} {1} {2}",
    month: "{0} {1}",
    months: ARABIC_MONTHS,
    months_alone: None,
    months_short: ARABIC_MONTHS,
};

/// Nor have these.
const CHINESE_MONTHS: [&str; 12] =
    ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

const CHINESE: Language = Language {
    tag: "zh-CN",
    direction: "ltr",
    plural: |_| Plural::Other,
    zero: '0',
    group: ",",
    least_grouped: 1000,
    day: "{2}年{1}{0}日",
    month: "{1}年{0}",
    months: CHINESE_MONTHS,
    months_alone: None,
    months_short: CHINESE_MONTHS,
};

const FRENCH: Language = Language {
    tag: "fr-FR",
    direction: "ltr",
    plural: |count| match count {
        0 | 1 => Plural::One,
        _ if count.is_multiple_of(1_000_000) => Plural::Many,
        _ => Plural::Other,
    },
    zero: '0',
    group: "\u{202f}",
    least_grouped: 1000,
    day: "{0} {1} {2}",
    month: "{0} {1}",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    months_alone: None,
    months_short: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ],
};

const RUSSIAN: Language = Language {
    tag: "ru-RU",
    direction: "ltr",
    plural: |count| match (count % 10, count % 100) {
        (1, _) if count % 100 != 11 => Plural::One,
        (2..=4, tens) if !(12..=14).contains(&tens) => Plural::Few,
        _ => Plural::Many,
    },
    zero: '0',
    group: "\u{a0}",
    least_grouped: 1000,
    day: "{0} {1} {2} г.",
    month: "{0} {1} г.",
    months: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    months_alone: Some([
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ]),
    months_short: [
        "янв.",
        "февр.",
        "март",
        "апр.",
        "май",
        "июнь",
        "июль",
        "авг.",
        "сент.",
        "окт.",
        "нояб.",
        "дек.",
    ],
};

const SPANISH: Language = Language {
    tag: "es-ES",
    direction: "ltr",
    plural: |count| match count {
        1 => Plural::One,
        _ if count > 0 && count.is_multiple_of(1_000_000) => Plural::Many,
        _ => Plural::Other,
    },
    zero: '0',
    group: ".",
    least_grouped: 10_000,
    day: "{0} de {1} de {2}",
    month: "{0} de {1}",
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    months_alone: None,
    months_short: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
};

/// Counts on both sides of whatever a language tells apart.
fn counts() -> Vec<u32> {
    (0..=130)
        .chain([200, 577, 999, 1_000, 1_001, 1_999, 9_999, 10_000, 12_345, 1_000_000, 2_000_011])
        .collect()
}

/// What the browser makes of the counts, and of a day in each month.
const INTL: &str = "(tag, counts) => {
    const plurals = new Intl.PluralRules(tag), numbers = new Intl.NumberFormat(tag);
    const date = (options) => {
        const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
        return [...Array(12).keys()].map(month => format.format(Date.UTC(2005, month, month + 9)));
    };
    return [
        counts.map(count => [plurals.select(count), numbers.format(count)]),
        date({ day: 'numeric', month: 'long', year: 'numeric' }),
        date({ month: 'long', year: 'numeric' }),
        date({ month: 'short' }),
        new Intl.Locale(tag).getTextInfo?.().direction ?? new Intl.Locale(tag).textInfo.direction,
    ];
}";

fn ours(language: &Language) -> Value {
    let months = 1..=12;
    json!([
        counts()
            .into_iter()
            .map(|count| {
                let plural = format!("{:?}", (language.plural)(count)).to_lowercase();
                json!([plural, language.number(count)])
            })
            .collect::<Vec<_>>(),
        months.clone().map(|month| language.day(2005, month, month + 8)).collect::<Vec<_>>(),
        months.clone().map(|month| language.month(2005, month)).collect::<Vec<_>>(),
        months.map(|month| language.short_month(month)).collect::<Vec<_>>(),
        language.direction,
    ])
}

#[test]
fn languages_count_and_write_as_browsers_do() {
    for engine in Engine::wanted().into_iter().filter(|engine| engine.has_devtools()) {
        let explorer = Explorer::start(engine);
        for language in [&LANGUAGE, &ARABIC, &CHINESE, &FRENCH, &RUSSIAN, &SPANISH] {
            let browser = explorer.read(INTL, json!([language.tag, counts()]));
            for (part, ours) in ours(language).as_array().into_iter().flatten().enumerate() {
                assert_eq!(&browser[part], ours, "part {part} of {}", language.tag);
            }
        }
    }
}
