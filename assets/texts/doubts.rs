// What is said of figures that rest on doubtful rules, of fees there are none of, of what is tried.

texts! {
    doubts_in_form(what: &str) { zh: "? 存疑：{what}", en: "? in doubt: {what}" }
    form_by_last(latest: &str) { zh: "{latest} 前", en: "by {latest}" }
    help_sign_doubt { zh: "? 规则存疑：说法不一，或超过 180 天没核对", en: "? a doubtful rule: sources differ, or not checked for 180 days" }
    settle_no_fee_to_come { zh: "后面没有手续费", en: "there are no fees to come" }
    settle_no_rate { zh: "不知道提前结清按什么利率算，算不出来", en: "the rate that settling early goes by is not known here" }
    settle_no_rate_hint { zh: "问平台要结清金额，用 --amount 记；或在额度的 [line.rules] 写 early-penalty = \"3%\" 这样的比例", en: "ask the provider and note it with --amount; or state the share in the line's [line.rules], like early-penalty = \"3%\"" }
    settle_no_daily_hint { zh: "问平台要结清金额，用 --amount 记；按天计息要 daily、annuity 或 equal-principal 的手续费", en: "ask the provider and note it with --amount; interest to the day needs a fee by daily, annuity or equal-principal" }
    refund_covers_parts(parts: &str) { zh: "冲抵{parts}", en: "covers {parts}" }
    refund_waives(fees: &str) { zh: "少收手续费 {fees}", en: "{fees} of fees falls away" }
    refusal_all_refunded { zh: "能退的都退过了", en: "all that could come back has come back already" }
    trial_note(before: &str, after: &str) { zh: "备注：{before}  →  {after}", en: "note: {before}  →  {after}" }
}
