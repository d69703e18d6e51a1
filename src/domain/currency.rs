//! ISO 4217 currencies, as far as amounts need them.

use std::fmt;

/// The codes of ISO 4217 whose smallest unit has two decimals; the others are listed where it is asked.
const WITH_TWO_DECIMALS: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG \
    HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

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

    /// How many decimals the currency's smallest unit has (ISO 4217 "minor unit"); two where the code is not listed.
    pub fn decimals(self) -> u32 {
        self.few_or_many_decimals().unwrap_or(2)
    }

    /// Whether ISO 4217 lists the code.
    pub fn is_listed(self) -> bool {
        self.few_or_many_decimals().is_some()
            || WITH_TWO_DECIMALS.split(' ').any(|code| code == self.code())
    }

    /// The decimals of a listed currency that has another number of them than two.
    fn few_or_many_decimals(self) -> Option<u32> {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => Some(0),
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => Some(3),
            _ => None,
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
    fn what_iso_4217_does_not_list_is_told_apart() {
        let is_listed = |code| Currency::new(code).unwrap().is_listed();
        assert!(
            ["CNY", "EUR", "JPY", "KWD", "ZWG", "AED"]
                .into_iter()
                .all(is_listed)
        );
        assert!(!["RMB", "XQZ", "AAA", "BTC"].into_iter().any(is_listed));
        assert!(
            super::WITH_TWO_DECIMALS
                .split(' ')
                .is_sorted_by(|one, other| one < other)
        );
    }

    #[test]
    fn minor_units_follow_iso_4217() {
        for (code, decimals) in [("CNY", 2), ("JPY", 0), ("KWD", 3), ("USD", 2)] {
            assert_eq!(Currency::new(code).unwrap().decimals(), decimals);
        }
    }
}
