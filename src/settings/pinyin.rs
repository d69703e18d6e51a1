//! Chinese names as they are typed on a Latin keyboard.

use pinyin::{ToPinyin, ToPinyinMulti};

/// No more ways to read a text than this are kept: those with the fewest rare readings.
const MOST_READINGS: usize = 24;

/// Every way to type a text in pinyin: in full and by initials, for all readings of each
/// character; other characters stand for themselves. Empty for a text without Chinese.
pub fn readings(text: &str) -> Vec<String> {
    let mut typed = vec![Typed::default()];
    let mut has_chinese = false;
    for char in text.chars() {
        let sounds = sounds(char);
        has_chinese |= !sounds.is_empty();
        typed = step(&typed, char, &sounds);
    }
    if !has_chinese {
        return Vec::new();
    }
    let mut all: Vec<_> = typed
        .into_iter()
        .flat_map(|typed| [typed.full, typed.initials])
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[derive(Debug, Clone, Default)]
struct Typed {
    full: String,
    initials: String,
    /// How many characters are not read in their most common way.
    rare: usize,
}

/// Every sound of a Chinese character in letters that a keyboard has, the most common first; none
/// for any other character. `ü` is typed as `v` by some and as `u` by others.
pub fn sounds(char: char) -> Vec<String> {
    let sounds = char.to_pinyin_multi().into_iter().flatten();
    sounds
        .flat_map(|sound| {
            let plain = sound.plain();
            let u = plain.contains('ü').then(|| plain.replace('ü', "u"));
            std::iter::once(plain.replace('ü', "v")).chain(u)
        })
        .collect()
}

/// By what a name stands in a list: letters as they are, Chinese by its most common sounds.
pub fn sort_key(name: &str) -> String {
    let sound = |char: char| spelled(char).unwrap_or_else(|| char.to_lowercase().collect());
    name.chars().map(sound).collect()
}

fn step(typed: &[Typed], char: char, sounds: &[String]) -> Vec<Typed> {
    let own = [char.to_string()];
    let sounds = if sounds.is_empty() { &own } else { sounds };
    let longer = |(place, sound): (usize, &String)| {
        let longer = |before: &Typed| {
            let mut after = before.clone();
            after.full.push_str(sound);
            after.initials.extend(sound.chars().next());
            after.rare += usize::from(place > 0);
            after
        };
        typed.iter().map(longer).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = sounds.iter().enumerate().flat_map(longer).collect();
    all.sort_by(|one, other| (one.rare, &one.full).cmp(&(other.rare, &other.full)));
    all.dedup_by(|one, other| one.full == other.full);
    all.truncate(MOST_READINGS);
    all
}

/// The most common sound of a Chinese character in plain letters; `None` for any other character.
pub fn spelled(char: char) -> Option<String> {
    let sound = char.to_pinyin()?.plain();
    let plain = sound.replace('ü', "v");
    plain
        .bytes()
        .all(|b| b.is_ascii_lowercase())
        .then_some(plain)
}

/// Whether a name begins with a letter, as it is written or in pinyin.
pub fn begins_with(name: &str, letter: char) -> bool {
    let begins = |text: &str| {
        let first = text.chars().next();
        first.is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
    };
    begins(name) || readings(name).iter().any(|reading| begins(reading))
}

#[cfg(test)]
mod tests {
    use super::{begins_with, readings, sort_key};

    #[test]
    fn names_are_typed_in_full_or_by_initials() {
        assert_eq!(readings("小米15"), ["xiaomi15", "xm15"]);
        let baitiao = readings("京东白条");
        for reading in ["jdbt", "jingdongbaitiao"] {
            assert!(baitiao.iter().any(|kept| kept == reading), "{reading}");
        }
        assert!(readings("Dyson V12").is_empty());
    }

    #[test]
    fn all_readings_of_a_character_are_kept() {
        for (name, reading) in [
            ("重庆", "chongqing"),
            ("重庆", "zq"),
            ("招行信用卡", "zhaohangxinyongka"),
            ("长安银行", "changanyinhang"),
            ("长安银行", "zayx"),
            ("行李箱", "xinglixiang"),
            ("行李箱", "xlx"),
            ("音乐会", "yinyuehui"),
            ("乐视电视", "leshidianshi"),
            ("空调", "kongtiao"),
            ("调味盒", "tiaoweihe"),
            ("厦门航空", "xmhk"),
            ("单车", "danche"),
            ("大夫", "daifu"),
            ("女鞋", "nvxie"),
            ("女鞋", "nuxie"),
            ("女鞋", "nx"),
            ("绿植", "lvzhi"),
        ] {
            let kept = readings(name);
            assert!(
                kept.iter().any(|kept| kept == reading),
                "{reading}: {kept:?}"
            );
        }
        assert!(readings(&"重行乐".repeat(50)).len() <= 2 * super::MOST_READINGS);
    }

    #[test]
    fn names_stand_in_the_order_of_their_sounds() {
        let mut names = ["小米", "MacBook", "人体工学椅", "儿童牙刷", "绿植", "戴森"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["戴森", "儿童牙刷", "绿植", "MacBook", "人体工学椅", "小米"]
        );
    }

    #[test]
    fn a_choice_is_reached_by_its_first_letter() {
        assert!(
            begins_with("支付宝", 'z') && begins_with("Alipay", 'a') && begins_with("微信", '微')
        );
        assert!(!begins_with("微信", 'x') && !begins_with("", 'x'));
    }
}
