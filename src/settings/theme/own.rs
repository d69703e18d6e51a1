//! A theme of the user's own: a theme to start from, and colours for some roles.
//!
//! ```toml
//! base = "dark"                   # the theme that all else is taken from
//! accent = "#ffb86c"
//! overdue = "#ff5555"
//! ```

use super::contrast::{Faint, faint};
use super::{Palette, Role, ThemeChoice};
use crate::document::Diagnostic;
use crate::document::diagnostic::{Problem, SettingProblem};
use crate::document::table::{Fields, Value, read_table};

const BASES: [(&str, ThemeChoice); 4] = [
    ("dark", ThemeChoice::Dark),
    ("light", ThemeChoice::Light),
    ("dark-cvd", ThemeChoice::DarkCvd),
    ("light-cvd", ThemeChoice::LightCvd),
];

/// Reads a theme file: its colours, and what is wrong with it. Without colours something keeps
/// it from being read; what is not read well is a warning.
pub fn read(text: &str) -> (Option<Palette>, Vec<Diagnostic>) {
    read_table(text, palette)
}

fn palette(fields: &mut Fields<'_>) -> Option<Palette> {
    let base = fields.get("base").map(|base| base.word(&BASES));
    let base = base.unwrap_or(Some(ThemeChoice::Dark));
    let mut palette = base.unwrap_or_default().palette(None);
    let mut is_whole = base.is_some();
    let mut stated = Vec::new();
    for (name, role) in Role::NAMED {
        let Some(value) = fields.get(name) else {
            continue;
        };
        match colour(value) {
            Some(rgb) => {
                palette.set(role, rgb);
                stated.push((role, value));
            }
            None => is_whole = false,
        }
    }
    if !is_whole {
        return None;
    }
    for pair in faint(&palette) {
        warn(pair, &stated);
    }
    Some(palette)
}

/// At the ink where the file states it, else at the ground: one of them it must be.
fn warn(pair: Faint, stated: &[(Role, Value<'_>)]) {
    let of = |role| stated.iter().find(|(stated, _)| *stated == role);
    if let Some((_, value)) = of(pair.ink).or_else(|| of(pair.ground)) {
        value.warn(Problem::Setting(SettingProblem::LowContrast {
            ink: pair.ink.name(),
            ground: pair.ground.name(),
            ratio: pair.ratio,
        }));
    }
}

/// `#rrggbb`.
fn colour(value: Value<'_>) -> Option<u32> {
    let found = value.str()?;
    let digits = found.strip_prefix('#').filter(|digits| digits.len() == 6);
    let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let rgb = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    rgb.or_else(|| {
        value.error(Problem::Setting(SettingProblem::BadColour {
            found: found.to_owned(),
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::{Problem, Role, SettingProblem, read};
    use crate::document::Severity;

    #[test]
    fn what_a_theme_leaves_out_is_as_in_its_base() {
        let (palette, problems) = read("base = \"light\"\naccent = \"#003399\"\n");
        let palette = palette.unwrap();
        assert_eq!(
            (palette.rgb(Role::Accent), palette.rgb(Role::Bg)),
            (0x00_3399, 0xfc_fcfa)
        );
        assert_eq!(problems, []);
    }

    #[test]
    fn a_colour_that_is_not_read_well_is_a_warning_and_one_that_is_none_an_error() {
        let (palette, problems) = read("due = \"#333333\"\n");
        assert!(palette.is_some());
        assert_eq!(problems.len(), 3, "on each ground");
        assert!(
            problems
                .iter()
                .all(|found| found.severity == Severity::Warning)
        );
        let (palette, problems) = read("due = \"red\"\npaid = \"#12345\"\nacent = \"#000000\"\n");
        assert_eq!((palette, problems.len()), (None, 3), "{problems:?}");
        assert_eq!(
            problems[0].problem,
            Problem::Setting(SettingProblem::BadColour {
                found: "red".into()
            })
        );
        assert_eq!(problems[2].severity, Severity::Warning);
    }

    #[test]
    fn a_text_that_is_no_toml_is_no_theme() {
        assert_eq!(read("due = #333333").0, None);
    }
}
