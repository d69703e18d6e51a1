//! Which theme was asked for.

use super::palette::{DARK, DARK_CVD, LIGHT, LIGHT_CVD, Palette};
use super::{Background, Depth};

/// Which theme was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// Dark or light, as the terminal is; dark where it does not say.
    #[default]
    Auto,
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// As `Auto`, in colours for people who do not tell red from green.
    AutoCvd,
    /// Dark, in such colours.
    DarkCvd,
    /// Light, in such colours.
    LightCvd,
    /// The terminal's own sixteen colours on its own background.
    Terminal,
    /// No colours.
    Mono,
    /// The user's own.
    Own(Palette),
}

/// The themes that come along, by name.
const SHIPPED: [(&str, ThemeChoice); 8] = [
    ("auto", ThemeChoice::Auto),
    ("dark", ThemeChoice::Dark),
    ("light", ThemeChoice::Light),
    ("auto-cvd", ThemeChoice::AutoCvd),
    ("dark-cvd", ThemeChoice::DarkCvd),
    ("light-cvd", ThemeChoice::LightCvd),
    ("terminal", ThemeChoice::Terminal),
    ("mono", ThemeChoice::Mono),
];

impl ThemeChoice {
    /// The theme of this name that comes along; `None` for an unknown one.
    pub fn from_name(name: &str) -> Option<Self> {
        let shipped = SHIPPED.iter().find(|(shipped, _)| *shipped == name);
        shipped.map(|(_, choice)| *choice)
    }

    /// The names of those that come along.
    pub fn names() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(name, _)| *name)
    }

    /// Whether it depends on the background that the terminal has.
    pub const fn asks(self) -> bool {
        matches!(self, Self::Auto | Self::AutoCvd | Self::Terminal)
    }

    pub(super) fn palette(self, background: Option<Background>) -> Palette {
        let is_light = background == Some(Background::Light);
        match self {
            Self::Auto | Self::Terminal if is_light => LIGHT,
            Self::AutoCvd if is_light => LIGHT_CVD,
            Self::Auto | Self::Terminal | Self::Dark | Self::Mono => DARK,
            Self::AutoCvd | Self::DarkCvd => DARK_CVD,
            Self::Light => LIGHT,
            Self::LightCvd => LIGHT_CVD,
            Self::Own(palette) => palette,
        }
    }

    /// How many colours of so many it uses.
    pub(super) const fn depth(self, depth: Depth) -> Depth {
        match (self, depth) {
            (Self::Mono, _) | (_, Depth::Mono) => Depth::Mono,
            (Self::Terminal, _) => Depth::Named,
            _ => depth,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Depth, ThemeChoice};

    #[test]
    fn every_name_is_a_choice() {
        for name in ThemeChoice::names() {
            assert!(ThemeChoice::from_name(name).is_some(), "{name}");
        }
        assert_eq!(ThemeChoice::from_name("Dark"), None);
    }

    #[test]
    fn the_terminals_own_colours_are_named_and_mono_has_none() {
        assert_eq!(ThemeChoice::Terminal.depth(Depth::True), Depth::Named);
        assert_eq!(ThemeChoice::Terminal.depth(Depth::Mono), Depth::Mono);
        assert_eq!(ThemeChoice::Mono.depth(Depth::True), Depth::Mono);
        assert_eq!(ThemeChoice::DarkCvd.depth(Depth::Indexed), Depth::Indexed);
    }
}
