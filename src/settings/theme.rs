//! Colour roles, palettes and what becomes of them where a terminal has fewer colours.
//!
//! Views name a [`Role`], never a colour. A [`Theme`] turns it into a style.

mod choice;
mod contrast;
mod depth;
mod own;
mod palette;

use ratatui::style::{Color, Modifier, Style};

pub use choice::ThemeChoice;
pub use contrast::{Faint, LEAST as LEAST_CONTRAST};
pub use depth::{ColorChoice, ColorEnv, Depth};
pub use own::read as read_own;
pub use palette::Palette;
use palette::Shade;

/// What a colour is for. The last three are backgrounds, the two before them decoration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// What is read first.
    Text,
    /// What is read second: labels, dates, cents.
    Muted,
    /// Keys, the focused pane, the current tab.
    Accent,
    /// Paid; enough.
    Paid,
    /// Due soon.
    Due,
    /// Late; not enough.
    Overdue,
    /// A limit on its way back.
    Restoring,
    /// A limit the provider has blocked.
    Frozen,
    /// The used part of a limit, the done part of a progress bar.
    Used,
    /// Borders of panes without focus.
    Line,
    /// The empty part of a bar; everything behind an overlay.
    Track,
    /// The ground of the whole screen.
    Bg,
    /// The ground of a card or a notice.
    Panel,
    /// The ground of the selected row.
    Select,
}

impl Role {
    /// The roles that carry words or figures.
    pub const INKS: [Self; 9] = [
        Self::Text,
        Self::Muted,
        Self::Accent,
        Self::Paid,
        Self::Due,
        Self::Overdue,
        Self::Restoring,
        Self::Frozen,
        Self::Used,
    ];
    /// The roles that lie behind words.
    pub const GROUNDS: [Self; 3] = [Self::Bg, Self::Panel, Self::Select];

    const COUNT: usize = Self::Select as usize + 1;

    /// All roles, by the names they have in a theme file.
    pub const NAMED: [(&'static str, Self); Self::COUNT] = [
        ("text", Self::Text),
        ("muted", Self::Muted),
        ("accent", Self::Accent),
        ("paid", Self::Paid),
        ("due", Self::Due),
        ("overdue", Self::Overdue),
        ("restoring", Self::Restoring),
        ("frozen", Self::Frozen),
        ("used", Self::Used),
        ("line", Self::Line),
        ("track", Self::Track),
        ("bg", Self::Bg),
        ("panel", Self::Panel),
        ("select", Self::Select),
    ];

    /// Its name in a theme file.
    pub fn name(self) -> &'static str {
        Self::NAMED[self as usize].0
    }
}

/// Whether the terminal's background is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
}

/// The look of the screen: a palette at a depth.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    palette: Palette,
    depth: Depth,
    in_ascii: bool,
}

impl Theme {
    /// The theme for a choice; `background` is what the terminal answered, if it did.
    pub fn choose(choice: ThemeChoice, background: Option<Background>, depth: Depth) -> Self {
        Self {
            palette: choice.palette(background),
            depth: choice.depth(depth),
            in_ascii: false,
        }
    }

    /// The same for a screen whose glyphs give way to ASCII.
    #[must_use]
    pub const fn in_ascii(self, in_ascii: bool) -> Self {
        Self { in_ascii, ..self }
    }

    /// Whether two parts of a bar can share a cell, one in its ink and one in its ground: that
    /// takes colours between two others, and glyphs of less than a cell.
    pub fn shares_cells(&self) -> bool {
        self.depth == Depth::True && !self.in_ascii
    }

    /// How many colours are used.
    pub const fn depth(&self) -> Depth {
        self.depth
    }

    /// The style of a role: a foreground for ink, a background for a ground.
    ///
    /// Lay [`Role::Select`] over a row that is already drawn: with few colours it reverses the
    /// row and takes its colours away, so that all of it stays readable.
    pub fn style(&self, role: Role) -> Style {
        let few_colours = matches!(self.depth, Depth::Named | Depth::Mono);
        match role {
            Role::Select if few_colours => Style::new()
                .fg(Color::Reset)
                .bg(Color::Reset)
                .add_modifier(Modifier::REVERSED)
                .remove_modifier(Modifier::DIM),
            Role::Bg | Role::Panel | Role::Select => Style::new().bg(self.color(role)),
            _ if self.depth == Depth::Mono => Style::new().add_modifier(without_colours(role)),
            Role::Muted if self.depth == Depth::Named => Style::new().add_modifier(Modifier::DIM),
            _ => Style::new().fg(self.color(role)),
        }
    }

    /// The style of a role, bold: figures, names, titles.
    pub fn strong(&self, role: Role) -> Style {
        self.style(role).add_modifier(Modifier::BOLD)
    }

    /// Ordinary text on the ground of the screen; every frame begins with it.
    pub fn base(&self) -> Style {
        Style::new()
            .fg(self.color(Role::Text))
            .bg(self.color(Role::Bg))
    }

    /// Ordinary text on whatever ground is there: takes the ink of what was written before.
    pub fn plain(&self) -> Style {
        Style::new()
            .fg(self.color(Role::Text))
            .remove_modifier(Modifier::all())
    }

    /// The brand in the header: the ground's colour on the accent.
    pub fn badge(&self) -> Style {
        match self.depth {
            Depth::True | Depth::Indexed => Style::new()
                .fg(self.color(Role::Bg))
                .bg(self.color(Role::Accent))
                .add_modifier(Modifier::BOLD),
            Depth::Named | Depth::Mono => {
                self.strong(Role::Accent).add_modifier(Modifier::REVERSED)
            }
        }
    }

    /// What lies behind an overlay: patched over whatever was there.
    pub fn behind(&self) -> Style {
        let plain = Style::new().remove_modifier(Modifier::all());
        match self.depth {
            Depth::Mono => plain.add_modifier(Modifier::DIM),
            _ => plain.fg(self.color(Role::Track)),
        }
    }

    /// A colour between two inks, `part` of 255 on the way from the first to the second. With
    /// fewer than 16.7 million colours there is nothing between: it is the second.
    pub fn between(&self, from: Role, to: Role, part: u8) -> Style {
        if self.depth != Depth::True {
            return self.style(to);
        }
        let [from, to] = [from, to].map(|role| self.shade(role).rgb.to_be_bytes());
        let mix = |at: usize| {
            let sum =
                u16::from(from[at]) * u16::from(255 - part) + u16::from(to[at]) * u16::from(part);
            u8::try_from(sum / 255).unwrap_or(u8::MAX)
        };
        Style::new().fg(Color::Rgb(mix(1), mix(2), mix(3)))
    }

    /// The bare colour of a role; `Reset` where there are no colours.
    pub fn color(&self, role: Role) -> Color {
        let shade = self.shade(role);
        match self.depth {
            Depth::True => Color::from_u32(shade.rgb),
            Depth::Indexed => Color::Indexed(shade.indexed),
            Depth::Named => shade.named,
            Depth::Mono => Color::Reset,
        }
    }

    fn shade(&self, role: Role) -> Shade {
        self.palette.0[role as usize]
    }
}

fn without_colours(role: Role) -> Modifier {
    match role {
        Role::Accent => Modifier::BOLD,
        Role::Overdue => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Muted | Role::Line | Role::Track => Modifier::DIM,
        _ => Modifier::empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::contrast::{contrast, faint};
    use super::palette::xterm;
    use super::{Background, Color, Depth, LEAST_CONTRAST, Modifier, Role, Theme, ThemeChoice};

    const COLOURED: [ThemeChoice; 4] = [
        ThemeChoice::Dark,
        ThemeChoice::Light,
        ThemeChoice::DarkCvd,
        ThemeChoice::LightCvd,
    ];

    #[test]
    fn every_ink_is_readable_on_every_ground() {
        for choice in COLOURED {
            let theme = Theme::choose(choice, None, Depth::True);
            assert_eq!(faint(&theme.palette), [], "{choice:?}");
            for ink in Role::INKS {
                for ground in Role::GROUNDS {
                    let [ink_of_256, ground_of_256] =
                        [ink, ground].map(|role| xterm(theme.shade(role).indexed));
                    let indexed = contrast(ink_of_256, ground_of_256);
                    let what = (choice, ink, ground);
                    assert!(indexed >= LEAST_CONTRAST, "{what:?}: {indexed} of 256");
                }
            }
            let badge = contrast(theme.shade(Role::Bg).rgb, theme.shade(Role::Accent).rgb);
            assert!(badge >= LEAST_CONTRAST, "{choice:?} badge: {badge}");
        }
    }

    #[test]
    fn decoration_is_seen_but_never_louder_than_text() {
        for choice in COLOURED {
            let theme = Theme::choose(choice, None, Depth::True);
            for role in [Role::Line, Role::Track] {
                let seen = contrast(theme.shade(role).rgb, theme.shade(Role::Bg).rgb);
                assert!((150..450).contains(&seen), "{choice:?} {role:?}: {seen}");
            }
        }
    }

    #[test]
    fn no_two_states_of_one_theme_share_a_colour() {
        let states = [
            Role::Paid,
            Role::Due,
            Role::Overdue,
            Role::Restoring,
            Role::Frozen,
        ];
        for choice in COLOURED {
            for depth in [Depth::True, Depth::Indexed] {
                let theme = Theme::choose(choice, None, depth);
                for (at, one) in states.iter().enumerate() {
                    for other in &states[at + 1..] {
                        assert_ne!(theme.color(*one), theme.color(*other), "{choice:?} {one:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_role_has_its_name() {
        for (at, (_, role)) in Role::NAMED.into_iter().enumerate() {
            assert_eq!(role as usize, at);
        }
    }

    #[test]
    fn auto_follows_the_terminal_and_is_dark_where_it_does_not_answer() {
        let ground =
            |choice, background| Theme::choose(choice, background, Depth::True).color(Role::Bg);
        let (dark, light) = (Color::from_u32(0x10_141b), Color::from_u32(0xfc_fcfa));
        assert_eq!(ground(ThemeChoice::Auto, None), dark);
        assert_eq!(ground(ThemeChoice::Auto, Some(Background::Dark)), dark);
        assert_eq!(ground(ThemeChoice::Auto, Some(Background::Light)), light);
        assert_eq!(ground(ThemeChoice::Dark, Some(Background::Light)), dark);
        assert_eq!(ground(ThemeChoice::Light, Some(Background::Dark)), light);
    }

    #[test]
    fn without_colours_no_style_has_one_and_the_selected_row_is_reversed() {
        let theme = Theme::choose(ThemeChoice::Mono, None, Depth::True);
        for role in Role::INKS.into_iter().chain(Role::GROUNDS) {
            let style = theme.style(role);
            for color in [style.fg, style.bg].into_iter().flatten() {
                assert_eq!(color, Color::Reset, "{role:?}");
            }
        }
        assert!(
            theme
                .style(Role::Select)
                .add_modifier
                .contains(Modifier::REVERSED)
        );
        assert_ne!(theme.style(Role::Overdue), theme.style(Role::Text));
    }

    #[test]
    fn a_colour_between_two_lies_between_them() {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        let fg = |part| theme.between(Role::Track, Role::Used, part).fg;
        assert_eq!(fg(0), Some(theme.color(Role::Track)));
        assert_eq!(fg(255), Some(theme.color(Role::Used)));
        assert_eq!(fg(127), Some(Color::Rgb(100, 116, 146)));
        let indexed = Theme::choose(ThemeChoice::Dark, None, Depth::Indexed);
        assert_eq!(
            indexed.between(Role::Track, Role::Used, 0),
            indexed.style(Role::Used)
        );
    }
}
