//! ISO 4217 currencies, as far as amounts need them.

use std::fmt;

/// An ISO 4217 currency code such as `CNY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Chinese yuan, the currency of a book that names none.
    pub const CNY: Self = Self(*b"CNY");

    /// Reads a code of three capital letters; `None` for anything else.
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(bytes))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// How many decimals the currency's smallest unit has (ISO 4217 "minor unit").
    pub fn decimals(self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XAF" | b"XOF" | b"PYG" | b"UGX" => 0,
            b"KWD" | b"BHD" | b"OMR" | b"JOD" | b"TND" | b"IQD" | b"LYD" => 3,
            _ => 2,
        }
    }

    /// What stands before an amount: a sign where one is common, else the code and a space.
    pub fn symbol(&self) -> &str {
        match &self.0 {
            b"CNY" | b"JPY" => "¥",
            b"USD" => "$",
            b"EUR" => "€",
            b"GBP" => "£",
            b"AUD" => "A$",
            b"CAD" => "C$",
            b"NZD" => "NZ$",
            b"HKD" => "HK$",
            b"TWD" => "NT$",
            _ => self.code(),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn a_code_is_three_capital_letters() {
        assert_eq!(Currency::new("CNY"), Some(Currency::CNY));
        for bad in ["cny", "RM", "RMBX", "￥", ""] {
            assert_eq!(Currency::new(bad), None, "{bad}");
        }
    }

    #[test]
    fn minor_units_follow_iso_4217() {
        for (code, decimals) in [("CNY", 2), ("JPY", 0), ("KWD", 3), ("USD", 2)] {
            assert_eq!(Currency::new(code).unwrap().decimals(), decimals);
        }
    }
}
