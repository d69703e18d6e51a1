// The alerts: what has to be done, what is good to know, what has come back.

texts! {
    alert_row_to_do { zh: "要处理", en: "To do" }
    alert_row_to_know { zh: "知道就好", en: "For information" }
    alert_row_back { zh: "最近 7 天恢复的", en: "Back within the last 7 days" }
    alert_row_counts(to_do: usize, to_know: usize) { zh: "{to_do} 条要处理 · {to_know} 条知道就好", en: "{to_do} to do · {to_know} for information" }
    alert_row_none { zh: "没有要留意的", en: "nothing wants attention" }
    alert_row_restored(day: &str, line: &str, amount: &str, took: &str) { zh: "{day} {line} {amount} 已恢复，{took}", en: "{day} {line} {amount} back after {took}" }
}
