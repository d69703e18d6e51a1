// May this be bought in installments: the answer and its reasons.

texts! {
    verdict_yes { zh: "可以", en: "yes" }
    verdict_later { zh: "稍后", en: "later" }
    verdict_no { zh: "不行", en: "no" }
    reason_short(amount: &str) { zh: "差 {amount}", en: "{amount} short" }
    reason_unknown_limit { zh: "总额度未知", en: "its limit is not known" }
    reason_frozen { zh: "额度已冻结", en: "the line is frozen" }
    reason_closed { zh: "额度已关闭", en: "the line is closed" }
    reason_overdue(amount: &str) { zh: "有 {amount} 逾期未还", en: "{amount} is overdue on it" }
    reason_below_minimum(minimum: &str) { zh: "满 {minimum} 才能分期", en: "only prices from {minimum} are split" }
    reason_maintenance(until: &str) { zh: "平台维护到 {until}", en: "the provider is down until {until}" }
    reason_identity_expired(on: &str) { zh: "登记的证件 {on} 到期", en: "the identity papers on file expire on {on}" }
    above_cap_title { zh: "超过自己的上限", en: "Above your own ceiling" }
    above_cap(why: &str) { zh: "{why}。", en: "{why}." }
    above_cap_asked { zh: "还是要记？", en: "Write it down all the same?" }
    cli_above_cap(why: &str) { zh: "{why}；确实要买就加上 --above-cap", en: "{why}; add --above-cap to buy it all the same" }
    reason_monthly_cap(month: &str, total: &str, cap: &str) { zh: "{month}将要还 {total}，超过自己定的上限 {cap}", en: "{month} would ask for {total}, more than your own ceiling of {cap}" }
    reason_temporary_expires(until: &str) { zh: "要靠临时额度，而它到 {until} 为止", en: "it needs the temporary limit, which ends on {until}" }
}
