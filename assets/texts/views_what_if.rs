// What a purchase would change.

texts! {
    trial_unknown { zh: "未知", en: "unknown" }
    trial_periods { zh: "期数", en: "Payments" }
    trial_other_periods { zh: "其他期数", en: "other" }
    trial_column_n { zh: "期", en: "n" }
    trial_column_each { zh: "每期", en: "each" }
    trial_column_fees { zh: "手续费", en: "fees" }
    trial_column_total { zh: "总共", en: "in all" }
    trial_column_last { zh: "最后一期", en: "last due" }
    trial_first { zh: "填价格，按 ⏎ 看每期、年化、额度和未来 12 个月", en: "type a price, then ⏎: payments, yearly rates, limit and the next 12 months" }
    trial_example(price: &str, n: u32) { zh: "例如填 {price}，分 {n} 期：", en: "for example {price} in {n} payments:", one(n): "for example {price} in {n} payment:" }
    trial_fits(line: &str, free: &str, left: &str) { zh: "{line}够：可用 {free}，买后剩 {left}", en: "{line} is enough: {free} free, {left} after it" }
    trial_short(line: &str, free: &str, short: &str) { zh: "{line}不够：可用 {free}，差 {short}", en: "{line} falls short: {free} free, {short} missing" }
    trial_blocked(line: &str) { zh: "{line}现在不行", en: "{line}: not now" }
    trial_no_line { zh: "不占任何额度", en: "uses no line" }
    trial_pay_first(amount: &str, item: &str) { zh: "先还 {amount} {item}", en: "first pay {amount} {item}" }
    trial_from(date: &str) { zh: "{date} 起够", en: "enough from {date}" }
    trial_peak(month: &str, amount: &str, more: &str) { zh: "{month}会到 {amount}，是最高的一个月（+{more}）", en: "{month} would reach {amount}, the highest month (+{more})" }
    trial_over_cap(cap: &str, over: &str) { zh: "超过自定上限 {cap} 共 {over}", en: "{over} above your own ceiling of {cap}" }
    trial_months(n: usize) { zh: "未来 {n} 个月", en: "Next {n} months" }
    trial_without { zh: "原来", en: "now" }
    trial_with { zh: "加上", en: "with it" }
    trial_offers(n: u32) { zh: "各额度 {n} 期", en: "Lines, {n} payments", one(n): "Lines, {n} payment" }
    trial_not_headline { zh: "本金在减少，手续费没有：真实年化比标称高", en: "the debt shrinks, the fee does not: the true rate is above the stated one" }
    trial_fee_of_principal { zh: "手续费未知：每期只是本金", en: "fee unknown: each payment is principal alone" }
    trial_cheapest { zh: "各额度手续费", en: "fees by line" }
    key_what_if_short { zh: "试算", en: "think it through" }
    key_what_if { zh: "拿这个价格去试算", en: "think this price through" }
    key_look { zh: "看结果", en: "see it" }
    key_make_plan { zh: "就按这个新建", en: "make it a plan" }
    why_fee_unknown { zh: "手续费还不知道，请填上", en: "the fee is unknown: fill it in" }
}
