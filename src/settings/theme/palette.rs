//! The colours themselves, at each depth. Contrast is tested beside the theme.

use ratatui::style::Color;

use super::Role;

/// One colour at each depth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shade {
    pub rgb: u32,
    pub indexed: u8,
    pub named: Color,
}

const fn shade(rgb: u32, indexed: u8, named: Color) -> Shade {
    Shade {
        rgb,
        indexed,
        named,
    }
}

/// The colours of all roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette(
    /// In the order of [`Role`].
    pub(super) [Shade; Role::COUNT],
);

impl Palette {
    /// The exact colour of a role, as `0xrrggbb`.
    pub(super) const fn rgb(&self, role: Role) -> u32 {
        self.0[role as usize].rgb
    }

    /// Another colour for one role. With 256 colours it is the one that comes closest.
    pub(super) fn set(&mut self, role: Role, rgb: u32) {
        let shade = &mut self.0[role as usize];
        (shade.rgb, shade.indexed) = (rgb, nearest(rgb));
    }

    /// The same, with these states told apart by people who do not tell red from green.
    const fn with_states(mut self, states: [Shade; 5]) -> Self {
        let first = Role::Paid as usize;
        let mut at = 0;
        while at < states.len() {
            self.0[first + at] = states[at];
            at += 1;
        }
        self
    }
}

/// The colours 16 to 255 of xterm: a cube of six steps, then 24 greys.
pub(super) fn xterm(index: u8) -> u32 {
    let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
    let cube = index.saturating_sub(16);
    let [r, g, b] = match index {
        232.. => [8 + 10 * (index - 232); 3],
        _ => [cube / 36, cube / 6 % 6, cube % 6].map(step),
    };
    u32::from_be_bytes([0, r, g, b])
}

fn nearest(rgb: u32) -> u8 {
    let apart = |index: &u8| -> u32 {
        let pairs = rgb
            .to_be_bytes()
            .into_iter()
            .zip(xterm(*index).to_be_bytes());
        pairs
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    (16..=255).min_by_key(apart).unwrap_or(255)
}

/// Light letters on a dark ground.
pub(super) const DARK: Palette = Palette([
    shade(0xdb_e1ea, 254, Color::Reset),        // text
    shade(0x8f_9bb0, 247, Color::Reset),        // muted
    shade(0x82_aaff, 111, Color::LightBlue),    // accent
    shade(0x74_c69d, 115, Color::Green),        // paid
    shade(0xe9_b44c, 179, Color::Yellow),       // due
    shade(0xff_8078, 210, Color::LightRed),     // overdue
    shade(0x62_c0e8, 74, Color::Cyan),          // restoring
    shade(0xc3_a6ff, 183, Color::LightMagenta), // frozen
    shade(0x8a_9dc2, 110, Color::Gray),         // used
    shade(0x32_3c4d, 237, Color::DarkGray),     // line
    shade(0x3f_4c63, 60, Color::DarkGray),      // track
    shade(0x10_141b, 233, Color::Reset),        // bg
    shade(0x17_1d27, 234, Color::Reset),        // panel
    shade(0x24_304a, 236, Color::Reset),        // select
]);

/// Dark letters on a light ground.
pub(super) const LIGHT: Palette = Palette([
    shade(0x1d_2330, 235, Color::Reset),   // text
    shade(0x56_6072, 59, Color::Reset),    // muted
    shade(0x24_56c8, 26, Color::Blue),     // accent
    shade(0x14_713f, 22, Color::Green),    // paid
    shade(0x8a_5300, 94, Color::Magenta),  // due
    shade(0xbf_1f2b, 124, Color::Red),     // overdue
    shade(0x08_648f, 24, Color::Blue),     // restoring
    shade(0x6a_3fc0, 55, Color::Magenta),  // frozen
    shade(0x4d_5f82, 60, Color::DarkGray), // used
    shade(0xc3_c8d0, 251, Color::Gray),    // line
    shade(0xb4_bbc7, 250, Color::Gray),    // track
    shade(0xfc_fcfa, 231, Color::Reset),   // bg
    shade(0xf3_f3ee, 255, Color::Reset),   // panel
    shade(0xdc_e7fb, 255, Color::Reset),   // select
]);

/// Dark, for people who do not tell red from green. Nearest two states: ΔE 28 as protan, deutan
/// and tritan see them.
pub(super) const DARK_CVD: Palette = DARK.with_states([
    shade(0x88_adc7, 110, Color::Cyan),         // paid
    shade(0xef_db60, 221, Color::Yellow),       // due
    shade(0xd7_906b, 173, Color::LightRed),     // overdue
    shade(0xe5_f2f5, 255, Color::White),        // restoring
    shade(0xce_89ff, 177, Color::LightMagenta), // frozen
]);

/// Light, for people who do not tell red from green. Nearest two states: ΔE 37, 40 and 13 as
/// protan, deutan and tritan see them.
pub(super) const LIGHT_CVD: Palette = LIGHT.with_states([
    shade(0x06_52bb, 25, Color::Blue),     // paid
    shade(0x20_1d0a, 234, Color::Reset),   // due
    shade(0xb3_2e0a, 124, Color::Red),     // overdue
    shade(0x1b_6f78, 23, Color::Cyan),     // restoring
    shade(0x11_013b, 17, Color::DarkGray), // frozen
]);

#[cfg(test)]
mod tests {
    use super::{DARK, Role, nearest, xterm};

    #[test]
    fn a_colour_of_the_256_is_its_own_nearest() {
        for index in [17, 110, 196, 234, 254] {
            assert_eq!(nearest(xterm(index)), index);
        }
        let mut own = DARK;
        own.set(Role::Paid, 0x00_ff00);
        assert_eq!(
            (own.rgb(Role::Paid), own.0[Role::Paid as usize].indexed),
            (0x00_ff00, 46)
        );
    }
}
