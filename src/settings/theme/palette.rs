//! The colours themselves, at each depth. Contrast is tested beside the theme.

use ratatui::style::Color;

use super::Role;

/// One colour at each depth.
#[derive(Debug, Clone, Copy)]
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

/// The colours of all roles, in the order of [`Role`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette(pub [Shade; Role::COUNT]);

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
