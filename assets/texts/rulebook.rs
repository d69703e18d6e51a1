// The rulebook: what is known of each provider, where a rule comes from, how far to trust it.

texts! {
    problem_unknown_provider(id: &str) { zh: "规则手册里没有提供方“{id}”，只当名字", en: "the rulebook knows no provider \"{id}\"; it is only a name" }
    problem_unknown_provider_hint { zh: "fenqi rules 列出全部", en: "`fenqi rules` lists them all" }
    alert_rule_stale(line: &str, days: u32) { zh: "{line} 的还款规则 {days} 天没核对了", en: "{line}: its rules were last checked {days} days ago" }
    advice_rule_stale { zh: "fenqi rules 看是哪几条，核对后写进额度的规则", en: "`fenqi rules` shows which; state what you find on the line" }
    overview_alert_rule(days: u32) { zh: "规则 {days} 天没核对", en: "rules checked {days} d ago" }
}
