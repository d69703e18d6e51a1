//! How many colours there are, from what the user and the environment say.

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Any of 16.7 million.
    True,
    /// The 256 of xterm.
    Indexed,
    /// The terminal's own sixteen, on its own background.
    Named,
    /// None: bold, dim, underline and reverse have to do.
    Mono,
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorChoice {
    /// As the environment says.
    #[default]
    Auto,
    /// Colours even if `NO_COLOR` is set.
    Always,
    /// No colours.
    Never,
}

/// The environment variables that speak of colours, as they are set.
#[derive(Debug, Clone, Copy, Default)]
pub struct ColorEnv<'a> {
    /// `COLORTERM`.
    pub colorterm: Option<&'a str>,
    /// `TERM`.
    pub term: Option<&'a str>,
    /// `NO_COLOR`, which counts when it is not empty (no-color.org).
    pub no_color: Option<&'a str>,
}

impl Depth {
    /// The depth to use: the choice first, then `NO_COLOR`, `COLORTERM` and `TERM`.
    pub fn choose(choice: ColorChoice, env: ColorEnv<'_>) -> Self {
        let refused = env.no_color.is_some_and(|value| !value.is_empty());
        match choice {
            ColorChoice::Never => Self::Mono,
            ColorChoice::Auto if refused => Self::Mono,
            ColorChoice::Auto => Self::of_terminal(env),
            ColorChoice::Always => match Self::of_terminal(env) {
                Self::Mono => Self::Named,
                depth => depth,
            },
        }
    }

    fn of_terminal(env: ColorEnv<'_>) -> Self {
        let term = env.term.unwrap_or_default();
        if matches!(env.colorterm, Some("truecolor" | "24bit")) || term.ends_with("-direct") {
            Self::True
        } else if term.contains("256color") {
            Self::Indexed
        } else if term == "dumb" {
            Self::Mono
        } else {
            Self::Named
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ColorChoice, ColorEnv, Depth};

    #[test]
    fn the_environment_decides_the_depth_unless_the_user_does() {
        use ColorChoice::{Always, Auto, Never};
        for (choice, colorterm, term, no_color, depth) in [
            (
                Auto,
                Some("truecolor"),
                Some("xterm-256color"),
                None,
                Depth::True,
            ),
            (Auto, Some("24bit"), None, None, Depth::True),
            (Auto, None, Some("xterm-direct"), None, Depth::True),
            (
                Auto,
                Some(""),
                Some("screen-256color"),
                None,
                Depth::Indexed,
            ),
            (Auto, None, Some("linux"), None, Depth::Named),
            (Auto, None, None, None, Depth::Named),
            (Auto, None, Some("dumb"), None, Depth::Mono),
            (Auto, Some("truecolor"), None, Some("1"), Depth::Mono),
            (Auto, Some("truecolor"), None, Some(""), Depth::True),
            (Always, Some("truecolor"), None, Some("1"), Depth::True),
            (Always, None, Some("dumb"), None, Depth::Named),
            (Never, Some("truecolor"), None, None, Depth::Mono),
        ] {
            let env = ColorEnv {
                colorterm,
                term,
                no_color,
            };
            assert_eq!(Depth::choose(choice, env), depth, "{choice:?} {env:?}");
        }
    }
}
